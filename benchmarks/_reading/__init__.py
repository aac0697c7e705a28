"""Labelled documents, the files made from them, and the judgement of what was read (README.md says how they are marked)."""

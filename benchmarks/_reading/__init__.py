"""Labelled documents (README.md says how they are marked), the files made from them, and the judgement of a reading."""

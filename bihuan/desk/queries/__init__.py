"""Reads of the desk, one module per noun; each takes the viewer."""

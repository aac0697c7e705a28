"""Writes of the desk, one module per noun: each takes by= and at=, in one transaction, with one line in the trail."""

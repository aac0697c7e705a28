"""Drafting, making, approving, issuing and giving out of papers."""

"""Tests of interviews: who arranges them, what is planned, and that nobody else finds a name."""

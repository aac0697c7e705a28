"""What is allowed, and what is due? Pure: facts go in, a verdict comes out; no Django, no clock, no files."""

"""What goes into each paper, and who may see which."""

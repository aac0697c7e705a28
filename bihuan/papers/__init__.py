"""What was sent in? Files kept once by their content, with what could be read from them."""

"""What is typed and chosen when papers are made, edited, moved on and given out."""

"""What does the group ask for, who has it in hand, and what was handed over? The liaison desk (联络台)."""

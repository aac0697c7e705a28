"""What is due, who has to hear of it before it passes, and how does the word reach them?"""

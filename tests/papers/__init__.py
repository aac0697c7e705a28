"""Are files kept once, whole, and only where they may be?"""

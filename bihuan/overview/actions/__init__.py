"""Writes that join two apps which know nothing of each other: each is one action of one of them, told why it came."""

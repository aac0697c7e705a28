"""What does this file say? Pure: bytes → blocks (one shape) → drafts (one shape); nothing here becomes a fact."""

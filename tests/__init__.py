"""Does it do what it says? Mirrors `bihuan/`, plus `pages/` (in a browser) and `house/` (about the repository)."""

"""How fast, how large? Every claim is a ratio to something simpler, measured beside it by one command (README.md)."""

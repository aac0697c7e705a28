"""The pages of the watch: what one was told, by which colours, and through which channels."""

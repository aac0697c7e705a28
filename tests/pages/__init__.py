"""Does it work in a browser, as people use it? Run on its own: `make test` does, or `pytest tests/pages`."""

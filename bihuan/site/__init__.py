"""How does it all come together? Settings, root urls, the base page and page parts, styles, and the command line."""

"""Reads across the apps, one module per page; each takes the viewer."""

"""What can be done from the command line? One module per command, each with one click `command`.

Imports that need Django or a database stand inside the functions: help and `bihuan read` do without.
"""

"""Who is who? Units (a tree), posts, accounts, roles, signing in; and what a viewer may see."""

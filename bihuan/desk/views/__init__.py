"""HTTP only, one module per noun."""

"""The shape of what people type about rounds and about days off, one module per noun."""

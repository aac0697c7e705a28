"""The shape of what people type into the ledger, one module per noun."""

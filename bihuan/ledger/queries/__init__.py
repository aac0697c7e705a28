"""The reads of the ledger, one module per noun; each takes the viewer."""

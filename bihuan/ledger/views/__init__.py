"""HTTP of the ledger, one module per noun: who, which, what; nothing is decided here."""

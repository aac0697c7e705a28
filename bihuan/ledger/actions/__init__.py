"""The writes of the ledger, one module per noun: row locked, facts gathered, rules asked, saved, recorded."""

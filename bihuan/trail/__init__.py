"""Who did what, when, to which? The append-only, chained record: one line for every write."""

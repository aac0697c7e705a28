"""What does a document of each kind hold? Blocks → drafts: letters, notices, ledgers, speeches, lists of people."""

"""HTTP of the pages that show everything at once."""

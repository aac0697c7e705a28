"""HTTP of rounds and of the calendar, one module per noun."""

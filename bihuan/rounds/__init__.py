"""Which inspection is it? Who inspects whom, which rules apply, which dates follow."""

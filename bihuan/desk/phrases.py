"""How does each event of the desk read in the timeline?"""

from bihuan.say import Say

PHRASES: dict[str, Say] = {}
FIELDS: dict[str, Say] = {}
"""What the fields of a line are called."""

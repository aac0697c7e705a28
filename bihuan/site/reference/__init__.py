"""What do the pages of docs/reference say? Each is made from the code it describes: `make docs` writes them again.

One module per page, each with a `page()` that returns the whole text; a test holds files and code together.
"""

from collections.abc import Callable

from bihuan.site.reference import commands, events, licences, lives, routes, rulesets, settings, tables

PAGES: dict[str, Callable[[], str]] = {
    "commands.md": commands.page,
    "events.md": events.page,
    "licences.md": licences.page,
    "lives.md": lives.page,
    "routes.md": routes.page,
    "rulesets.md": rulesets.page,
    "settings.md": settings.page,
    "tables.md": tables.page,
}

"""What do the pages of docs/reference say? Each is made from the code it describes: `make docs` writes them again.

One module per page, each with a `page()` that returns the whole text; a test holds files and code together.
"""

from collections.abc import Callable

from bihuan.site.reference import commands, licences, lives, rulesets, settings

PAGES: dict[str, Callable[[], str]] = {
    "settings.md": settings.page,
    "commands.md": commands.page,
    "lives.md": lives.page,
    "rulesets.md": rulesets.page,
    "licences.md": licences.page,
}

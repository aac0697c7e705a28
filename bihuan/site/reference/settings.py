"""Which environment variables are there? The list in `site/configuration.py`."""

from bihuan.site.configuration import OPTIONS
from bihuan.site.reference.markdown import table, whole


def page() -> str:
    rows = [(f"`{each.name}`", f"`{each.default}`" if each.default else "", each.meaning) for each in OPTIONS]
    return whole(
        "Settings",
        "Everything that can be chosen is an environment variable, and everything has a working default.",
        table(("Variable", "Default", "What it decides"), rows),
    )

"""What can a line of the trail tell of? Every event with the phrase that a person reads for it."""

from importlib import import_module
from pathlib import Path

from bihuan.say import Say
from bihuan.site.reference.markdown import table, whole

PACKAGE = Path(__file__).parents[2]


def page() -> str:
    parts = []
    for app in apps():
        phrases: dict[str, Say] = import_module(f"bihuan.{app}.phrases").PHRASES
        rows = [(f"`{event}`", str(phrase)) for event, phrase in phrases.items()]
        parts += [f"## {app}", table(("Event", "What a person reads"), rows)]
    return whole(
        "Events",
        "Every write leaves one line in the trail, and every line names one of these events, `noun.verbed`.",
        *parts,
    )


def apps() -> list[str]:
    """The apps that record something: those with phrases."""
    return sorted(path.parent.name for path in PACKAGE.glob("*/phrases.py"))

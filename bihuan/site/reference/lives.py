"""How does each noun live? Its table of moves as a table and as a diagram, from `rules/`."""

from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from bihuan import rules
from bihuan.rules.life import Check, Note, Row, always
from bihuan.rules.people import NAMES as ROLES
from bihuan.rules.people import Role
from bihuan.site.reference.markdown import table, whole

NOTES = {Note.NONE: "", Note.OPTIONAL: "may be written", Note.REQUIRED: "must be written"}


def page() -> str:
    return whole(
        "Lives",
        "The same tables decide what is allowed, which buttons a page offers, why one is refused, which statuses the "
        "database takes, and what the tests walk.",
        *(part for name in nouns() for part in life(name, import_module(f"bihuan.rules.{name}"))),
    )


def nouns() -> list[str]:
    """The modules of `rules` that hold a life table."""
    names = sorted(path.stem for path in Path(rules.__path__[0]).glob("*.py") if path.stem != "__init__")
    return [name for name in names if hasattr(import_module(f"bihuan.rules.{name}"), "ROWS")]


def life(name: str, noun: ModuleType) -> tuple[str, str, str, str]:
    question = (noun.__doc__ or "").split("\n")[0]
    headings = ("Move", "From", "To", "Who", "Reason", "Only if", "Conditions")
    return f"## {name}", question, diagram(noun), table(headings, (cells(noun, row) for row in noun.ROWS))


def cells(noun: ModuleType, row: Row[Any, Any, Any]) -> tuple[str, ...]:
    facts = noun.Facts(parts=frozenset(), status=row.source)
    return (
        f"{noun.VERBS[row.move]} `{row.move.value}`",
        str(noun.NAMES[row.source]),
        "stays" if row.source == row.target else str(noun.NAMES[row.target]),
        "、".join(str(ROLES[role]) for role in Role if role in row.who),
        NOTES[row.note],
        "" if row.when is always else row.when.__name__.replace("_", " "),
        "<br>".join(words(gate(facts)) for gate in row.gates),
    )


def words(check: Check) -> str:
    """A condition of the kind `who` is worded as the refusal it becomes."""
    return str(check.text).rstrip("。")


def diagram(noun: ModuleType) -> str:
    """The statuses and the moves that change them, in Mermaid's words."""
    names = [f"    {status.value}: {noun.NAMES[status]}" for status in noun.NAMES]
    arrows = {
        f"    {row.source.value} --> {row.target.value}: {noun.VERBS[row.move]}"
        for row in noun.ROWS
        if row.source != row.target
    }
    first = f"    [*] --> {next(iter(noun.NAMES)).value}"
    return "\n".join(["```mermaid", "stateDiagram-v2", *names, first, *sorted(arrows), "```"])

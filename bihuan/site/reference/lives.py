"""How does each noun live? Its table of moves as a table and as a diagram, from `rules/`."""

from types import ModuleType
from typing import Any

from bihuan.rules import finding, intake, measure
from bihuan.rules.life import Note, Row, always
from bihuan.rules.people import NAMES as ROLES
from bihuan.rules.people import Role
from bihuan.site.reference.markdown import table, whole

NOUNS: dict[str, ModuleType] = {"Finding 反馈问题": finding, "Measure 整改措施": measure, "Intake 导入": intake}
NOTES = {Note.NONE: "", Note.OPTIONAL: "可写说明", Note.REQUIRED: "须写理由"}


def page() -> str:
    return whole(
        "Lives",
        "The same tables decide what is allowed, which buttons a page offers and what the tests walk.",
        *(part for title, noun in NOUNS.items() for part in life(title, noun)),
    )


def life(title: str, noun: ModuleType) -> tuple[str, str, str, str]:
    question = (noun.__doc__ or "").split("\n")[0]
    headings = ("动作", "move", "从", "到", "由谁", "说明", "仅当", "条件")
    return f"## {title}", question, diagram(noun), table(headings, (cells(noun, row) for row in noun.ROWS))


def cells(noun: ModuleType, row: Row[Any, Any, Any]) -> tuple[str, ...]:
    facts = noun.Facts(parts=frozenset(), status=row.source)
    return (
        str(noun.VERBS[row.move]),
        f"`{row.move.value}`",
        str(noun.NAMES[row.source]),
        str(noun.NAMES[row.target]),
        "、".join(str(ROLES[role]) for role in Role if role in row.who),
        NOTES[row.note],
        "" if row.when is always else f"`{row.when.__name__}`",
        "<br>".join(str(gate(facts).text) for gate in row.gates),
    )


def diagram(noun: ModuleType) -> str:
    """The statuses and the moves that change them, in Mermaid's words."""
    names = [f"    {status.value}: {noun.NAMES[status]}" for status in noun.NAMES]
    arrows = {
        f"    {row.source.value} --> {row.target.value}: {noun.VERBS[row.move]}"
        for row in noun.ROWS
        if row.source != row.target
    }
    return "\n".join(["```mermaid", "stateDiagram-v2", *names, *sorted(arrows), "```"])

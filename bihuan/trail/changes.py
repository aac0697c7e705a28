"""How does what a line changed read? Each field with its name, what it was, and what it became, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bihuan.say import Say, say
from bihuan.trail.answers import words
from bihuan.trail.models import Line

EMPTY = (None, "", [])
YES, NO, NONE, COMMA = say("是"), say("否"), say("无"), say("、")


@dataclass(frozen=True)
class Change:
    """One field of one line. `before` is empty where the line only says what came to be."""

    label: str
    before: str
    after: str


def changes(
    line: Line, fields: Mapping[str, Say], values: Mapping[str, Say], *, leave_out: frozenset[str] = frozenset()
) -> list[Change]:
    """The fields in the order they were written. `fields` names them, `values` translates stored codes.

    A field that is empty and was empty before says nothing and is left out.
    """
    names = [
        name
        for name in dict.fromkeys([*line.after, *line.before])
        if name not in leave_out and (name in line.before or line.after[name] not in EMPTY)
    ]
    return [
        Change(
            label=words(fields[name]) if name in fields else name,
            before=_value(line.before[name], values) if name in line.before else "",
            after=_value(line.after[name], values) if name in line.after else words(NONE),
        )
        for name in names
    ]


def _value(value: Any, values: Mapping[str, Say]) -> str:
    if value in EMPTY:
        return words(NONE)
    if isinstance(value, bool):
        return words(YES if value else NO)
    if isinstance(value, list):
        return words(COMMA).join(_value(item, values) for item in value)
    return words(values[value]) if isinstance(value, str) and value in values else str(value)

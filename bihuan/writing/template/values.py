"""What does a placeholder stand for? A value reached by names alone, said in words."""

from datetime import date, datetime
from typing import Any

from bihuan.say import Say, say
from bihuan.writing.cells import printable
from bihuan.writing.tables import Speak


def value_at(thing: Any, path: tuple[str, ...]) -> Any:
    """The value; of several things, the values one after another. `path` comes from `fields.py`, never from a file."""
    for place, name in enumerate(path):
        if isinstance(thing, tuple):
            return tuple(value_at(each, path[place:]) for each in thing)
        thing = getattr(thing, name)
    return thing


def said(value: Any, speak: Speak = str) -> str:
    """Words for a value; several stand below each other."""
    if isinstance(value, tuple):
        return "\n".join(line for line in (_line(each, speak) for each in value) if line)
    return _line(value, speak)


def _line(value: Any, speak: Speak) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return speak(say("是") if value else say("否"))
    if isinstance(value, Say):
        return speak(value)
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return "　".join(filter(None, (_line(each, speak) for each in value)))
    return printable(str(value))

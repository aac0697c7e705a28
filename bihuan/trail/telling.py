"""What is an event called, and what are its fields? Every app says so in its phrases.py, and is asked by its name.

The trail lies below all of them, and a page of one app shows lines that another one wrote: a finding has reminders.
"""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps

from bihuan.say import Say
from bihuan.trail.answers import words
from bihuan.trail.models import Line


@cache
def phrases() -> dict[str, Say]:
    """Event → what happened, for all apps, from the lowest app to the highest."""
    return {event: phrase for app in _apps() for event, phrase in app.PHRASES.items()}


@cache
def _fields() -> dict[str, Mapping[str, Say]]:
    return {event: app.FIELDS for app in _apps() for event in app.PHRASES}


def phrase_of(line: Line) -> str:
    """The phrase of a line in the reader's language; an event that nobody knows any more as it is written."""
    phrase = phrases().get(line.event)
    return words(phrase) if phrase else line.event


def fields_of(line: Line) -> Mapping[str, Say]:
    """What the fields of a line are called."""
    return _fields().get(line.event, {})


def _apps() -> list[Any]:
    names = [f"{app.name}.phrases" for app in apps.get_app_configs() if app.name.startswith("bihuan.")]
    return [import_module(name) for name in names if find_spec(name)]

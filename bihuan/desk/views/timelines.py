"""How do the lines of one thing read in its timeline, for things whose lines hold plain words already?"""

from typing import Any

from django.db.models import QuerySet

from bihuan.people.viewer import Viewer
from bihuan.trail.changes import changes
from bihuan.trail.models import Line
from bihuan.trail.queries import lines_of
from bihuan.trail.telling import fields_of, phrase_of

LINES = 60


def timeline(viewer: Viewer, subject: str, *, leave_out: frozenset[str] = frozenset()) -> list[dict[str, Any]]:
    """The newest lines that the viewer may see, without the fields of `leave_out`. One query."""
    lines: QuerySet[Line] = lines_of(viewer.organisation.code, subject)
    if not viewer.sees_all:
        lines = lines.filter(viewer.within("unit_path"))
    return [_line(line, leave_out) for line in lines[:LINES]]


def _line(line: Line, leave_out: frozenset[str]) -> dict[str, Any]:
    return {
        "at": line.at,
        "who": line.actor_name,
        "post": line.post,
        "phrase": phrase_of(line),
        "note": line.note,
        "changes": changes(line, fields_of(line), {}, leave_out=leave_out),
        "tone": "idle",
    }

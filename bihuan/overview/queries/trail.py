"""What does the trail say, to somebody who may read it all? Filtered by thing, person, event and day."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.dateparse import parse_date

from bihuan.desk import phrases as desk
from bihuan.dispatch import phrases as dispatch
from bihuan.ledger import phrases as ledger
from bihuan.papers import phrases as papers
from bihuan.people import phrases as people
from bihuan.people.viewer import Viewer
from bihuan.rounds import phrases as rounds
from bihuan.say import Say
from bihuan.trail.changes import Change, changes
from bihuan.trail.models import Line
from bihuan.trail.queries import lines_of
from bihuan.watch import phrases as watch

APPS = (people, papers, rounds, desk, ledger, watch, dispatch)
PHRASES: dict[str, Say] = {event: phrase for app in APPS for event, phrase in app.PHRASES.items()}
FIELDS: dict[str, dict[str, Say]] = {event: app.FIELDS for app in APPS for event in app.PHRASES}
"""Event → what the fields of its lines are called."""


@dataclass(frozen=True)
class Asked:
    """What the reader of the trail asked for; empty means all."""

    subject: str = ""
    actor: str = ""
    event: str = ""
    since: str = ""
    until: str = ""


def trail_for(viewer: Viewer, asked: Asked) -> QuerySet[Line]:
    """The lines of the whole organisation, newest first; PermissionDenied for somebody who sees only a part."""
    if not viewer.sees_all:
        raise PermissionDenied
    lines = lines_of(
        viewer.organisation.code, asked.subject.strip().upper() if asked.subject[:1].isupper() else asked.subject
    )
    if asked.actor:
        lines = lines.filter(Q(actor=asked.actor) | Q(actor_name__icontains=asked.actor))
    if asked.event in PHRASES:
        lines = lines.filter(event=asked.event)
    if since := _midnight(asked.since):
        lines = lines.filter(at__gte=since)
    if until := _midnight(asked.until):
        lines = lines.filter(at__lt=until + timedelta(days=1))
    return lines


def changes_of(line: Line) -> list[Change]:
    """What a line changed, in words."""
    return changes(line, FIELDS.get(line.event, {}), ledger.VALUES)


def _midnight(text: str) -> datetime | None:
    """The beginning of a day written as 2026-03-31, or None where it is no day."""
    try:
        day = parse_date(text)
    except ValueError:
        return None
    return timezone.make_aware(datetime.combine(day, time.min)) if day else None

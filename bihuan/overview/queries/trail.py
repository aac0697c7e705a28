"""What does the trail say, to somebody who may read it all? Filtered by thing, person, event and day."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.dateparse import parse_date

from bihuan.ledger.phrases import VALUES
from bihuan.people.viewer import Viewer
from bihuan.trail.changes import Change, changes
from bihuan.trail.models import Line
from bihuan.trail.queries import lines_of
from bihuan.trail.telling import fields_of, phrases


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
    if asked.event in phrases():
        lines = lines.filter(event=asked.event)
    if since := _midnight(asked.since):
        lines = lines.filter(at__gte=since)
    if until := _midnight(asked.until):
        lines = lines.filter(at__lt=until + timedelta(days=1))
    return lines


def changes_of(line: Line) -> list[Change]:
    """What a line changed, in words."""
    return changes(line, fields_of(line), VALUES)


def _midnight(text: str) -> datetime | None:
    """The beginning of a day written as 2026-03-31, or None where it is no day."""
    try:
        day = parse_date(text)
    except ValueError:
        return None
    return timezone.make_aware(datetime.combine(day, time.min)) if day else None

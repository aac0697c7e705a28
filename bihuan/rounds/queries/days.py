"""Which calendar holds for an organisation? The official one with the office's own days laid over it."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from django.db.models import QuerySet
from django.http import Http404

from bihuan.people.models import Organisation
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import DayTable
from bihuan.rules.days import DayKind, OwnDay, lay
from bihuan.rules.workdays import Calendar, official


def calendar_of(organisation: Organisation) -> Calendar:
    """One query, for a handful of rows; the calendar and its index are made once for the days they hold."""
    return _laid(tuple(own_days(organisation)))


def own_days(organisation: Organisation) -> Iterator[OwnDay]:
    """The office's own days as plain values, earliest first."""
    for day, kind, name, source in _rows(organisation).values_list("day", "kind", "name", "source"):
        yield OwnDay(day, DayKind(kind), name, source)


def own_day_for(viewer: Viewer, written: str) -> OwnDay:
    """One of the organisation's own days by its date (`2026-03-05`), or 404."""
    try:
        day = date.fromisoformat(written)
    except ValueError:
        raise Http404(written) from None
    for each in own_days(viewer.organisation):
        if each.day == day:
            return each
    raise Http404(written)


def _rows(organisation: Organisation) -> QuerySet[DayTable]:
    return DayTable.objects.filter(organisation=organisation)


@lru_cache(maxsize=64)
def _laid(own: tuple[OwnDay, ...]) -> Calendar:
    return lay(official(), own)

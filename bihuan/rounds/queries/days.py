"""Which calendar holds for an organisation? The official one with the office's own days laid over it."""

from collections.abc import Iterator
from functools import lru_cache

from bihuan.people.models import Organisation
from bihuan.rounds.models import DayTable
from bihuan.rules.days import DayKind, OwnDay, lay
from bihuan.rules.workdays import Calendar, official


def calendar_of(organisation: Organisation) -> Calendar:
    """One query, for a handful of rows; the calendar and its index are made once for the days they hold."""
    return laid(tuple(own_days(organisation)))


def own_days(organisation: Organisation) -> Iterator[OwnDay]:
    """The office's own days as plain values, earliest first."""
    rows = DayTable.objects.filter(organisation=organisation).values_list("day", "kind", "name", "source")
    for day, kind, name, source in rows:
        yield OwnDay(day, DayKind(kind), name, source)


@lru_cache(maxsize=64)
def laid(own: tuple[OwnDay, ...]) -> Calendar:
    """The days themselves are the key, so that a change which is taken back leaves nothing behind."""
    return lay(official(), own)

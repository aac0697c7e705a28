"""Into which free slots are people laid who have no time yet? The earliest first, room by room, office hours only.

Example: two rooms, 45 minutes and a buffer of 15: the first two people come at 08:30, the next two at 09:30.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import count
from math import ceil

from bihuan.rules.workdays import OFFICE_HOURS, Calendar, Hours, add, on_or_after

GRAIN = timedelta(minutes=5)
"""Interviews begin at full five minutes."""


@dataclass(frozen=True, order=True)
class Slot:
    """A room from a local moment until another."""

    start: datetime
    room: int
    end: datetime


def free_slots(
    busy: Iterable[Slot],
    rooms: Sequence[int],
    *,
    since: datetime,
    length: timedelta,
    buffer: timedelta,
    calendar: Calendar,
    hours: Hours = OFFICE_HOURS,
) -> Iterator[Slot]:
    """Slots that keep `buffer` to all that is `busy` and to each other, without end, earliest first.

    Nothing where there is no room or no time of the day is long enough. Moments are local, without a zone.
    """
    if not rooms or not any(_at(since, closes) - _at(since, opens) >= length for opens, closes in hours):
        return
    taken = sorted(busy)
    for day in _days(since.date(), calendar):
        slots = [each for room in rooms for each in _day(day, room, taken, since, length, buffer, hours)]
        yield from sorted(slots, key=lambda slot: (slot.start, rooms.index(slot.room)))


def _days(first: date, calendar: Calendar) -> Iterator[date]:
    start = on_or_after(first, calendar)
    return (add(start, n, calendar) for n in count())


def _day(
    day: date, room: int, taken: Sequence[Slot], since: datetime, length: timedelta, buffer: timedelta, hours: Hours
) -> Iterator[Slot]:
    """What is free in one room on one day."""
    here = [each for each in taken if each.room == room and each.start.date() <= day <= each.end.date()]
    for opens, closes in hours:
        start, last = max(_at(day, opens), _rounded(since)), _at(day, closes) - length
        while start <= last:
            meets = [each.end for each in here if each.start < start + length + buffer and start < each.end + buffer]
            if not meets:
                yield Slot(start, room, start + length)
            start = _rounded(max(meets, default=start + length) + buffer)


def _at(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock)


def _rounded(moment: datetime) -> datetime:
    midnight = datetime.combine(moment.date(), time.min)
    return midnight + ceil((moment - midnight) / GRAIN) * GRAIN

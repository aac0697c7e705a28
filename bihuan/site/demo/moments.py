"""When did it happen? Moments of working days, spread over a stretch of time in the order of the steps."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import accumulate
from random import Random

from django.utils import timezone

MORNING, AFTERNOON = 8 * 60 + 30, 14 * 60 + 30
HALF_DAY = 195
"""Minutes of work in one half of the day."""


HOLIDAYS = frozenset({(1, 1), (5, 1), (5, 2), (5, 3), *((10, day) for day in range(1, 8))})
"""The holidays (month, day) that fall on the same days every year."""


def is_workday(day: date) -> bool:
    return day.weekday() < 5 and (day.month, day.day) not in HOLIDAYS


def workday(day: date) -> date:
    """The day itself, or the last working day before it."""
    return day if is_workday(day) else workday(day - timedelta(days=1))


def next_workday(day: date) -> date:
    """The day itself, or the first working day after it."""
    return day if is_workday(day) else next_workday(day + timedelta(days=1))


def moment(day: date, chance: Random) -> datetime:
    """Some minute in the working hours of that day, or of the last working day before it."""
    minute = chance.choice((MORNING, AFTERNOON)) + chance.randrange(HALF_DAY)
    clock = time(minute // 60, minute % 60, chance.randrange(60))
    return datetime.combine(workday(day), clock, timezone.get_default_timezone())


def spread(gaps: Sequence[float], start: date, end: date, chance: Random) -> list[datetime]:
    """One moment for each gap, the first on `start`, the last on `end`, each later than the one before it.

    A gap says how long, compared with the others, the time before its moment was.
    """
    whole = sum(gaps[1:]) or 1
    length = (end - start).days
    made: list[datetime] = []
    for passed in accumulate((0, *gaps[1:])):
        at = moment(start + timedelta(days=round(length * passed / whole)), chance)
        if made and at <= made[-1]:
            at = made[-1] + timedelta(minutes=chance.randrange(2, 9), seconds=chance.randrange(60))
        made.append(at)
    return made

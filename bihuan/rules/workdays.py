"""Is this a working day, which day is so many working days away, and how long was the office open in between?

Source: the yearly schedule of the State Council (trade.md §6.7). Example: one working day after Friday 13 February
2026 is Saturday the 14th, which makes up for the Spring Festival. A year without a schedule has only its weekends,
and `Calendar.knows(year)` says so.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import cache, cached_property
from itertools import accumulate

from chinese_calendar import constants

from bihuan.say import Say, say

Hours = tuple[tuple[time, time], ...]
OFFICE_HOURS: Hours = ((time(8, 30), time(12, 0)), (time(14, 30), time(17, 30)))
END_OF_DAY = OFFICE_HOURS[-1][1]
DAY_SECONDS = sum((end.hour - start.hour) * 3600 + (end.minute - start.minute) * 60 for start, end in OFFICE_HOURS)
"""The office time of one working day."""
WEEKDAYS = (say("周一"), say("周二"), say("周三"), say("周四"), say("周五"), say("周六"), say("周日"))
FESTIVALS: dict[str, Say] = {
    "New Year's Day": say("元旦"),
    "Spring Festival": say("春节"),
    "Tomb-sweeping Day": say("清明节"),
    "Labour Day": say("劳动节"),
    "Dragon Boat Festival": say("端午节"),
    "Mid-autumn Festival": say("中秋节"),
    "National Day": say("国庆节"),
    "Anti-Fascist 70th Day": say("抗战胜利纪念日"),
}
"""What the package with the schedules calls a festival, and what an office does."""


@dataclass(frozen=True)
class Calendar:
    """What a year has besides its weekends: days off, and days that make up for them."""

    days_off: frozenset[date] = frozenset()
    makeup: frozenset[date] = frozenset()
    years: frozenset[int] = frozenset()
    """Years whose schedule is known."""
    names: Mapping[date, Say | str] = field(default_factory=dict, hash=False)
    """The festival to which a day off or a day that makes up belongs."""

    def knows(self, year: int) -> bool:
        return year in self.years

    def called(self, day: date) -> Say | str:
        """国庆节, or 周六 where the day belongs to no festival."""
        return self.names.get(day) or WEEKDAYS[day.weekday()]

    @cached_property
    def index(self) -> "Index":
        """Made once for each calendar; every question is a search in it."""
        return Index.of(self)


@dataclass(frozen=True)
class Index:
    """The days on which a calendar differs from plain weeks, as day numbers, with the working days up to each."""

    days: tuple[int, ...]
    surplus: tuple[int, ...]
    """Before each of `days`, and at last after all: working days more (or fewer) than plain weeks have."""
    through: tuple[int, ...]
    """Working days from the first day of the era up to and including each of `days`."""

    @classmethod
    def of(cls, calendar: Calendar) -> "Index":
        changes = {d.toordinal(): -1 for d in calendar.days_off if d.weekday() < 5 and d not in calendar.makeup}
        changes |= {d.toordinal(): 1 for d in calendar.makeup if d.weekday() >= 5}
        days = tuple(sorted(changes))
        surplus = tuple(accumulate((changes[day] for day in days), initial=0))
        return cls(days, surplus, tuple(_weekdays(day) + surplus[at] for at, day in enumerate(days, start=1)))

    def count(self, day: int) -> int:
        """Working days up to and including the day of this number."""
        return _weekdays(day) + self.surplus[bisect_right(self.days, day)]

    def find(self, count: int) -> int:
        """The number of the `count`-th working day: an ordinary one, or the next day that differs."""
        at = bisect_left(self.through, count)
        weeks, rest = divmod(count - self.surplus[at] - 1, 5)
        ordinary = weeks * 7 + rest + 1
        return ordinary if at == len(self.days) else min(ordinary, self.days[at])


def _weekdays(day: int) -> int:
    """Mondays to Fridays up to and including a day; number 1 was a Monday."""
    weeks, rest = divmod(day, 7)
    return weeks * 5 + min(rest, 5)


@cache
def official() -> Calendar:
    """The schedules that come with the product, from 2004 on; a year is known once its last festival is in it."""
    days_off = frozenset(constants.holidays)
    names = {day: FESTIVALS[name] for day, name in (constants.holidays | constants.workdays).items()}
    return Calendar(days_off, frozenset(constants.workdays), with_schedule(days_off), names)


def with_schedule(days_off: Iterable[date]) -> frozenset[int]:
    """The years that are known by these days: those with their last festival, the National Day."""
    return frozenset(day.year for day in days_off if (day.month, day.day) == (10, 1))


def change(
    calendar: Calendar,
    *,
    days_off: Iterable[date] = (),
    makeup: Iterable[date] = (),
    years: Iterable[int] = (),
    names: Mapping[date, Say | str] | None = None,
) -> Calendar:
    """The calendar with an office's own days laid over it: a later schedule, or a local day off."""
    off, made_up = frozenset(days_off), frozenset(makeup)
    kept = {day: name for day, name in calendar.names.items() if day not in off | made_up}
    return Calendar(
        (calendar.days_off - made_up) | off,
        (calendar.makeup - off) | made_up,
        calendar.years | frozenset(years),
        {**kept, **(names or {})},
    )


def is_workday(day: date, calendar: Calendar) -> bool:
    index, number = calendar.index, day.toordinal()
    return index.count(number) > index.count(number - 1)


def add(day: date, n: int, calendar: Calendar) -> date:
    """The `n`-th working day after `day`, before it where `n` is negative; none is the day itself."""
    index, number = calendar.index, day.toordinal()
    if n > 0:
        return date.fromordinal(index.find(index.count(number) + n))
    if n < 0:
        return date.fromordinal(index.find(index.count(number - 1) + 1 + n))
    return day


def on_or_after(day: date, calendar: Calendar) -> date:
    """The day itself where it is a working day, else the next one."""
    return day if is_workday(day, calendar) else add(day, 1, calendar)


def between(a: date, b: date, calendar: Calendar) -> int:
    """How many working days to go from `a` to `b`: `b` counts and `a` does not; negative where `b` has passed."""
    index, first, last = calendar.index, a.toordinal(), b.toordinal()
    if last >= first:
        return index.count(last) - index.count(first)
    return index.count(last - 1) - index.count(first - 1)


def working_seconds(start: datetime, end: datetime, calendar: Calendar, hours: Hours = OFFICE_HOURS) -> int:
    """Seconds of office time between two local moments, each taken to its full second.

    Parts add up exactly: from a to b and from b to c is from a to c. Negative where `end` comes first.
    """
    return _worked(end, calendar, hours) - _worked(start, calendar, hours)


def _worked(moment: datetime, calendar: Calendar, hours: Hours) -> int:
    """Office seconds from the first day of the era up to a local moment."""
    day, second = moment.toordinal(), _second(moment.time())
    before, through = calendar.index.count(day - 1), calendar.index.count(day)
    spans = [(_second(opens), _second(closes)) for opens, closes in hours]
    today = sum(min(max(second - opens, 0), closes - opens) for opens, closes in spans) if through > before else 0
    return before * sum(closes - opens for opens, closes in spans) + today


def _second(clock: time) -> int:
    return clock.hour * 3600 + clock.minute * 60 + clock.second

"""When is something due? A term added to a date; months are clamped to the month's end.

Source: trade.md §6.7. Example: feedback on 31 August plus six months is 28 February, or 29 in a leap year. Which day
counts as day one, and what becomes of a due date on a day off, are settings; `reasons.py` tells the way in sentences.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Literal, cast

from bihuan.rules import workdays
from bihuan.rules.workdays import Calendar
from bihuan.say import Say, say

TermUnit = Literal["days", "workdays", "months"]
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Term:
    """A stretch of time as an office says it: `1 months`, `15 days`, `5 workdays`, or `-2 days` for before."""

    amount: int
    unit: TermUnit

    @classmethod
    def parse(cls, text: str) -> "Term | None":
        """`Term.parse("6 months")`; None where the text is no term."""
        match = re.fullmatch(r"\s*(-?\d{1,3})\s+(days|workdays|months)\s*", text)
        return cls(int(match[1]), cast(TermUnit, match[2])) if match else None

    def __str__(self) -> str:
        return f"{self.amount} {self.unit}"

    @property
    def words(self) -> Say:
        """`6 个月`. One month and one day are sentences of their own, because English counts."""
        match self.unit:
            case "months":
                return say("1 个月") if self.amount == 1 else say("{amount} 个月", amount=self.amount)
            case "workdays":
                return say("1 个工作日") if self.amount == 1 else say("{amount} 个工作日", amount=self.amount)
        return say("1 天") if self.amount == 1 else say("{amount} 天", amount=self.amount)


class CountsFrom(StrEnum):
    """Which day is day one of a term that runs from an event, such as the feedback."""

    NEXT_DAY = "next day"
    SAME_DAY = "same day"


class OnDayOff(StrEnum):
    """Where a due date goes that falls on a day off."""

    STAY = "stay"
    FORWARD = "forward"
    BACK = "back"


@dataclass(frozen=True)
class Counting:
    """How terms are counted. A term that runs backwards never counts its start, and never ends on a later day."""

    counts_from: CountsFrom = CountsFrom.NEXT_DAY
    on_day_off: OnDayOff = OnDayOff.STAY

    def counts_start(self, term: Term) -> bool:
        return self.counts_from is CountsFrom.SAME_DAY and term.amount > 0

    def direction(self, term: Term) -> OnDayOff:
        """Before an entry there is no later day: what must not stay on a day off goes back."""
        before = term.amount < 0 and self.on_day_off is OnDayOff.FORWARD
        return OnDayOff.BACK if before else self.on_day_off


DEFAULT = Counting()


def add_months(start: date, months: int) -> date:
    """The same day `months` later, or the last day of a shorter month."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def fill(start: date, term: Term, calendar: Calendar, counting: Counting = DEFAULT) -> date:
    """The day on which the term is full, before anybody asks whether it is a day off.

    Where the start itself is day one, a month is full on the day before the same day; a clamped one is full already.
    """
    counts_start = counting.counts_start(term)
    if term.unit == "months":
        on = add_months(start, term.amount)
        return on - ONE_DAY if counts_start and on.day == start.day else on
    origin = start - ONE_DAY if counts_start else start
    if term.unit == "workdays":
        return workdays.add(origin, term.amount, calendar)
    return origin + timedelta(days=term.amount)


def settle(day: date, direction: OnDayOff, calendar: Calendar) -> date:
    """The day itself, or where it is a day off the working day to which it moves."""
    if direction is OnDayOff.STAY or workdays.is_workday(day, calendar):
        return day
    return workdays.add(day, 1 if direction is OnDayOff.FORWARD else -1, calendar)


def add(start: date, term: Term, calendar: Calendar, counting: Counting = DEFAULT) -> date:
    """The due date."""
    return settle(fill(start, term, calendar, counting), counting.direction(term), calendar)

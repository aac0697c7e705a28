"""Which days does one page of a calendar show, and where do its arrows lead?

Example: March 2026 as a month begins with Monday 23 February and ends with Sunday 5 April, in whole weeks.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from bihuan.rules.deadlines import add_months

LIST_DAYS = 28
EARLIEST, LATEST = date(2000, 1, 1), date(2099, 12, 31)


class View(StrEnum):
    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    LIST = "list"


@dataclass(frozen=True)
class Period:
    """What is shown: `first` to `last`, both included; `previous` and `next` are days of the neighbouring pages."""

    view: View
    on: date
    first: date
    last: date
    previous: date
    next: date

    @cached_property
    def days(self) -> tuple[date, ...]:
        return tuple(self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1))

    @property
    def weeks(self) -> tuple[tuple[date, ...], ...]:
        return tuple(self.days[at : at + 7] for at in range(0, len(self.days), 7))

    def is_outside(self, day: date) -> bool:
        """Whether a day only fills up the weeks of another month."""
        return self.view is View.MONTH and (day.year, day.month) != (self.on.year, self.on.month)


def period(view: View, on: date) -> Period:
    """The page with the day `on`; a day before or after this century is brought into it."""
    on = min(max(on, EARLIEST), LATEST)
    match view:
        case View.MONTH:
            first = on.replace(day=1)
            following = add_months(first, 1)
            last = _monday(following - timedelta(days=1)) + timedelta(days=6)
            return Period(view, on, _monday(first), last, add_months(first, -1), following)
        case View.WEEK:
            return _stretch(view, on, _monday(on), 7)
        case View.DAY:
            return _stretch(view, on, on, 1)
    return _stretch(view, on, on, LIST_DAYS)


def _stretch(view: View, on: date, first: date, length: int) -> Period:
    step = timedelta(days=length)
    return Period(view, on, first, first + step - timedelta(days=1), first - step, first + step)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())

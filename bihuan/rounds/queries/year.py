"""How does a year look in the calendar of an organisation? Twelve months, days off and at work, own days among them."""

from calendar import Calendar as Weeks
from dataclasses import dataclass
from datetime import date

from django.http import Http404

from bihuan.people.models import Organisation
from bihuan.people.viewer import Viewer
from bihuan.rounds.queries.days import laid, own_days
from bihuan.rules.days import Span, spans
from bihuan.rules.workdays import Calendar, is_workday
from bihuan.say import Say

MONTHS = range(1, 13)


@dataclass(frozen=True)
class Cell:
    """One day as the year shows it. `name` is what it is off or at work for, where it has one."""

    day: date
    works: bool
    name: Say | str
    is_own: bool

    @property
    def makes_up(self) -> bool:
        return self.works and self.day.weekday() >= 5

    @property
    def is_festival(self) -> bool:
        return not self.works and bool(self.name)


Week = tuple[Cell | None, ...]


@dataclass(frozen=True)
class Year:
    """A year of whole weeks by month; what lies outside a month is None."""

    year: int
    is_known: bool
    months: tuple[tuple[Week, ...], ...]
    own: tuple[Span, ...]
    workdays: int


def year_of(organisation: Organisation, year: int) -> Year:
    """One query, whatever the number of own days."""
    own = tuple(own_days(organisation))
    calendar, days = laid(own), frozenset(each.day for each in own)
    months = tuple(tuple(_weeks(year, month, calendar, days)) for month in MONTHS)
    cells = [cell for month in months for week in month for cell in week if cell]
    return Year(
        year=year,
        is_known=calendar.knows(year),
        months=months,
        own=spans(each for each in own if each.day.year == year),
        workdays=sum(cell.works for cell in cells),
    )


def span_for(viewer: Viewer, written: str) -> Span:
    """The own days of the viewer's organisation that begin on a date (`2026-03-05`), or 404."""
    for span in spans(own_days(viewer.organisation)):
        if span.first.isoformat() == written:
            return span
    raise Http404(written)


def _weeks(year: int, month: int, calendar: Calendar, own: frozenset[date]) -> list[Week]:
    weeks = Weeks().monthdatescalendar(year, month)
    return [tuple(_cell(day, calendar, own) if day.month == month else None for day in week) for week in weeks]


def _cell(day: date, calendar: Calendar, own: frozenset[date]) -> Cell:
    return Cell(day, is_workday(day, calendar), calendar.names.get(day, ""), day in own)

"""What is not red now but will be by Friday, or by any other day? Findings, measures and requests, by unit and by day.

From plain dates and the organisation's own colours: one query for each kind, whatever the number of rows.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from bihuan.desk.queries.calendar import midnight
from bihuan.desk.queries.requests import DUE, requests_for
from bihuan.ledger.models import Measure
from bihuan.ledger.queries.findings import findings_for
from bihuan.people.viewer import Viewer
from bihuan.rounds.queries import calendar_of
from bihuan.rules import finding, measure
from bihuan.rules.request import Party
from bihuan.rules.request_time import OVER
from bihuan.rules.warnings import Colour, gravest, turning, turns_on
from bihuan.rules.workdays import is_workday
from bihuan.watch.queries.colours import scheme_of

FRIDAY = 4
FARTHEST = timedelta(days=31)
HELD = (Party.UNIT.value, Party.OFFICE.value, Party.LEADER.value)
"""The hands in which a request can be late."""
UNIT = ("lead_unit__number", "lead_unit__short_name", "lead_unit__name")


@dataclass(frozen=True)
class Turn:
    """One thing that turns: when, and what it is. `unit` is (reference, label), or empty where nobody has it."""

    kind: str
    ref: str
    text: str
    due: date
    on: date
    unit: tuple[str, str]


@dataclass(frozen=True)
class Day:
    """One day of the strip: how much turns on it, and its height beside the fullest day, in thousandths."""

    on: date
    works: bool
    count: int
    height: int


@dataclass(frozen=True)
class Turning:
    """Everything that turns up to a day, the earliest first."""

    colour: Colour | None
    until: date
    turns: tuple[Turn, ...]
    days: tuple[Day, ...]

    @property
    def counts(self) -> Counter[str]:
        return Counter(turn.kind for turn in self.turns)

    def by_unit(self, day: date | None = None) -> dict[tuple[str, str], list[Turn]]:
        """The unit with most first; of one day alone where one is named."""
        units: dict[tuple[str, str], list[Turn]] = {}
        for turn in self.turns:
            if day in (None, turn.on):
                units.setdefault(turn.unit, []).append(turn)
        return dict(sorted(units.items(), key=lambda pair: -len(pair[1])))


def coming_friday(today: date) -> date:
    """The next one: what turns on this one is red already where today is a Friday."""
    return today + timedelta(days=(FRIDAY - today.weekday()) % 7 or 7)


def turning_for(viewer: Viewer, until: date, *, today: date) -> Turning:
    colour = gravest(scheme_of(viewer.organisation))
    if colour is None:
        return Turning(None, until, (), ())
    first, last = turning(colour, today, until)
    found = (*_findings(viewer, first, last), *_measures(viewer, first, last), *_requests(viewer, first, last))
    turns = [Turn(kind, ref, text, due, turns_on(colour, due), unit) for kind, ref, text, due, unit in found]
    turns.sort(key=lambda turn: (turn.on, turn.kind, turn.ref))
    return Turning(colour, until, tuple(turns), _days(viewer, turns, today, until))


Row = tuple[str, str, str, date, tuple[str, str]]


def _findings(viewer: Viewer, first: date, last: date) -> Iterator[Row]:
    rows = findings_for(viewer).exclude(status=finding.Status.CLOSED.value).filter(due__range=(first, last))
    for number, text, due, *unit in rows.values_list("number", "text", "due", *UNIT):
        yield "finding", f"F-{number:03d}", text, due, _unit(*unit)


def _measures(viewer: Viewer, first: date, last: date) -> Iterator[Row]:
    """The open ones of findings that are being rectified, as the reminders have it."""
    seen = findings_for(viewer).filter(status=finding.Status.RECTIFYING.value).order_by()
    rows = Measure.objects.filter(finding__in=seen, status=measure.Status.OPEN.value, due__range=(first, last))
    columns = ("finding__number", "number", "text", "due", *(f"finding__{name}" for name in UNIT))
    for whole, number, text, due, *unit in rows.values_list(*columns):
        yield "measure", f"F-{whole:03d}-{number}", text, due, _unit(*unit)


def _requests(viewer: Viewer, first: date, last: date) -> Iterator[Row]:
    """By the local day of the present due time."""
    rows = requests_for(viewer).filter(round__finished_on__isnull=True, holder__in=HELD)
    rows = rows.exclude(status__in=[status.value for status in OVER]).annotate(due_now=DUE)
    rows = rows.filter(due_now__gte=midnight(first), due_now__lt=midnight(last + timedelta(days=1)))
    for number, text, due, *unit in rows.values_list("number", "text", "due_now", *UNIT):
        yield "request", f"R-{number:03d}", text, timezone.localdate(due), _unit(*unit)


def _unit(number: int | None, short_name: str | None, name: str | None) -> tuple[str, str]:
    return (f"U-{number:03d}", short_name or name or "") if number else ("", "")


def _days(viewer: Viewer, turns: list[Turn], today: date, until: date) -> tuple[Day, ...]:
    counted, calendar = Counter(turn.on for turn in turns), calendar_of(viewer.organisation)
    fullest = max(counted.values(), default=0) or 1
    days = (today + timedelta(days=n) for n in range(1, (until - today).days + 1))
    return tuple(Day(day, is_workday(day, calendar), counted[day], counted[day] * 1000 // fullest) for day in days)

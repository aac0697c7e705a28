"""What lies on which day for this viewer? Everything of the desk with a date, each by the filter of its own noun.

Of interviews there are only times and numbers, and only for the two people who arrange them: who is to be interviewed
is not even asked for here. Six queries, whatever the number of days and rows.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from django.db.models import Count, QuerySet
from django.utils import timezone

from bihuan.desk.queries.duties import duties_for
from bihuan.desk.queries.errands import errands_for
from bihuan.desk.queries.interviews import interviews_for
from bihuan.desk.queries.meetings import meetings_for
from bihuan.desk.queries.requests import DUE, requests_for
from bihuan.desk.queries.visits import visits_for
from bihuan.people.viewer import Viewer
from bihuan.rules.interview import Status as InterviewStatus
from bihuan.rules.request import Status as RequestStatus
from bihuan.rules.visit import Status as VisitStatus
from bihuan.say import Say, say

LONGEST = 60
"""Characters of a request's text in a calendar."""
FINISHED = frozenset({RequestStatus.HANDED_OVER, RequestStatus.RECEIPTED, RequestStatus.CLOSED})


class Kind(StrEnum):
    DUE = "due"
    VISIT = "visit"
    MEETING = "meeting"
    INTERVIEW = "interview"
    ERRAND = "errand"
    DUTY = "duty"


KINDS: dict[Kind, Say] = {
    Kind.DUE: say("到期"),
    Kind.VISIT: say("延伸巡视"),
    Kind.MEETING: say("列席会议"),
    Kind.INTERVIEW: say("个别谈话"),
    Kind.ERRAND: say("服务保障"),
    Kind.DUTY: say("值班"),
}
SHIFTS: dict[str, Say] = {"day": say("白班"), "night": say("夜班")}


@dataclass(frozen=True)
class Entry:
    """One thing on a day, in local time. An entry without an end is a moment; `all_day` has no hours."""

    kind: Kind
    start: datetime
    end: datetime | None = None
    title: str | Say = ""
    ref: str = ""
    place: str = ""
    all_day: bool = False
    done: bool = False
    count: int = 1
    """Interviews at this time, or on this day."""

    def is_late(self, now: datetime) -> bool:
        return self.kind in (Kind.DUE, Kind.ERRAND) and not self.done and self.start < now

    def covers(self, day: date) -> bool:
        last = self.end - timedelta(seconds=1) if self.end else self.start
        return self.start.date() <= day <= max(last, self.start).date()


def entries(viewer: Viewer, first: date, last: date) -> list[Entry]:
    """What this viewer may see from the first day to the last, both included, by time."""
    span = midnight(first), midnight(last + timedelta(days=1))
    found = [*_dues(viewer, *span), *_visits(viewer, *span), *_meetings(viewer, *span), *_interviews(viewer, *span),
             *_errands(viewer, *span), *_duties(viewer, first, last)]  # fmt: skip
    return sorted(found, key=lambda each: (each.start.date(), not each.all_day, each.start, each.kind, each.ref))


def by_day(found: list[Entry], days: tuple[date, ...], *, together: bool = False) -> dict[date, list[Entry]]:
    """The entries of each day; one over several days stands on each. `together`: a day's interviews in one line."""
    table = {day: [each for each in found if each.covers(day)] for day in days}
    return {day: _together(rows) for day, rows in table.items()} if together else table


def midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))


def _together(rows: list[Entry]) -> list[Entry]:
    interviews = [each for each in rows if each.kind is Kind.INTERVIEW]
    if len(interviews) < 2:
        return rows
    last = max(each.end for each in interviews if each.end)
    one = _interviewed(interviews[0].start, last, sum(each.count for each in interviews))
    return [one if each is interviews[0] else each for each in rows if each not in interviews[1:]]


def _dues(viewer: Viewer, start: datetime, end: datetime) -> Iterator[Entry]:
    rows = requests_for(viewer).annotate(due_now=DUE).filter(due_now__gte=start, due_now__lt=end)
    rows = rows.exclude(status=RequestStatus.WITHDRAWN.value).select_related("lead_unit")
    for row in rows.only(
        "number", "text", "status", "due_at", "moved_due_at", "lead_unit__name", "lead_unit__short_name"
    ):
        unit = row.lead_unit.label if row.lead_unit else ""
        text = row.text if len(row.text) <= LONGEST else f"{row.text[: LONGEST - 1]}…"
        done = RequestStatus(row.status) in FINISHED
        yield Entry(Kind.DUE, _local(row.due), None, text, row.ref, unit, done=done)


def _visits(viewer: Viewer, start: datetime, end: datetime) -> Iterator[Entry]:
    rows = _within(visits_for(viewer), start, end).exclude(status=VisitStatus.CANCELLED.value)
    for row in rows.select_related("unit"):
        done = row.status == VisitStatus.DONE.value
        yield Entry(Kind.VISIT, _local(row.starts_at), _local(row.ends_at), row.unit.label, row.ref, done=done)


def _meetings(viewer: Viewer, start: datetime, end: datetime) -> Iterator[Entry]:
    for row in _within(meetings_for(viewer), start, end).filter(cancelled=False):
        yield Entry(Kind.MEETING, _local(row.starts_at), _local(row.ends_at), row.title, row.ref, row.place)


def _interviews(viewer: Viewer, start: datetime, end: datetime) -> Iterator[Entry]:
    rows = _within(interviews_for(viewer), start, end).exclude(status=InterviewStatus.CANCELLED.value)
    for slot in rows.order_by().values("starts_at", "ends_at").annotate(count=Count("pk")):
        yield _interviewed(_local(slot["starts_at"]), _local(slot["ends_at"]), slot["count"])


def _interviewed(start: datetime, end: datetime, count: int) -> Entry:
    return Entry(Kind.INTERVIEW, start, end, say("{count} 场", count=count), count=count)


def _errands(viewer: Viewer, start: datetime, end: datetime) -> Iterator[Entry]:
    for row in errands_for(viewer).filter(cancelled=False, due_at__gte=start, due_at__lt=end):
        done = row.done_at is not None
        yield Entry(Kind.ERRAND, _local(row.due_at), None, row.title, row.ref, row.place, done=done)


def _duties(viewer: Viewer, first: date, last: date) -> Iterator[Entry]:
    for row in duties_for(viewer).filter(on__gte=first, on__lte=last):
        title = say("{name}（{shift}）", name=row.account.name, shift=SHIFTS[row.shift])
        start, end = midnight(row.on), midnight(row.on + timedelta(days=1))
        yield Entry(Kind.DUTY, start, end, title, f"{row.shift}-{row.account.username}", all_day=True)


def _within(rows: QuerySet, start: datetime, end: datetime) -> QuerySet:
    """Those that lie, in part or whole, between two moments."""
    return rows.filter(starts_at__lt=end, ends_at__gt=start)


def _local(moment: datetime) -> datetime:
    return timezone.localtime(moment)

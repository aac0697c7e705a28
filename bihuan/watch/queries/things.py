"""What is due in the ledger, at the desk, in letters and in the rounds, as it stands now? One query for each kind.

Only the few columns that a reminder needs are read, only of rows that come due by a day, and whole sets at a time.
What is closed, handed over, withdrawn or in another's hands does not come up, so nobody is reminded of its past.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from django.db.models import F, Q
from django.utils import timezone

from bihuan.desk.models import CheckSheet, Delivery, Prepared, Request
from bihuan.desk.queries.distributions import OWING
from bihuan.desk.queries.requests import DUE
from bihuan.ledger.models import Finding, Measure, StandingProof
from bihuan.people.models import Organisation
from bihuan.rounds.models import Round
from bihuan.rounds.queries import milestones_by
from bihuan.rules.finding import Status as FindingStatus
from bihuan.rules.letter import UNANSWERED
from bihuan.rules.measure import Status as MeasureStatus
from bihuan.rules.people import Role
from bihuan.rules.request import Party
from bihuan.rules.request_time import OVER
from bihuan.rules.sheet import Status as SheetStatus
from bihuan.rules.standing import Proof
from bihuan.rules.workdays import Calendar
from bihuan.watch.models import Letter

CHUNK = 5000
UNIT = frozenset({Role.HANDLER, Role.HEAD})
HOLDERS = {
    Party.UNIT: UNIT,
    Party.OFFICE: frozenset({Role.OFFICE}),
    Party.LEADER: frozenset({Role.LEADER}),
}


class Thing(NamedTuple):
    """One thing that is due. Where `roles` is given they hear of it, whatever the colour says."""

    kind: str
    ref: str
    on: date
    path: str
    """Of the unit that has to do it; empty where nobody has been told to."""
    handler: int | None = None
    leader: int | None = None
    holder: str = ""
    """The role that has the ball, where it is not the unit."""
    roles: frozenset[Role] | None = None
    rises: bool = False
    """Whether it comes to the ears of higher levels when it stays overdue."""


def things_due(organisation: Organisation, *, today: date, until: date, calendar: Calendar) -> Iterator[Thing]:
    """Everything that is open and due by `until`."""
    yield from findings_due(organisation, until)
    yield from measures_due(organisation, until)
    yield from standing_due(organisation, until)
    yield from requests_due(organisation, until)
    yield from prepared_due(organisation, until)
    yield from deliveries_due(organisation, until)
    yield from sheets_due(organisation, until)
    yield from letters_due(organisation, until)
    yield from milestones_due(organisation, today, until, calendar)


def findings_due(organisation: Organisation, until: date) -> Iterator[Thing]:
    rows = Finding.objects.filter(organisation=organisation, due__lte=until).exclude(status=FindingStatus.CLOSED.value)
    columns = ("number", "due", "lead_unit__path", "handler_id", "leader_id", "holder")
    for number, on, path, handler, leader, holder in rows.order_by().values_list(*columns).iterator(CHUNK):
        away = holder if holder != Role.HEAD else ""
        yield Thing("finding", f"F-{number:03d}", on, path or "", handler, leader, away, rises=True)


def measures_due(organisation: Organisation, until: date) -> Iterator[Thing]:
    """The open measures of findings that are being rectified: before and after, the finding itself is what is due."""
    rows = Measure.objects.filter(
        status=MeasureStatus.OPEN.value,
        due__lte=until,
        finding__organisation=organisation,
        finding__status=FindingStatus.RECTIFYING.value,
    )
    columns = ("finding__number", "number", "due", "finding__lead_unit__path", "finding__handler_id",
               "finding__leader_id")  # fmt: skip
    for finding, number, on, path, handler, leader in rows.order_by().values_list(*columns).iterator(CHUNK):
        yield Thing("measure", f"F-{finding:03d}-{number}", on, path or "", handler, leader, rises=True)


def standing_due(organisation: Organisation, until: date) -> Iterator[Thing]:
    """The proofs that standing measures ask for, by the reference of the finding that they keep closed."""
    rows = StandingProof.objects.filter(
        status=Proof.ASKED.value, due__lte=until, standing__finding__organisation=organisation
    )
    finding = "standing__finding__"
    columns = (f"{finding}number", "due", f"{finding}lead_unit__path", f"{finding}handler_id", f"{finding}leader_id")
    for number, on, path, handler, leader in rows.order_by().values_list(*columns).iterator(CHUNK):
        yield Thing("standing", f"F-{number:03d}", on, path or "", handler, leader, rises=True)


def requests_due(organisation: Organisation, until: date) -> Iterator[Thing]:
    """By the local day of the present due time; whoever has the ball hears of it."""
    end = timezone.make_aware(datetime.combine(until + timedelta(days=1), time.min))
    for number, due, path, handler, holder in _open_requests(organisation, end):
        roles = HOLDERS[Party(holder)]
        yield Thing("request", f"R-{number:03d}", timezone.localdate(due), path or "", handler, roles=roles)


def requests_near(organisation: Organisation, until: datetime) -> Iterator[tuple[Thing, datetime]]:
    """The requests whose present due time comes before a moment, each with that time."""
    for number, due, path, handler, holder in _open_requests(organisation, until):
        on, roles = timezone.localdate(due), HOLDERS[Party(holder)]
        yield Thing("request", f"R-{number:03d}", on, path or "", handler, roles=roles), due


def _open_requests(
    organisation: Organisation, end: datetime
) -> Iterator[tuple[int, datetime, str | None, int | None, str]]:
    rows = Request.objects.filter(
        organisation=organisation, round__finished_on__isnull=True, holder__in=[party.value for party in HOLDERS]
    ).exclude(status__in=[status.value for status in OVER])
    rows = rows.annotate(due_now=DUE).filter(due_now__lt=end).order_by()
    return rows.values_list("number", "due_now", "lead_unit__path", "handler_id", "holder").iterator(CHUNK)


def prepared_due(organisation: Organisation, until: date) -> Iterator[Thing]:
    rows = Prepared.objects.filter(
        round__organisation=organisation,
        round__finished_on__isnull=True,
        done_at__isnull=True,
        due_on__lte=until,
    )
    for number, on, path in rows.order_by().values_list("number", "due_on", "unit__path").iterator(CHUNK):
        yield Thing("prepared", f"A-{number:03d}", on, path or "", roles=UNIT)


def deliveries_due(organisation: Organisation, until: date) -> Iterator[Thing]:
    rows = Delivery.objects.filter(
        OWING,
        distribution__organisation=organisation,
        distribution__round__finished_on__isnull=True,
        distribution__due_on__lte=until,
    )
    columns = ("distribution__number", "distribution__due_on", "unit__path")
    for number, on, path in rows.order_by().values_list(*columns).iterator(CHUNK):
        yield Thing("delivery", f"D-{number:03d}", on, path, roles=UNIT)


def sheets_due(organisation: Organisation, until: date) -> Iterator[Thing]:
    rows = CheckSheet.objects.filter(
        Q(unit__closed_on__isnull=True),
        selfcheck__organisation=organisation,
        selfcheck__round__finished_on__isnull=True,
        selfcheck__due_on__lte=until,
    ).exclude(status=SheetStatus.SIGNED.value)
    columns = ("selfcheck__number", "unit__number", "selfcheck__due_on", "unit__path")
    for number, unit, on, path in rows.order_by().values_list(*columns).iterator(CHUNK):
        yield Thing("sheet", f"S-{number:03d}/U-{unit:03d}", on, path, roles=UNIT)


def letters_due(organisation: Organisation, until: date) -> Iterator[Thing]:
    """The answers that letters ask for, of those that are with their unit."""
    rows = Letter.objects.filter(
        organisation=organisation, status__in=[status.value for status in UNANSWERED], answer_due__lte=until
    )
    for number, on, path in rows.order_by().values_list("number", "answer_due", "unit__path").iterator(CHUNK):
        yield Thing("letter", f"L-{number:03d}", on, path, roles=UNIT)


def milestones_due(organisation: Organisation, today: date, until: date, calendar: Calendar) -> Iterator[Thing]:
    """Up to their day: nothing in the record says that a milestone was kept, so none is ever called late."""
    rows = Round.objects.filter(organisation=organisation, finished_on__isnull=True)
    for round in rows.select_related("organisation").prefetch_related("rule_changes").order_by(F("number").asc()):
        for milestone in milestones_by(round, calendar):
            if today <= milestone.on <= until:
                yield Thing("milestone", f"{round.ref}/{milestone.name}", milestone.on, "", roles=HOLDERS[Party.OFFICE])

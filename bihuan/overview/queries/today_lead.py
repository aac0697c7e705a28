"""What do those who answer for others see first? What they lead personally, what waits for their signature, meetings
held against the plan, and how the units in their charge stand.

For the first responsible and for leaders; nobody else pays for it. A fixed number of queries.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from bihuan.desk.queries.requests import requests_waiting_for
from bihuan.ledger.models import Finding, Origin
from bihuan.ledger.queries.findings import findings_for
from bihuan.ledger.queries.meetings import plan_and_held
from bihuan.ledger.queries.review import judging
from bihuan.overview.queries.today_papers import PapersToday
from bihuan.people.models import Unit
from bihuan.people.queries import units_for
from bihuan.people.viewer import Viewer
from bihuan.rounds.queries import rounds_for
from bihuan.rules.finding import Partly, Status
from bihuan.rules.meeting import Held
from bihuan.rules.people import Role, lies_in
from bihuan.rules.rates import Counted, Tally, split, tally
from bihuan.say import Say, say

FEW = 10
LEADING = frozenset({Role.FIRST, Role.LEADER})
COLUMNS = ("status", "immediate", "origin", "partly", "due", "deadline")


@dataclass(frozen=True)
class Charge:
    """One unit in charge, with everything below it: what the group found, fixes on the spot, what units found."""

    unit: Unit
    ordinary: Tally
    immediate: Tally
    own: Tally


@dataclass(frozen=True)
class Waits:
    """How many things of one kind wait for a signature, and the page and filter where it is given."""

    label: Say
    count: int
    page: str
    query: str = ""


@dataclass(frozen=True)
class Lead:
    """The part of Today that only those who lead have."""

    own: tuple[Finding, ...]
    """The open ones of those led personally, and for the first responsible of the key ones; the first due first."""
    led: Tally
    signing: tuple[Waits, ...]
    meetings: Held | None
    charges: tuple[Charge, ...]


def lead_today(viewer: Viewer, papers: PapersToday, *, today: date) -> Lead | None:
    """None for whoever leads nobody; `papers` are those that wait for this viewer.

    Meetings are those of the newest round that has its letter and still runs.
    """
    if not viewer.roles & LEADING:
        return None
    running = findings_for(viewer).filter(round__finished_on__isnull=True)
    mine = Q(leader=viewer.account) | (Q(key=True) if Role.FIRST in viewer.roles else Q(pk__in=[]))
    led = running.filter(mine)
    round = rounds_for(viewer).filter(finished_on__isnull=True, feedback_on__isnull=False).first()
    related = ("lead_unit", "leader", "round")
    rows = led.exclude(status=Status.CLOSED.value).select_related(*related).order_by("due", "number")
    return Lead(
        own=tuple(rows[:FEW]),
        led=tally((_counted(row) for row in led.order_by().values_list(*COLUMNS)), today=today),
        signing=signing_of(viewer, papers),
        meetings=plan_and_held(viewer, round, today=today) if round else None,
        charges=charges_of(viewer, today=today),
    )


def signing_of(viewer: Viewer, papers: PapersToday) -> tuple[Waits, ...]:
    """What waits for this viewer's word or signature, kind by kind, none left out where it is none."""
    asked = judging(viewer)
    return (
        Waits(say("异议待处理"), asked.disputes, "review"),
        Waits(say("方案待审核"), asked.plans, "review"),
        Waits(say("销号待审核"), asked.closeouts, "review"),
        Waits(say("延期待审批"), asked.extensions, "review"),
        Waits(say("联络事项待签发或裁定"), requests_waiting_for(viewer).count(), "desk", "?mine=1"),
        Waits(say("督办文书待签批"), len(papers.letters), "letters"),
        Waits(say("发文待审批"), len(papers.approving), "dispatch"),
    )


def charges_of(viewer: Viewer, *, today: date) -> tuple[Charge, ...]:
    """The units in this viewer's charge, by the findings that they or units below them lead: two queries."""
    paths = {path for post in viewer.posts for path in post.charge}
    if not paths:
        return ()
    findings = findings_for(viewer).filter(viewer.within("lead_unit__path"), round__finished_on__isnull=True)
    rows = list(findings.order_by().values_list("lead_unit__path", *COLUMNS))
    units = units_for(viewer).filter(path__in=paths).order_by("path")
    return tuple(_charge(unit, (row[1:] for row in rows if lies_in(row[0], unit.path)), today) for unit in units)


Row = tuple[str, bool, str, str, date | None, date | None]


def _charge(unit: Unit, rows: Iterable[Row], today: date) -> Charge:
    return Charge(unit, *split((_counted(row) for row in rows), today=today))


def _counted(row: Row) -> Counted:
    status, immediate, origin, partly, due, deadline = row
    return Counted(Status(status), immediate, origin == Origin.SELF, Partly(partly), due, deadline)

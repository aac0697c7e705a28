"""What waits for this viewer's opinion? Plans, close-outs, disputes, 基本完成, extensions: the urgent first."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from bihuan.ledger.models import Extension, Finding
from bihuan.ledger.queries.extensions import extensions_waiting
from bihuan.ledger.queries.findings import findings_for, waiting_for
from bihuan.ledger.queries.table import MeasureCount, measure_counts
from bihuan.people.viewer import Viewer
from bihuan.rules.finding import Partly, Status

MOST = 200
STATUSES = (Status.DISPUTED, Status.PLANNED, Status.UNDER_REVIEW)
"""In which a finding is judged."""


@dataclass(frozen=True)
class Waiting:
    """One finding in the queue: the application's number of rounds, and how far its measures are."""

    finding: Finding
    measures: MeasureCount


@dataclass(frozen=True)
class Queue:
    """The queue by what is asked: settle a dispute, judge a plan, judge a close-out, confirm 基本完成."""

    disputes: tuple[Waiting, ...]
    plans: tuple[Waiting, ...]
    closeouts: tuple[Waiting, ...]
    partly: tuple[Waiting, ...]
    extensions: tuple[Extension, ...]

    @property
    def total(self) -> int:
        queues = (self.disputes, self.plans, self.closeouts, self.partly, self.extensions)
        return sum(len(queue) for queue in queues)


@dataclass(frozen=True)
class Judging:
    """How many wait in the queue, by what is asked; 基本完成 is left out, for only the office confirms it."""

    disputes: int
    plans: int
    closeouts: int
    extensions: int

    @property
    def total(self) -> int:
        return self.disputes + self.plans + self.closeouts + self.extensions


def judging(viewer: Viewer) -> Judging:
    """The same queue in numbers alone: two queries."""
    counted = dict(_asked(viewer).order_by().values_list("status").annotate(n=Count("pk")))
    numbers = (counted.get(status.value, 0) for status in STATUSES)
    return Judging(*numbers, extensions_waiting(viewer).count())


def _asked(viewer: Viewer) -> QuerySet[Finding]:
    """The findings to judge; those of which this viewer made the application are left out, for they cannot."""
    mine = Q(status=Status.PLANNED.value, plan_submitted_by=viewer.account) | Q(
        closeouts__outcome="pending", closeouts__applied_by=viewer.account
    )
    rows = waiting_for(viewer).filter(status__in=[s.value for s in STATUSES])
    return rows.exclude(pk__in=findings_for(viewer).filter(mine).values("pk"))


def review_queue(viewer: Viewer) -> Queue:
    """The queue with its rows."""
    found = list(_asked(viewer).select_related("lead_unit", "leader", "round")[:MOST])
    reported = _reported(viewer)
    counts = measure_counts([*found, *reported])
    items = [Waiting(row, counts.get(row.pk, MeasureCount())) for row in found]
    by_status = {status: tuple(i for i in items if i.finding.status == status) for status in STATUSES}
    return Queue(
        by_status[Status.DISPUTED],
        by_status[Status.PLANNED],
        by_status[Status.UNDER_REVIEW],
        tuple(Waiting(row, counts.get(row.pk, MeasureCount())) for row in reported),
        tuple(extensions_waiting(viewer)[:MOST]),
    )


def _reported(viewer: Viewer) -> list[Finding]:
    """Findings reported as 基本完成, which the office confirms."""
    if not viewer.is_office:
        return []
    rows = findings_for(viewer).filter(partly=Partly.REPORTED.value, status=Status.RECTIFYING.value)
    return list(rows.select_related("lead_unit", "leader", "round").order_by("due", "number")[:MOST])

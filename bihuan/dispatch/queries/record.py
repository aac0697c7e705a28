"""What does the record say of a round at this moment? Read once for a paper, with the figures all papers agree on.

A fixed number of queries, whatever the number of findings; a paper about one round holds them all in memory.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from django.db.models import QuerySet
from django.utils import timezone

from bihuan.desk.queries.requests import requests_for
from bihuan.ledger.models import Finding, Origin
from bihuan.ledger.queries.findings import findings_for
from bihuan.ledger.queries.papers import complete, heading, row_of
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules import request
from bihuan.rules.finding import Partly, Status
from bihuan.rules.measure import Status as MeasureStatus
from bihuan.rules.rates import DEFINITION, Counted, Tally, split, tally
from bihuan.say import Say, say
from bihuan.writing.figures import Figure, Figures
from bihuan.writing.rows import LedgerRow
from bihuan.writing.tables import Heading


@dataclass(frozen=True)
class Known:
    """One finding: the row of the tables, what counting needs of it, and the finding itself with its measures."""

    finding: Finding
    row: LedgerRow
    counted: Counted

    @property
    def ordinary(self) -> bool:
        """Neither an immediate fix nor found by our own check: these make the rate."""
        return not self.counted.immediate and not self.counted.own

    @property
    def closed(self) -> bool:
        return self.counted.status is Status.CLOSED

    @property
    def partly(self) -> bool:
        return not self.closed and self.counted.partly is Partly.CONFIRMED


@dataclass(frozen=True)
class Record:
    """The findings of one round that the viewer sees, in their order, and what is counted of them."""

    heading: Heading
    known: tuple[Known, ...]
    petitions: Figure
    today: date

    @cached_property
    def rows(self) -> tuple[LedgerRow, ...]:
        return tuple(each.row for each in self.known)

    @cached_property
    def figures(self) -> Figures:
        """Every count and rate of the round; the papers print these and no others."""
        ordinary, immediate, own = split((each.counted for each in self.known), today=self.today)
        measures = [measure for each in self.known for measure in each.finding.measures.all()]
        return Figures(
            aspects=len({row.aspect for row in self.rows} - {""}),
            issues=len({(row.aspect, row.heading) for row in self.rows}),
            findings=len(self.rows),
            details=sum(bool(row.detail) for row in self.rows),
            measures=len(measures),
            measures_done=sum(measure.status == MeasureStatus.DONE for measure in measures),
            ordinary=figure(say("反馈问题"), ordinary),
            immediate=figure(say("立行立改"), immediate),
            own=figure(say("自查发现"), own),
            petitions=self.petitions,
            definition=DEFINITION,
        )

    def by_aspect(self) -> dict[str, list[Known]]:
        """The ordinary findings by aspect, in order of first appearance."""
        found: dict[str, list[Known]] = {}
        for each in self.known:
            if each.ordinary:
                found.setdefault(each.row.aspect, []).append(each)
        return found

    def tally(self, known: Iterable[Known]) -> Tally:
        return tally((each.counted for each in known), today=self.today)


def record_of(viewer: Viewer, round: Round, at: datetime) -> Record:
    """The record as it stands; `at` is the moment that the paper will bear."""
    today = timezone.localdate(at)
    rows = complete(seen(viewer, round)).prefetch_related("closeouts__approvals__by")
    known = tuple(Known(row, row_of(row), counted_of(row)) for row in rows)
    return Record(heading(viewer, round, at=at), known, _petitions(viewer, round, at), today)


def seen(viewer: Viewer, round: Round) -> QuerySet[Finding]:
    """The findings of the round in the viewer's sight, in the order of the letter."""
    return findings_for(viewer).filter(round=round).order_by("number")


def counted_of(finding: Finding, status: str = "") -> Counted:
    """What counting needs of a finding, by its status or by one it had before."""
    return Counted(
        Status(status or finding.status),
        finding.immediate,
        finding.origin == Origin.SELF,
        Partly(finding.partly),
        finding.due,
        finding.deadline,
    )


def figure(name: Say | str, tally: Tally) -> Figure:
    """A tally as a line of a table."""
    return Figure(name, tally.total, tally.closed, tally.partly, tally.overdue, percent(tally))


def percent(tally: Tally) -> str:
    return "" if tally.rate is None else f"{tally.rate}%"


def _petitions(viewer: Viewer, round: Round, at: datetime) -> Figure:
    """信访件: what the group handed over while it was here; withdrawn ones are none. One query."""
    rows = requests_for(viewer).filter(round=round, kind=request.Kind.PETITION.value)
    found = list(rows.exclude(status=request.Status.WITHDRAWN.value).values_list("status", "due_at", "moved_due_at"))
    closed = sum(status == request.Status.CLOSED for status, _due, _moved in found)
    late = sum(status != request.Status.CLOSED and (moved or due) < at for status, due, moved in found)
    rate = percent(Tally(total=len(found), closed=closed))
    return Figure(say("信访件"), len(found), closed, overdue=late, rate=rate)

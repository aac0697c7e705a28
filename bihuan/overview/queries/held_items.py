"""What did each hand hold? Findings and requests alike, each with its stretches in a period.

Two queries and the calendar, whatever the number of passes; everybody counts what they may see.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import groupby

from django.utils import timezone

from bihuan.desk.models import Handoff
from bihuan.desk.queries.calendar import midnight
from bihuan.desk.queries.requests import requests_for
from bihuan.ledger.models import Pass
from bihuan.ledger.queries.findings import findings_for
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rounds.queries import calendar_of
from bihuan.rules import holding
from bihuan.rules.holding import Span, spans, within
from bihuan.rules.people import Role
from bihuan.rules.request import Party, Status
from bihuan.rules.workdays import Calendar
from bihuan.say import Say, say


class Kind(StrEnum):
    """What is held."""

    FINDING = "finding"
    REQUEST = "request"


class Hand(StrEnum):
    """In whose hands, for findings and requests alike: the office is the liaison group while the group is here."""

    UNIT = "unit"
    OFFICE = "office"
    LEADER = "leader"
    FIRST = "first"
    SUPERVISOR = "supervisor"
    GROUP = "group"


HANDS: dict[Hand, Say] = {
    Hand.UNIT: say("责任单位"),
    Hand.OFFICE: say("整改办、联络组"),
    Hand.LEADER: say("责任领导"),
    Hand.FIRST: say("第一责任人"),
    Hand.SUPERVISOR: say("监督人员"),
    Hand.GROUP: say("巡视组"),
}
OF_FINDINGS = {
    Role.HEAD: Hand.UNIT,
    Role.HANDLER: Hand.UNIT,
    Role.OFFICE: Hand.OFFICE,
    Role.LEADER: Hand.LEADER,
    Role.FIRST: Hand.FIRST,
    Role.SUPERVISOR: Hand.SUPERVISOR,
}
OF_REQUESTS = {
    Party.UNIT: Hand.UNIT,
    Party.OFFICE: Hand.OFFICE,
    Party.LEADER: Hand.LEADER,
    Party.GROUP: Hand.GROUP,
}


@dataclass(frozen=True)
class Wanted:
    """Of which round, and from which day to which; both days count."""

    round: Round | None = None
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True)
class Item:
    """One finding or request with its stretches in the period; `now` is the hand that has it, and its unit."""

    kind: Kind
    number: int
    spans: tuple[Span, ...]
    now: tuple[Hand, str] | None

    @property
    def ref(self) -> str:
        return f"{'F' if self.kind is Kind.FINDING else 'R'}-{self.number:03d}"


def items_for(viewer: Viewer, wanted: Wanted, *, now: datetime) -> list[Item]:
    """Everything this viewer sees that somebody held in the period; withdrawn requests burden nobody."""
    findings, requests = findings_for(viewer), requests_for(viewer)
    requests = requests.exclude(status=Status.WITHDRAWN.value)
    if wanted.round:
        findings, requests = findings.filter(round=wanted.round), requests.filter(round=wanted.round)
    passes = Pass.objects.filter(finding__in=findings.order_by()).order_by("finding__number", "pk")
    handoffs = Handoff.objects.filter(request__in=requests.order_by()).order_by("request__number", "pk")
    calendar = calendar_of(viewer.organisation)
    rows = passes.values_list("finding__number", "holder", "unit__number", "status", "at")
    asked = handoffs.values_list("request__number", "to_party", "to_unit__number", "to_status", "at")
    every = [*_items(Kind.FINDING, rows, now, calendar), *_items(Kind.REQUEST, asked, now, calendar)]
    cut = (_within(item, wanted, calendar) for item in every)
    return [item for item in cut if item.spans]


Row = tuple[int, str, int | None, str, datetime]


def _items(kind: Kind, rows: Iterable[Row], now: datetime, calendar: Calendar) -> Iterator[Item]:
    until = timezone.localtime(now)
    for number, group in groupby(rows, key=lambda row: row[0]):
        passes = [_pass(kind, row) for row in group]
        last = passes[-1]
        hand = (Hand(last.party), last.unit) if last.party else None
        yield Item(kind, number, spans(passes, until, calendar), hand)


def _pass(kind: Kind, row: Row) -> holding.Pass:
    _number, holder, unit, status, at = row
    hand = (OF_FINDINGS[Role(holder)] if kind is Kind.FINDING else OF_REQUESTS[Party(holder)]) if holder else None
    return holding.Pass(hand, timezone.localtime(at), f"U-{unit:03d}" if unit else "", status)


def _within(item: Item, wanted: Wanted, calendar: Calendar) -> Item:
    start = midnight(wanted.start) if wanted.start else None
    end = midnight(wanted.end + timedelta(days=1)) if wanted.end else None
    kept = (span for span in within(item.spans, start, end, calendar) if span.party)
    return replace(item, spans=tuple(kept))

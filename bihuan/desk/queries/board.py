"""What stands on the board for this viewer: filtered, grouped by who has the ball, the most pressing first?

A fixed number of queries whatever the number of rows: the rows, their count, and one for the counts on the chips.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When

from bihuan.desk.models import Request
from bihuan.desk.queries.requests import DUE, OVER, requests_for, requests_waiting_for
from bihuan.people.queries.unit import number_of as unit_number
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules import request_time
from bihuan.rules.people import Role
from bihuan.rules.request import Party, Status

PER_PAGE = 100
SORTS = {
    "ref": ("number",),
    "due": ("due_now", "number"),
    "since": ("since", "number"),
    "unit": ("lead_unit__path", "number"),
    "kind": ("kind", "number"),
    "status": ("status", "number"),
}


@dataclass(frozen=True)
class Wanted:
    """What the viewer asked to see, as plain values; empty means all that are open."""

    status: str = ""
    """A status, or `all`: also what is closed or withdrawn."""
    holder: str = ""
    kind: str = ""
    unit: str = ""
    when: str = ""
    """`late`, `bounced`."""
    mine: str = ""
    day: str = ""
    """The day on which it was taken down, as `2026-03-02`."""
    q: str = ""
    sort: str = ""


@dataclass(frozen=True)
class Counts:
    """How many stand where, for the chips: by status, by holder, late."""

    by_status: dict[str, int]
    by_holder: dict[str, int]
    late: int

    @property
    def open(self) -> int:
        return sum(count for status, count in self.by_status.items() if status not in OVER)

    @property
    def total(self) -> int:
        return sum(self.by_status.values())

    @property
    def bounced(self) -> int:
        return self.by_status.get(Status.OBJECTED.value, 0)


def late(now: datetime) -> Q:
    """The group still waits after the due time. The SQL twin of `rules.request_time.is_late`; asks for `due_now`."""
    return ~Q(status__in=[status.value for status in request_time.OVER]) & Q(due_now__lt=now)


def board_for(viewer: Viewer, round: Round, wanted: Wanted, *, now: datetime) -> QuerySet[Request]:
    """The requests asked for, in the order asked for."""
    rows = _base(viewer, round, wanted).filter(_where(wanted, now))
    return rows.select_related("lead_unit", "handler").order_by(*_order(wanted.sort, viewer))


def counts_for(viewer: Viewer, round: Round, wanted: Wanted, *, now: datetime) -> Counts:
    """Everything that is filtered except by status, holder and lateness. One query."""
    rows = _base(viewer, round, wanted).order_by().values("status", "holder")
    found = list(rows.annotate(n=Count("pk"), late=Count("pk", filter=late(now))))
    by_status: dict[str, int] = {}
    by_holder: dict[str, int] = {}
    for row in found:
        by_status[row["status"]] = by_status.get(row["status"], 0) + row["n"]
        by_holder[row["holder"]] = by_holder.get(row["holder"], 0) + row["n"]
    return Counts(by_status, by_holder, sum(row["late"] for row in found))


def _base(viewer: Viewer, round: Round, wanted: Wanted) -> QuerySet[Request]:
    rows = requests_waiting_for(viewer) if wanted.mine else requests_for(viewer)
    rows = rows.filter(round=round).annotate(due_now=DUE)
    if wanted.kind:
        rows = rows.filter(kind=wanted.kind)
    if wanted.unit:
        number = unit_number(wanted.unit)
        rows = rows.filter(Q(lead_unit__number=number) | Q(lead_unit__path__contains=f"/{number}/"))
    if wanted.day:
        rows = rows.filter(taken_at__date=date.fromisoformat(wanted.day))
    return rows.filter(matching(wanted.q)) if wanted.q.strip() else rows


def _where(wanted: Wanted, now: datetime) -> Q:
    where = {"late": late(now), "bounced": Q(status=Status.OBJECTED.value)}.get(wanted.when, Q())
    if wanted.holder:
        where &= Q(holder=wanted.holder)
    if wanted.status and wanted.status != "all":
        return where & Q(status=wanted.status)
    return where if wanted.status else where & ~Q(status__in=OVER)


def matching(words: str) -> Q:
    """Requests that contain every one of the words; `R-014` names its request."""
    condition = Q()
    for word in words.split()[:8]:
        digits = word[2:] if word[:2].upper() == "R-" else word
        found = Q(number=int(digits)) if digits.isdecimal() and len(digits) < 9 else Q(pk__in=[])
        for name in ("text", "period", "asked_by", "notice_number", "lead_unit__name", "lead_unit__short_name"):
            found |= Q(**{f"{name}__icontains": word})
        condition &= found
    return condition


def _order(sort: str, viewer: Viewer) -> list[object]:
    """By hands, the viewer's own first; in each hand what bounced, then what is due first."""
    if sort.lstrip("-") in SORTS:
        return [f"-{name}" if sort.startswith("-") else name for name in SORTS[sort.lstrip("-")]]
    hands = [When(holder=party.value, then=Value(place)) for place, party in enumerate(hands_of(viewer))]
    bounced = When(status=Status.OBJECTED.value, then=Value(0))
    return [
        Case(*hands, default=Value(len(hands)), output_field=IntegerField()),
        Case(bounced, default=Value(1), output_field=IntegerField()),
        "due_now",
        "number",
    ]


def hands_of(viewer: Viewer) -> list[Party]:
    """The hands in the order in which this viewer cares for them."""
    own = [party for role, party in OWN_HANDS.items() if role in viewer.roles]
    return list(dict.fromkeys([*own, *Party]))


OWN_HANDS = {
    Role.OFFICE: Party.OFFICE,
    Role.HEAD: Party.UNIT,
    Role.HANDLER: Party.UNIT,
    Role.LEADER: Party.LEADER,
    Role.FIRST: Party.LEADER,
}

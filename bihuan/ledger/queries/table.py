"""What stands in the ledger for this viewer, filtered, sorted, one page at a time?

A fixed number of queries whatever the number of rows: the rows themselves, their count, the counts on the chips,
and one for the measures of the rows on the page.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, F, Q, QuerySet
from django.db.models.expressions import OrderBy

from bihuan.ledger.models import Finding, Measure, Origin
from bihuan.ledger.queries.findings import findings_for
from bihuan.people.viewer import Viewer
from bihuan.rules.finding import Status
from bihuan.rules.measure import Status as MeasureStatus

PER_PAGE = 50
SOON = timedelta(days=7)
FLAGS = ("key", "immediate", "standing", "common")
ORIGINS = tuple(origin.value for origin in Origin)
"""Where a finding came from can be asked for like a mark."""
SORTS = {
    "ref": ("number",),
    "deadline": ("due", "number"),
    "status": ("status", "number"),
    "since": ("since", "number"),
    "unit": ("lead_unit__path", "number"),
    "aspect": ("aspect", "number"),
}


@dataclass(frozen=True)
class Wanted:
    """What the viewer asked to see, as plain values; empty means all."""

    round: str = ""
    status: str = ""
    due: str = ""
    """`overdue`, `soon` (within seven days), `original` (past the original deadline), `none` (no deadline)."""
    aspect: str = ""
    unit: str = ""
    leader: str = ""
    flag: str = ""
    q: str = ""
    sort: str = ""


@dataclass(frozen=True)
class MeasureCount:
    """How far the measures of one finding are, and how many proofs there are."""

    total: int = 0
    done: int = 0
    proofs: int = 0


@dataclass(frozen=True)
class Counts:
    """How many findings stand in each status, and how many are late, for the chips above the table."""

    by_status: dict[str, int]
    overdue: int
    soon: int
    original: int
    """How many would be late if nothing had been extended."""

    @property
    def total(self) -> int:
        return sum(self.by_status.values())


def overdue(today: date) -> Q:
    """Open and past the deadline that holds; the day itself is not yet late. Twin of `rules.rates.is_overdue`."""
    return ~Q(status=Status.CLOSED.value) & Q(due__lt=today)


def soon(today: date) -> Q:
    return ~Q(status=Status.CLOSED.value) & Q(due__gte=today, due__lte=today + SOON)


def overdue_originally(today: date) -> Q:
    """Open and past the deadline first set, extended or not."""
    return ~Q(status=Status.CLOSED.value) & Q(deadline__lt=today)


def table_for(viewer: Viewer, wanted: Wanted, *, today: date) -> QuerySet[Finding]:
    """The findings asked for, in the order asked for."""
    rows = _base(viewer, wanted).filter(_matching(wanted, today))
    if wanted.status:
        rows = rows.filter(status=wanted.status)
    return rows.select_related("lead_unit", "leader", "round").order_by(*_order(wanted.sort))


def counts_for(viewer: Viewer, wanted: Wanted, *, today: date) -> Counts:
    """The counts for the chips: everything that is filtered except by status and time. One query."""
    rows = (
        _base(viewer, wanted)
        .order_by()
        .values("status")
        .annotate(
            n=Count("pk"),
            late=Count("pk", filter=overdue(today)),
            near=Count("pk", filter=soon(today)),
            original=Count("pk", filter=overdue_originally(today)),
        )
    )
    found = list(rows)
    return Counts(
        {row["status"]: row["n"] for row in found},
        overdue=sum(row["late"] for row in found),
        soon=sum(row["near"] for row in found),
        original=sum(row["original"] for row in found),
    )


def _base(viewer: Viewer, wanted: Wanted) -> QuerySet[Finding]:
    rows = findings_for(viewer)
    if wanted.round:
        rows = rows.filter(round__number=int(wanted.round[1:]))
    if wanted.aspect:
        rows = rows.filter(aspect=wanted.aspect)
    if wanted.unit:
        number = int(wanted.unit[2:])
        rows = rows.filter(Q(lead_unit__number=number) | Q(lead_unit__path__contains=f"/{number}/"))
    if wanted.leader:
        rows = rows.filter(leader__username=wanted.leader)
    if wanted.flag in FLAGS:
        rows = rows.filter(**{wanted.flag: True})
    if wanted.flag in ORIGINS:
        rows = rows.filter(origin=wanted.flag)
    return rows.filter(matching(wanted.q)) if wanted.q.strip() else rows


def _matching(wanted: Wanted, today: date) -> Q:
    asked = {
        "overdue": overdue(today),
        "soon": soon(today),
        "original": overdue_originally(today),
        "none": Q(due__isnull=True),
    }
    return asked.get(wanted.due, Q())


def matching(words: str) -> Q:
    """Findings that contain every one of the words; a reference or a bare number names its finding."""
    condition = Q()
    for word in words.split()[:8]:
        digits = word[2:] if word[:2].upper() == "F-" else word
        named = Q(number=int(digits)) if digits.isdecimal() and len(digits) < 9 else Q(pk__in=[])
        fields = ("text", "issue", "aspect", "cause", "goal")
        texts = [Q(**{f"{field}__icontains": word}) for field in fields]
        condition &= named | texts[0] | texts[1] | texts[2] | texts[3] | texts[4]
    return condition


def _order(sort: str) -> list[OrderBy]:
    """The columns to order by; rows without a value come last in either direction. Unasked: the newest round first."""
    if not sort:
        return [F("round__number").desc(), F("number").asc()]
    names = SORTS.get(sort.lstrip("-"), SORTS["ref"])
    if sort.startswith("-"):
        return [F(name).desc(nulls_last=True) for name in names]
    return [F(name).asc(nulls_last=True) for name in names]


def measure_counts(findings: Iterable[Finding]) -> dict[int, MeasureCount]:
    """For the rows of one page: finding's primary key → how far its measures are. One query."""
    rows = (
        Measure.objects.filter(finding__in=[finding.pk for finding in findings])
        .order_by()
        .values("finding")
        .annotate(
            total=Count("pk", distinct=True),
            done=Count("pk", filter=Q(status=MeasureStatus.DONE.value), distinct=True),
            proofs=Count("evidence"),
        )
    )
    return {row["finding"]: MeasureCount(row["total"], row["done"], row["proofs"]) for row in rows}


def aspects_for(viewer: Viewer, round_ref: str = "") -> list[str]:
    """The aspects that occur among what this viewer may see, in the order of the letter."""
    rows = _base(viewer, Wanted(round=round_ref)).exclude(aspect="").order_by()
    return list(rows.values_list("aspect", flat=True).distinct().order_by("aspect"))

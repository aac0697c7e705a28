"""Which errands may this viewer see, by day, and which still lack something?"""

import re
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import Count, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from bihuan.desk.models import Errand
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.errand import Kind, State, state

LACKING = Q(kind=Kind.MEAL.value, done_at__isnull=False, cancelled=False) & (
    Q(receipt_number="") | Q(amount__isnull=True) | Q(people__isnull=True)
)
"""Meals that are done without a receipt. The SQL twin of `rules.errand.state`."""
OPEN = Q(done_at__isnull=True, cancelled=False)
WHICH = {"open": OPEN, "lacking": LACKING, "done": Q(done_at__isnull=False, cancelled=False) & ~LACKING}


@dataclass(frozen=True)
class Day:
    """One day's errands by time."""

    on: date
    errands: tuple[Errand, ...]


@dataclass(frozen=True)
class Counts:
    total: int
    open: int
    lacking: int
    done: int


def errands_for(viewer: Viewer) -> QuerySet[Errand]:
    """All for those who see the organisation; otherwise what one is to see to."""
    rows = Errand.objects.filter(organisation=viewer.organisation).select_related("organisation", "round", "done_by")
    return rows if viewer.sees_all else rows.filter(done_by=viewer.account)


def errand_for(viewer: Viewer, ref: str) -> Errand:
    """`E-010`, or 404."""
    match = re.fullmatch(r"E-([0-9]{1,9})", ref)
    row = errands_for(viewer).filter(number=int(match[1])).first() if match else None
    if row is None:
        raise Http404(ref)
    return row


def by_day(viewer: Viewer, round: Round, *, which: str = "", kind: str = "") -> list[Day]:
    """The errands asked for, day by day. One query."""
    rows = errands_for(viewer).filter(round=round)
    if which in WHICH:
        rows = rows.filter(WHICH[which])
    if kind in list(Kind):
        rows = rows.filter(kind=kind)
    ordered = rows.order_by("due_at", "number")
    return [Day(on, tuple(group)) for on, group in groupby(ordered, key=lambda row: timezone.localdate(row.due_at))]


def counts(viewer: Viewer, round: Round) -> Counts:
    told = {name: Count("pk", filter=condition) for name, condition in WHICH.items()}
    return Counts(**errands_for(viewer).filter(round=round).order_by().aggregate(total=Count("pk"), **told))


def state_of(errand: Errand) -> State:
    return state(Kind(errand.kind), errand.receipt, done=errand.done_at is not None, cancelled=errand.cancelled)

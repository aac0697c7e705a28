"""Which texts were passed down, how far is each unit with them, and which wait for this viewer?"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import Http404

from bihuan.desk.models import Delivery, Distribution
from bihuan.desk.queries.acting import acts_for, own_paths, places
from bihuan.people.models import Unit
from bihuan.people.viewer import Viewer
from bihuan.rules.delivery import Stage, stage

OWING = Q(meeting_on__isnull=True, unit__closed_on__isnull=True, distribution__withdrawn_at__isnull=True)
"""Deliveries that are still to be answered; neither what was withdrawn nor what a merged unit has is owed any more."""
COUNTED = Q(meeting_on__isnull=False) | Q(unit__closed_on__isnull=True)


@dataclass(frozen=True)
class Reach:
    """How far a text has come: units in all, and how many have received, read and met."""

    units: int
    received: int
    read: int
    met: int
    owing: int


@dataclass(frozen=True)
class Copy:
    """One unit's copy as a page shows it."""

    delivery: Delivery
    stage: Stage
    owing: bool
    late: bool
    mine: bool
    """Whether the viewer may write for this unit."""


def distributions_for(viewer: Viewer) -> QuerySet[Distribution]:
    """All for those who see the organisation, else those of which an own unit has a copy."""
    rows = Distribution.objects.filter(organisation=viewer.organisation)
    rows = rows.select_related("organisation", "round", "paper__organisation", "sent_by", "withdrawn_by")
    if viewer.sees_all:
        return rows
    copies = Delivery.objects.filter(viewer.within("unit__path"), distribution=OuterRef("pk"))
    return rows.filter(Exists(copies))


def distribution_for(viewer: Viewer, ref: str) -> Distribution:
    """`D-003`, or 404."""
    match = re.fullmatch(r"D-([0-9]{1,9})", ref)
    row = distributions_for(viewer).filter(number=int(match[1])).first() if match else None
    if row is None:
        raise Http404(ref)
    return row


def deliveries_for(viewer: Viewer) -> QuerySet[Delivery]:
    """The copies of the viewer's units, each with its text."""
    rows = Delivery.objects.filter(distribution__organisation=viewer.organisation)
    rows = rows if viewer.sees_all else rows.filter(viewer.within("unit__path"))
    return rows.select_related("distribution__organisation", "distribution__round", "unit", "by")


def deliveries_waiting_for(viewer: Viewer) -> QuerySet[Delivery]:
    """What this head or handler still has to receive, read or hold a meeting about, the first due first."""
    mine = Q(pk__in=[])
    for path in own_paths(viewer):
        mine |= Q(unit__path=path)
    return deliveries_for(viewer).filter(OWING & mine).order_by("distribution__due_on", "distribution__number")


def listed(viewer: Viewer, round_number: int) -> list[tuple[Distribution, Reach]]:
    """The texts of a round with how far each has come among the units the viewer sees. Two queries."""
    rows = list(distributions_for(viewer).filter(round__number=round_number))
    reached = _reach(deliveries_for(viewer).filter(distribution__in=[row.pk for row in rows]))
    return [(row, reached.get(row.pk, Reach(0, 0, 0, 0, 0))) for row in rows]


def _reach(deliveries: QuerySet[Delivery]) -> dict[int, Reach]:
    counts = (
        deliveries.select_related(None)
        .order_by()
        .values("distribution")
        .annotate(
            units=Count("pk", filter=COUNTED),
            received=Count("pk", filter=COUNTED & Q(received_at__isnull=False)),
            read=Count("pk", filter=COUNTED & Q(read_at__isnull=False)),
            met=Count("pk", filter=Q(meeting_on__isnull=False)),
            owing=Count("pk", filter=OWING),
        )
    )
    return {row.pop("distribution"): Reach(**row) for row in counts}


def reach_of(viewer: Viewer, distribution: Distribution) -> Reach:
    return _reach(deliveries_for(viewer).filter(distribution=distribution)).get(distribution.pk, Reach(0, 0, 0, 0, 0))


def copies_of(viewer: Viewer, distribution: Distribution, today: date, *, which: str = "") -> list[Copy]:
    """The copies in the order of the units. `which`: a stage that was not reached yet, or nothing for all."""
    rows = deliveries_for(viewer).filter(distribution=distribution)
    lacking = {
        Stage.RECEIVED: OWING & Q(received_at__isnull=True),
        Stage.READ: OWING & Q(read_at__isnull=True),
        Stage.MET: OWING,
    }
    if which in lacking:
        rows = rows.filter(lacking[Stage(which)])
    found = list(rows)
    place = places(row.unit for row in found)
    found.sort(key=lambda row: place[row.unit_id])
    return [_copy(viewer, row, distribution.due_on, today) for row in found]


def _copy(viewer: Viewer, row: Delivery, due_on: date | None, today: date) -> Copy:
    reached = stage(received=bool(row.received_at), read=bool(row.read_at), met=bool(row.meeting_on))
    owing = row.meeting_on is None and row.unit.closed_on is None and row.distribution.withdrawn_at is None
    mine = row.distribution.withdrawn_at is None and acts_for(viewer, row.unit.path)
    return Copy(row, reached, owing, bool(owing and due_on and due_on < today), mine)


def chosen_copies(viewer: Viewer, distribution: Distribution, refs: Iterable[str]) -> list[Delivery]:
    """The copies of the units with these references, as far as the viewer sees them."""
    numbers = {int(match[1]) for ref in refs if (match := re.fullmatch(r"U-([0-9]{1,9})", ref))}
    return list(deliveries_for(viewer).filter(distribution=distribution, unit__number__in=numbers))


def not_yet_given(distribution: Distribution) -> QuerySet[Unit]:
    """The open units below the top that have no copy."""
    given = Delivery.objects.filter(distribution=distribution).values("unit")
    return receiving_units(distribution.organisation_id).exclude(pk__in=given)


def receiving_units(organisation: int) -> QuerySet[Unit]:
    """Every open unit that can get a text or a list: all but the top, which is the organisation itself."""
    return Unit.objects.filter(organisation=organisation, closed_on__isnull=True, parent__isnull=False)

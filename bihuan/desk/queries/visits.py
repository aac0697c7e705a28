"""Which visits may this viewer see, by batch, and what is there to know and do about one?"""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.db.models import Q, QuerySet
from django.http import Http404

from bihuan.desk.models import Request, Visit
from bihuan.desk.queries.bookings import conflicts_between
from bihuan.desk.queries.requests import requests_for
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules import visit as rules
from bihuan.rules.life import Offer
from bihuan.rules.request import Status as RequestStatus
from bihuan.rules.slots import Conflict
from bihuan.rules.visit import BUFFER, Facts, Move, Status
from bihuan.trail.models import Line
from bihuan.trail.queries import lines_of

LINES = 200


@dataclass(frozen=True)
class Batch:
    """One batch of a round: its visits by time."""

    number: int
    visits: tuple[Visit, ...]


@dataclass(frozen=True)
class VisitCard:
    """One visit with the moves that are this viewer's, what is in its way, and its record."""

    visit: Visit
    offers: tuple[Offer[Move], ...]
    may_change: bool
    conflicts: tuple[Conflict, ...]
    requests: tuple[Request, ...]
    """What was asked of the unit for this visit, as far as the viewer sees it."""
    wanted: tuple[str, ...]
    """What is still to be asked, for those who may ask."""
    lines: tuple[Line, ...]

    @property
    def to_prepare(self) -> tuple[str, ...]:
        return things(self.visit.prepare)


def visits_for(viewer: Viewer) -> QuerySet[Visit]:
    """All for those who see the organisation; otherwise those to own units and units in charge, and own duties."""
    visits = Visit.objects.filter(organisation=viewer.organisation)
    return visits if viewer.sees_all else visits.filter(viewer.within("unit__path") | Q(contact=viewer.account))


def visit_for(viewer: Viewer, ref: str) -> Visit:
    """`V-003`, or Http404."""
    head, _, number = ref.partition("-")
    if head != "V" or not number.isdecimal() or len(number) > 9:
        raise Http404
    related = ("organisation", "round", "unit", "contact")
    row = visits_for(viewer).filter(number=int(number)).select_related(*related).first()
    if row is None:
        raise Http404
    return row


def batches(viewer: Viewer, round: Round) -> tuple[Batch, ...]:
    rows = visits_for(viewer).filter(round=round).select_related("unit__parent", "contact")
    ordered = rows.order_by("batch", "starts_at", "number")
    return tuple(Batch(number, tuple(group)) for number, group in groupby(ordered, key=lambda row: row.batch))


def conflicts_of_round(viewer: Viewer, found: tuple[Batch, ...]) -> dict[str, list[Conflict]]:
    """For those who plan; a unit is not told of plans that concern others."""
    visits = [visit for batch in found for visit in batch.visits]
    if not viewer.is_office or not visits:
        return {}
    start, end = min(visit.starts_at for visit in visits), max(visit.ends_at for visit in visits)
    return conflicts_between(viewer.organisation, start - BUFFER, end + BUFFER)


def facts(visit: Visit, viewer: Viewer, *, at: datetime, note: str = "") -> Facts:
    return Facts(Status(visit.status), viewer.roles, note, begun=visit.starts_at <= at)


def visit_card(viewer: Viewer, ref: str, *, at: datetime) -> VisitCard:
    visit = visit_for(viewer, ref)
    offered = rules.offers(facts(visit, viewer, at=at))
    ahead = visit.status in (Status.PLANNED.value, Status.CONFIRMED.value)
    near: dict[str, list[Conflict]] = {}
    if viewer.is_office and ahead:
        near = conflicts_between(viewer.organisation, visit.starts_at - BUFFER, visit.ends_at + BUFFER)
    return VisitCard(
        visit=visit,
        offers=tuple(offer for offer in offered if offer.move is not Move.CHANGE),
        may_change=any(offer.move is Move.CHANGE for offer in offered),
        conflicts=tuple(near.get(visit.ref, ())),
        requests=tuple(requests_for(viewer).filter(visit=visit).select_related("lead_unit").order_by("number")),
        wanted=not_yet_asked(visit) if viewer.is_office and ahead and visit.starts_at > at else (),
        lines=tuple(lines_of(visit.organisation.code, visit.ref)[:LINES]),
    )


def things(prepare: str) -> tuple[str, ...]:
    """What is to be prepared, one thing a line."""
    return tuple(line.strip() for line in prepare.splitlines() if line.strip())


def not_yet_asked(visit: Visit) -> tuple[str, ...]:
    """The things to prepare for which there is no request of this visit; a withdrawn one may be asked for again."""
    asked = set(visit.requests.exclude(status=RequestStatus.WITHDRAWN.value).values_list("text", flat=True))
    return tuple(dict.fromkeys(text for text in things(visit.prepare) if text not in asked))

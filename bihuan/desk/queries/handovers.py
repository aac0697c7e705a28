"""Which hand-overs may someone see, what is still out, and which requests wait to be handed over?"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet
from django.http import Http404

from bihuan.desk.models import AnswerMaterial, Handover, HandoverItem, Material, Request
from bihuan.desk.queries.materials import OUT, Gone, gone
from bihuan.desk.queries.request_facts import last_answer
from bihuan.desk.queries.requests import requests_for
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.request import Status

RELATED = ("material__unit", "material__paper", "request", "handover", "returned_to")


@dataclass(frozen=True)
class Offered:
    """One line that may go on a list: a material, for a request or for none, and where the material has been."""

    material: Material
    request: Request | None
    gone: Gone

    @property
    def key(self) -> str:
        """What names it in a form."""
        return f"{self.material.ref}_{self.request.ref if self.request else ''}"

    @property
    def listed(self) -> bool:
        """It stands on a list for this request already."""
        return self.request is not None and any(item.request_id == self.request.pk for item in self.gone.items)


def handovers_for(viewer: Viewer, round: Round | None = None) -> QuerySet[Handover]:
    """All of them for those who see the organisation; others those with something of their own units. Newest first."""
    rows = Handover.objects.filter(organisation=viewer.organisation)
    if round is not None:
        rows = rows.filter(round=round)
    if not viewer.sees_all:
        own = HandoverItem.every.filter(viewer.within("material__unit__path"), handover=OuterRef("pk"))
        rows = rows.filter(Exists(own))
    return rows.select_related("organisation", "round", "handed_by", "cancelled_by").order_by("-number")


def handover_for(viewer: Viewer, ref: str) -> Handover:
    """`H-003`, or 404."""
    match = re.fullmatch(r"H-([0-9]{1,9})", ref)
    row = handovers_for(viewer).filter(number=int(match[1])).first() if match else None
    if row is None:
        raise Http404(ref)
    return row


def items_for(viewer: Viewer) -> QuerySet[HandoverItem]:
    """The lines of hand-overs that this viewer may see, as far as their lists stand."""
    return _in_sight(HandoverItem.objects.all(), viewer)


def _in_sight(rows: QuerySet[HandoverItem], viewer: Viewer) -> QuerySet[HandoverItem]:
    rows = rows.filter(handover__organisation=viewer.organisation)
    return rows if viewer.sees_all else rows.filter(viewer.within("material__unit__path"))


def items_of(viewer: Viewer, handover: Handover) -> list[HandoverItem]:
    """The lines of one list, in their order; of one that was cancelled too."""
    rows = _in_sight(HandoverItem.every.all(), viewer)
    return list(rows.filter(handover=handover).select_related(*RELATED).order_by("number"))


def item_for(viewer: Viewer, handover: Handover, number: int) -> HandoverItem:
    """One line by its number on the list, or 404."""
    rows = _in_sight(HandoverItem.every.all(), viewer).select_related(*RELATED)
    row = rows.filter(handover=handover, number=number).first()
    if row is None:
        raise Http404(str(number))
    return row


def still_out(viewer: Viewer, round: Round | None = None) -> QuerySet[HandoverItem]:
    """What has not come back, the longest out first."""
    rows = items_for(viewer).filter(OUT)
    rows = rows.filter(handover__round=round) if round else rows
    return rows.select_related("handover__round", "material__unit", "request").order_by("handover__number", "number")


def counts(viewer: Viewer, handovers: Iterable[Handover]) -> dict[int, dict[str, int]]:
    """Primary key → how many lines the viewer sees on each list, and how many of them are still out. One query."""
    rows = _in_sight(HandoverItem.every.all(), viewer).filter(handover__in=[row.pk for row in handovers])
    out = OUT & Q(handover__cancelled_at__isnull=True)
    told = rows.order_by().values("handover").annotate(lines=Count("pk"), out=Count("pk", filter=out))
    return {row["handover"]: {"lines": row["lines"], "out": row["out"]} for row in told}


def waiting(viewer: Viewer, round: Round) -> list[Request]:
    """The requests that are released and answered by materials, the most urgent first."""
    rows = requests_for(viewer).filter(round=round, status=Status.RELEASED.value)
    return [row for row in _answered(rows.order_by("due_at", "number")) if materials_of(row)]


def waiting_count(viewer: Viewer, round: Round) -> int:
    """How many there are; one query."""
    attached = AnswerMaterial.objects.filter(answer__request=OuterRef("pk"))
    return requests_for(viewer).filter(Exists(attached), round=round, status=Status.RELEASED.value).count()


def named_waiting(viewer: Viewer, round: Round, refs: Iterable[str]) -> list[Request]:
    """Those of the waiting requests that are named."""
    chosen = set(refs)
    return [row for row in waiting(viewer, round) if row.ref in chosen]


def _answered(rows: QuerySet[Request]) -> QuerySet[Request]:
    return rows.select_related("lead_unit").prefetch_related(
        Prefetch("answers__items__material", Material.objects.select_related("unit"))
    )


def materials_of(request: Request) -> list[Material]:
    """The materials of its present answer."""
    answer = last_answer(request)
    return [item.material for item in answer.items.all()] if answer else []


def offered(requests: list[Request], materials: list[Material]) -> list[Offered]:
    """The lines of a list to be: what answers the requests, then what was chosen by itself. One query."""
    pairs = [(material, request) for request in requests for material in materials_of(request)]
    answering = {material.pk for material, _request in pairs}
    pairs += [(material, None) for material in materials if material.pk not in answering]
    been = gone(material for material, _request in pairs)
    return [Offered(material, request, been.get(material.pk, Gone())) for material, request in pairs]

"""What stands in the running register of what the group asked to read and was given (资料调阅登记表)?"""

from datetime import datetime

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone

from bihuan.desk.models import Handoff, HandoverItem, Request
from bihuan.desk.queries.handover_paper import clock, remarks
from bihuan.desk.queries.handovers import items_for
from bihuan.desk.queries.requests import requests_for
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.material import CARRIERS, Carrier, Form, form_words
from bihuan.rules.request import Kind, Move, Status
from bihuan.say import Say, say
from bihuan.trail.queries import head_of
from bihuan.writing.register import RegisterLine, RegisterRow
from bihuan.writing.tables import Heading

READ = (Kind.MATERIAL.value, Kind.EXPLANATION.value)
"""Kinds of requests that are read, even while nothing has been provided yet."""


def heading(viewer: Viewer, round: Round, *, at: datetime) -> Heading:
    """Whose register it is, of which moment, with the head of the trail at that moment."""
    return Heading(
        title=round.title,
        organisation=viewer.organisation.name,
        round=f"{round.ref} {round.title}",
        as_of=timezone.localtime(at),
        trail_head=head_of(viewer.organisation.code)[1],
    )


def asked(viewer: Viewer, round: Round) -> QuerySet[Request]:
    """The requests of the register, in their order; what was withdrawn before anything was provided is left out."""
    provided = HandoverItem.objects.filter(request=OuterRef("pk"))
    rows = requests_for(viewer).filter(round=round)
    return rows.filter(Q(Exists(provided)) | Q(kind__in=READ) & ~Q(status=Status.WITHDRAWN.value)).order_by("number")


def again(viewer: Viewer, round: Round) -> QuerySet[HandoverItem]:
    """What was given without a request of its own."""
    rows = items_for(viewer).filter(handover__round=round, request__isnull=True)
    return rows.select_related("material__unit", "handover__handed_by").order_by("handover__number", "number")


def rows_for(viewer: Viewer, requests: QuerySet[Request], first: int = 1) -> list[RegisterRow]:
    """One row a request, numbered from `first`. Three queries, whatever their number."""
    lines = items_for(viewer).select_related("material__unit", "handover__handed_by").order_by("handover", "number")
    accepted = Handoff.objects.filter(move=Move.ACCEPT.value)
    found = requests.select_related("lead_unit", "handler").prefetch_related(
        Prefetch("handed_over", lines, to_attr="provided"), Prefetch("handoffs", accepted, to_attr="acceptances")
    )
    return [_row(place, request) for place, request in enumerate(found, start=first)]


def rows_again(items: QuerySet[HandoverItem], first: int) -> list[RegisterRow]:
    """One row for each material that went out without a request."""
    return [
        RegisterRow(place, unit=item.material.unit.label, lines=(_line(item),))
        for place, item in enumerate(items, start=first)
    ]


def everything(viewer: Viewer, round: Round) -> list[RegisterRow]:
    """The whole register."""
    rows = rows_for(viewer, asked(viewer, round))
    return rows + rows_again(again(viewer, round), len(rows) + 1)


def _row(place: int, request: Request) -> RegisterRow:
    acceptances = request.acceptances
    return RegisterRow(
        place=place,
        ref=request.ref,
        asked_at=clock(request.asked_at),
        asked_by=request.asked_by,
        text=request.text,
        period=request.period,
        due_at=clock(request.due),
        unit=request.lead_unit.label if request.lead_unit else "",
        handler=request.handler.name if request.handler else "",
        accepted_at=clock(acceptances[-1].at) if acceptances else "",
        lines=tuple(_line(item) for item in request.provided) or (RegisterLine(),),
    )


def _line(item: HandoverItem) -> RegisterLine:
    row = item.material
    return RegisterLine(
        handed_at=clock(item.handover.handed_at),
        title=f"{row.ref} {row.title}",
        carrier=CARRIERS[Carrier(row.carrier)],
        form=form_words(Form(row.form), row.document_date, row.made_on),
        copies=str(item.copies),
        pages="" if item.pages is None else str(item.pages),
        secrecy=_secrecy(item),
        may_copy=say("是") if row.may_copy else say("否"),
        handed_by=item.handover.handed_by.name,
        received_by=item.handover.received_by,
        returned_at=clock(item.returned_at),
        returned=_returned(item),
        remark=(item.handover.ref, *remarks(item)[: 1 if item.reissued else 0], item.return_remark),
    )


def _secrecy(item: HandoverItem) -> Say | str:
    if item.material.classified:
        return say("密件")
    return say("工作秘密") if item.material.work_secret else ""


def _returned(item: HandoverItem) -> Say | str:
    if item.returned_copies is None:
        return say("未归还") if item.to_return else ""
    return say("{back} / {copies} 份", back=item.returned_copies, copies=item.copies)

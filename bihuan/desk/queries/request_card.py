"""Everything the page of one request shows, read once: the record, who has the ball, what may be done, every pass."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch, prefetch_related_objects
from django.utils import timezone

from bihuan.desk.models import Answer, AnswerMaterial, DueChange, Handoff, HandoverItem, Objection, Request
from bihuan.desk.queries.request_facts import facts, holder_words, last_answer, passes_of
from bihuan.desk.queries.requests import request_for
from bihuan.desk.queries.settling import settled_by
from bihuan.people.viewer import Viewer
from bihuan.rounds.queries import calendar_of
from bihuan.rules import request as rules
from bihuan.rules.holding import Held, Span, shares, spans, total
from bihuan.rules.life import Check, Offer
from bihuan.rules.request import PARTIES, Move, Party, Status
from bihuan.rules.workdays import Calendar
from bihuan.say import Say, say
from bihuan.trail.models import Line
from bihuan.trail.queries import lines_of

EDITS = frozenset({Move.PREPARE, Move.AMEND})
"""Moves that are forms on the page, not buttons."""
ORDER = (Party.OFFICE, Party.UNIT, Party.LEADER, Party.GROUP)
NEXT: Mapping[Status, Say] = {
    Status.RECEIVED: say("由联络组分派承办单位，或用已有材料答复。"),
    Status.ASSIGNED: say("由承办单位签收；不属于本单位的，由负责人提出异议。"),
    Status.OBJECTED: say("由联络组处理异议，确定承办单位。"),
    Status.ACCEPTED: say("备齐材料或写明答复，交联络组审核。"),
    Status.PREPARED: say("由联络组审核，不齐的退回补正。"),
    Status.CHECKED: say("由责任领导签发。"),
    Status.RELEASED: say("由联络组移交巡视组；有材料的先列入交接清单。"),
    Status.HANDED_OVER: say("等巡视组签收，收到后登记回执。"),
    Status.RECEIPTED: say("巡视组没有新的要求，就可以办结。"),
    Status.CLOSED: say("已经办结。"),
    Status.WITHDRAWN: say("已经撤销。"),
}


@dataclass(frozen=True)
class Hand:
    """What one hand held in all: a party, or one unit; `share` of the whole in thousandths."""

    party: Party
    label: str | Say
    held: Held
    start: int
    share: int


@dataclass(frozen=True)
class RequestCard:
    """A request as one viewer sees it."""

    request: Request
    facts: rules.Facts
    holder: str | Say
    next_step: Say
    settle_by: datetime | None
    """By when the office decides the objection that is open."""
    settle_late: bool
    offers: tuple[Offer[Move], ...]
    edits: frozenset[Move]
    checklist: tuple[Check, ...]
    answer: Answer | None
    """The present version."""
    answers: tuple[Answer, ...]
    objections: tuple[Objection, ...]
    due_changes: tuple[DueChange, ...]
    handed_over: tuple[HandoverItem, ...]
    spans: tuple[Span, ...]
    hands: tuple[Hand, ...]
    total: Held
    units: Mapping[str, str]
    """Unit reference → its name, for the stretches."""
    lines: tuple[Line, ...]


def request_card(viewer: Viewer, ref: str, *, now: datetime) -> RequestCard:
    """The card, or Http404. A fixed number of queries, whatever the number of passes and materials."""
    request = request_for(viewer, ref)
    _prefetch(request)
    asked = facts(request, viewer)
    offered = rules.offers(asked)
    objections = tuple(request.objections.all())
    handoffs = list(request.handoffs.all())
    units = {row.to_unit.ref: row.to_unit.label for row in handoffs if row.to_unit}
    calendar = calendar_of(request.organisation)
    held = spans(passes_of(handoffs), timezone.localtime(now), calendar)
    return RequestCard(
        request=request,
        facts=asked,
        holder=holder_words(request),
        next_step=next_step(asked),
        settle_by=(settle := _settle_by(asked, objections, calendar)),
        settle_late=settle is not None and settle < now,
        offers=tuple(offer for offer in offered if offer.move not in EDITS),
        edits=frozenset(offer.move for offer in offered if offer.move in EDITS and offer.refusal is None),
        checklist=rules.checklist(asked),
        answer=last_answer(request),
        answers=tuple(request.answers.all()),
        objections=objections,
        due_changes=tuple(request.due_changes.all()),
        handed_over=tuple(request.handed_over.all()),
        spans=held,
        hands=hands(held, units),
        total=total(each for each in held if each.party),
        units=units,
        lines=tuple(lines_of(request.organisation.code, request.ref)[:200]),
    )


def next_step(asked: rules.Facts) -> Say:
    """The one next step in a line."""
    if asked.status is Status.OBJECTED and rules.bounced_enough(asked):
        return say("已两次提出异议，由责任领导裁定，裁定后不再更改。")
    return NEXT[asked.status]


def hands(held: tuple[Span, ...], units: Mapping[str, str]) -> tuple[Hand, ...]:
    """What each hand held, office first, units one by one; the shares of a bar add up to a thousand."""
    found = ((Party(each.party), each) for each in shares(held, ORDER))
    return tuple(
        Hand(party, units.get(each.unit, "") or PARTIES[party], each.held, each.start, each.width)
        for party, each in found
    )


def _settle_by(asked: rules.Facts, objections: tuple[Objection, ...], calendar: Calendar) -> datetime | None:
    if asked.status is not Status.OBJECTED or not objections:
        return None
    return settled_by(objections[-1], calendar)


def _prefetch(request: Request) -> None:
    items = AnswerMaterial.objects.select_related("material__unit", "material__paper")
    prefetch_related_objects(
        [request],
        "supports__unit",
        Prefetch("answers", Answer.objects.select_related("submitted_by")),
        Prefetch("answers__items", items),
        Prefetch("handed_over", HandoverItem.objects.select_related("handover", "material")),
        Prefetch("objections", Objection.objects.select_related("unit", "suggested_unit", "decided_unit")),
        Prefetch("due_changes", DueChange.objects.select_related("by")),
        Prefetch("handoffs", Handoff.objects.select_related("to_unit")),
    )

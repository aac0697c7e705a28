"""How are materials given to the group, and taken back? By a numbered list; its requests move along with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from bihuan.desk.actions.request import move
from bihuan.desk.models import Handover, HandoverItem, Material, Request
from bihuan.desk.queries.materials import Gone, gone
from bihuan.people.models import Organisation
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules import handover as rules
from bihuan.rules.life import Refusal
from bihuan.rules.material import Carrier, Form
from bihuan.rules.request import Move, Status
from bihuan.say import say
from bihuan.trail.actions import record


@dataclass(frozen=True)
class Chosen:
    """One line as the office chose it; `request` is what it answers, none where it goes out again by itself."""

    material: Material
    copies: int
    request: Request | None = None
    pages: int | None = None
    to_return: bool = False


@transaction.atomic
def hand_over(
    round: Round, chosen: Sequence[Chosen], *, by: Viewer, at: datetime, remark: str = ""
) -> Handover | Refusal:
    """Make the list and move its requests on, all or nothing.

    A request of which a material stands on no list yet stays where it is; the next list takes it along.
    """
    things = [round, *(each.material for each in chosen), *(each.request for each in chosen if each.request)]
    if any(thing.organisation_id != by.organisation.pk for thing in things):
        return Refusal("who", say("移交由联络组办理。"))
    organisation = Organisation.objects.select_for_update(no_key=True).get(pk=round.organisation_id)
    requests = held([each.request for each in chosen if each.request])
    been = gone(each.material for each in chosen)
    lines = tuple(_line(each, been.get(each.material.pk, Gone())) for each in chosen)
    if refusal := rules.why_not(lines, office=by.is_office) or _moved_on(requests):
        return refusal
    row = _enter(organisation, round, chosen, been, remark, by, at)
    tell("handover.made", row, by, at, after=_picture(chosen, remark))
    for request in requests:
        outcome = move(request, Move.HAND_OVER, by=by, at=at, note=row.ref)
        if isinstance(outcome, Refusal) and outcome.kind != "what":
            transaction.set_rollback(True)
            return outcome
    return row


def held(requests: list[Request]) -> list[Request]:
    """The requests as they are now, locked in one order before the trail is."""
    keys = {request.pk for request in requests}
    return list(Request.objects.select_for_update().filter(pk__in=keys).order_by("pk"))


def _moved_on(requests: list[Request]) -> Refusal | None:
    late = [request.ref for request in requests if request.status != Status.RELEASED]
    if not late:
        return None
    return Refusal("when", say("{refs} 已不在待移交状态，可能刚被他人办理；请刷新后重新选择。", refs="、".join(late)))


def _line(each: Chosen, been: Gone) -> rules.Line:
    row, out = each.material, None
    form, carrier = Form(row.form), Carrier(row.carrier)
    if been.out and rules.is_single(form, carrier):
        handover = been.out.handover
        since = timezone.localdate(handover.handed_at).isoformat()
        out = rules.Out(handover.received_by or handover.round.group, since, handover.ref)
    return rules.Line(row.ref, row.title, form, carrier, each.copies, row.copies, out)


def _enter(
    organisation: Organisation,
    round: Round,
    chosen: Sequence[Chosen],
    been: dict[int, Gone],
    remark: str,
    by: Viewer,
    at: datetime,
) -> Handover:
    last = Handover.objects.filter(organisation=organisation).aggregate(last=Max("number"))["last"]
    row = Handover.objects.create(
        organisation=organisation,
        round=round,
        number=(last or 0) + 1,
        handed_by=by.account,
        handed_at=at,
        remark=remark.strip()[:200],
    )
    HandoverItem.objects.bulk_create(
        HandoverItem(
            handover=row,
            number=place,
            material=each.material,
            request=each.request,
            copies=each.copies,
            pages=each.pages if each.pages is not None else each.material.pages,
            reissued=each.material.pk in been,
            to_return=each.to_return,
        )
        for place, each in enumerate(chosen, start=1)
    )
    return row


def _picture(chosen: Sequence[Chosen], remark: str) -> dict[str, object]:
    return {
        "materials": [f"{each.material.ref} × {each.copies}" for each in chosen],
        "requests": list(dict.fromkeys(each.request.ref for each in chosen if each.request)),
        "remark": remark.strip(),
    }


@transaction.atomic
def sign(
    handover: Handover, received_by: str, *, received_at: datetime, by: Viewer, at: datetime
) -> Handover | Refusal:
    """Write down who of the group signed the list; the requests that are now signed for in full are receipted."""
    requests = held([item.request for item in handover.items.select_related("request") if item.request])
    row = Handover.objects.select_for_update(of=("self",)).select_related("organisation", "round").get(pk=handover.pk)
    if refusal := _unsignable(row, received_by, received_at, by, at):
        return refusal
    row.received_by, row.received_at = received_by.strip()[:60], received_at
    row.save(update_fields=["received_by", "received_at"])
    tell("handover.signed", row, by, at, after={"received_by": row.received_by, "received_at": received_at})
    for request in requests:
        if request.status != Status.HANDED_OVER or _unsigned(request):
            continue
        outcome = move(request, Move.RECEIPT, by=by, at=at, note=row.ref, received_by=row.received_by)
        if isinstance(outcome, Refusal):
            transaction.set_rollback(True)
            return outcome
    return row


def _unsigned(request: Request) -> bool:
    """Whether another list that names it still lacks the group's signature."""
    return HandoverItem.objects.filter(request=request, handover__received_at__isnull=True).exists()


def _unsignable(row: Handover, received_by: str, received_at: datetime, by: Viewer, at: datetime) -> Refusal | None:
    if not by.is_office or row.organisation_id != by.organisation.pk:
        return Refusal("who", say("签收由联络组登记。"))
    if row.cancelled_at is not None:
        return Refusal("when", say("{ref} 已经作废。", ref=row.ref))
    if row.received_at is not None:
        return Refusal("when", say("{ref} 已由{name}签收，不能再改。", ref=row.ref, name=row.received_by))
    if not received_by.strip():
        return Refusal("what", say("请填写巡视组签收人的姓名。"))
    if received_at < row.handed_at or received_at > at:
        return Refusal("what", say("签收时间应在移交之后、现在之前，请改正。"))
    return None


@transaction.atomic
def take_back(
    item: HandoverItem, copies: int, *, by: Viewer, at: datetime, rest_stays: bool = False, remark: str = ""
) -> HandoverItem | Refusal:
    """Count what came back of one line; it is ticked off once all of it is here, or once it is said why not."""
    row = locked_line(item)
    if row.handover.cancelled_at is not None:
        return Refusal("when", say("{ref} 已经作废。", ref=row.handover.ref))
    own = by.is_office and row.handover.organisation_id == by.organisation.pk
    before = row.returned_copies or 0
    handed = before if row.returned_at else row.copies
    count = rules.take_back(
        office=own, copies=copies, handed=handed, returned=before, rest_stays=rest_stays, remark=remark
    )
    if isinstance(count, Refusal):
        return count
    row.returned_copies = count
    row.return_remark = remark.strip()[:200] or row.return_remark
    if count == row.copies or rest_stays:
        row.returned_at, row.returned_to = at, by.account
    row.save()
    after = {"material": row.material.ref, "returned_copies": f"{count} / {row.copies}", "remark": remark.strip()}
    tell("handover.returned", row.handover, by, at, after=after, path=row.material.unit.path)
    return row


def locked_line(item: HandoverItem) -> HandoverItem:
    """The line as it is now, held together with its list: neither changes under the other."""
    rows = HandoverItem.every.select_for_update(of=("self", "handover"))
    return rows.select_related("handover__organisation", "handover__round", "material__unit").get(pk=item.pk)


def tell(
    event: str,
    row: Handover,
    by: Viewer,
    at: datetime,
    *,
    after: dict[str, object],
    before: dict[str, object] | None = None,
    path: str = "",
    note: str = "",
) -> None:
    code = row.organisation.code
    record(event, row.ref, organisation=code, by=by, at=at, unit_path=path, before=before, after=after, note=note)

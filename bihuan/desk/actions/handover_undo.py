"""How is a hand-over taken back that was written down by mistake, and a return that was ticked wrongly?"""

from datetime import datetime

from django.db import transaction

from bihuan.desk.actions.handovers import held, locked_line, tell
from bihuan.desk.actions.request import move
from bihuan.desk.models import Handover, HandoverItem, Request
from bihuan.people.models import Organisation
from bihuan.people.viewer import Viewer
from bihuan.rules import handover as rules
from bihuan.rules.life import Refusal
from bihuan.rules.material import Carrier, Form
from bihuan.rules.request import Move, Status

LONGEST = 200


@transaction.atomic
def cancel(handover: Handover, reason: str, *, by: Viewer, at: datetime) -> Handover | Refusal:
    """Mark a list as cancelled before the group has signed it. It keeps its number; its requests wait once more.

    A request stays where it is while all of its materials stand on other lists.
    """
    requests = held([item.request for item in handover.items.select_related("request") if item.request])
    row = Handover.objects.select_for_update(of=("self",)).select_related("organisation", "round").get(pk=handover.pk)
    if refusal := _uncancellable(row, reason, by):
        return refusal
    row.cancelled_at, row.cancelled_by, row.cancel_reason = at, by.account, reason.strip()[:LONGEST]
    row.save(update_fields=["cancelled_at", "cancelled_by", "cancel_reason"])
    after = {"requests": [request.ref for request in requests]}
    tell("handover.cancelled", row, by, at, after=after, note=row.cancel_reason)
    for request in requests:
        if refusal := _back(request, row, by, at):
            transaction.set_rollback(True)
            return refusal
    return row


def _uncancellable(row: Handover, reason: str, by: Viewer) -> Refusal | None:
    counted = row.items.filter(returned_copies__isnull=False).select_related("material").order_by("number").first()
    return rules.cancel(
        office=by.is_office and row.organisation_id == by.organisation.pk,
        ref=row.ref,
        cancelled=row.cancelled_at is not None,
        signed_by=row.received_by,
        returned=counted.material.ref if counted else "",
        reason=reason,
    )


def _back(request: Request, row: Handover, by: Viewer, at: datetime) -> Refusal | None:
    """The request waits to be handed over again; one that is not handed over, or is by other lists, is left alone."""
    if request.status != Status.HANDED_OVER:
        return None
    note = f"{row.ref} {row.cancel_reason}"
    outcome = move(request, Move.TAKE_BACK_HANDOVER, by=by, at=at, note=note)
    return outcome if isinstance(outcome, Refusal) and outcome.kind != "when" else None


@transaction.atomic
def undo_return(item: HandoverItem, copies: int, *, by: Viewer, at: datetime) -> HandoverItem | Refusal:
    """Of what was counted as come back, `copies` did not; the line is out again."""
    Organisation.objects.select_for_update(no_key=True).get(pk=item.handover.organisation_id)
    row = locked_line(item)
    before = row.returned_copies or 0
    left = rules.undo_return(
        office=by.is_office and row.handover.organisation_id == by.organisation.pk,
        copies=copies,
        returned=before,
        ticked=row.returned_at is not None,
        under=_later_list(row),
    )
    if isinstance(left, Refusal):
        return left
    was = {"returned_copies": f"{before} / {row.copies}", "remark": row.return_remark}
    if not left or (row.returned_at and before < row.copies):
        row.return_remark = ""
    row.returned_copies, row.returned_at, row.returned_to = left or None, None, None
    row.save()
    after = {"material": row.material.ref, "returned_copies": f"{left} / {row.copies}"}
    tell("handover.return_undone", row.handover, by, at, before=was, after=after, path=row.material.unit.path)
    return row


def _later_list(row: HandoverItem) -> str:
    """The list by which an original went out again since."""
    if not rules.is_single(Form(row.material.form), Carrier(row.material.carrier)):
        return ""
    lines = HandoverItem.objects.filter(material=row.material, handover__number__gt=row.handover.number)
    later = lines.select_related("handover").order_by("handover__number").first()
    return later.handover.ref if later else ""

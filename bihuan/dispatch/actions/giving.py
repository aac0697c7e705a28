"""To whom does a paper go, and who signs for it? More may be added after it was issued; nobody is taken off again."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from bihuan.dispatch.actions.drafting import held_row
from bihuan.dispatch.actions.line import tell
from bihuan.dispatch.models import Outgoing, Receiver
from bihuan.people.models import Account, Unit
from bihuan.people.viewer import Viewer
from bihuan.rules.dispatch import OUT, SIGNERS, Status, may_sign
from bihuan.rules.life import Refusal
from bihuan.rules.people import lies_in
from bihuan.say import say

CLOSED = (Status.RECALLED, Status.DROPPED)


@transaction.atomic
def address(
    outgoing: Outgoing, *, units: Sequence[Unit], people: Sequence[Account], by: Viewer, at: datetime
) -> list[Receiver] | Refusal:
    """Add receivers; of a paper that is out already they have it at once."""
    row = held_row(outgoing)
    if refusal := _bad(row, units, people, by):
        return refusal
    there = set(row.receivers.values_list("unit", "account"))
    sent = at if row.status in OUT else None
    new = [Receiver(outgoing=row, unit=unit, sent_at=sent) for unit in units if (unit.pk, None) not in there]
    new += [Receiver(outgoing=row, account=each, sent_at=sent) for each in people if (None, each.pk) not in there]
    if new:
        Receiver.objects.bulk_create(new)
        tell("outgoing.addressed", row, by, at, after={"receivers": [copy.label for copy in new]})
    return new


def _bad(row: Outgoing, units: Sequence[Unit], people: Sequence[Account], by: Viewer) -> Refusal | None:
    organisation = by.organisation.pk
    if not by.is_office or row.organisation_id != organisation:
        return Refusal("who", say("分发由整改办办理。"))
    if row.status in CLOSED:
        return Refusal("when", say("这份文件已经收回或作废，不能再分发。"))
    if any(each.organisation_id != organisation for each in (*units, *people)):
        return Refusal("what", say("只能发给本单位的下级和人员。"))
    if not units and not people:
        return Refusal("what", say("请至少选择一个单位或一名人员。"))
    if gone := next((unit for unit in units if unit.closed_on), None):
        return Refusal("what", say("“{unit}”已经撤并，请改选现在的单位。", unit=gone.label))
    return None


@transaction.atomic
def sign(receiver: Receiver, *, by: Viewer, at: datetime) -> Receiver | Refusal:
    """Sign for a copy, in the name of the unit or in the own name."""
    rows = Receiver.objects.select_for_update(of=("self",))
    row = rows.select_related("outgoing__organisation", "unit", "account").get(pk=receiver.pk)
    status, signed = Status(row.outgoing.status), row.signed_at is not None
    if refusal := may_sign(receives=receives(row, by), status=status, signed=signed):
        return refusal
    row.signed_by, row.signed_at = by.account, at
    row.save(update_fields=["signed_by", "signed_at"])
    path = row.unit.path if row.unit else ""
    tell("outgoing.signed", row.outgoing, by, at, after={"receiver": row.label}, path=path)
    return row


def receives(row: Receiver, viewer: Viewer) -> bool:
    """Whether the viewer may sign for this copy."""
    if row.unit is None:
        return row.account_id == viewer.account.pk
    return any(post.role in SIGNERS and lies_in(row.unit.path, post.path) for post in viewer.posts)

"""How does a paper move on? The life table decides; what was approved is frozen, numbered at issue and given out."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from bihuan.dispatch.actions.drafting import held_row
from bihuan.dispatch.actions.line import tell
from bihuan.dispatch.models import Outgoing, Version
from bihuan.dispatch.queries.outgoing import facts, number_words
from bihuan.people.models import Organisation
from bihuan.people.viewer import Viewer
from bihuan.rules.dispatch import Move, decide
from bihuan.rules.life import Refusal
from bihuan.say import say

EVENTS: dict[Move, str] = {
    Move.SUBMIT: "outgoing.submitted",
    Move.APPROVE: "outgoing.approved",
    Move.RETURN: "outgoing.returned",
    Move.ISSUE: "outgoing.issued",
    Move.RECALL: "outgoing.recalled",
    Move.DROP: "outgoing.dropped",
}
Effect = Callable[[Outgoing, Viewer, datetime, str], None]


@transaction.atomic
def move(outgoing: Outgoing, which: Move, *, by: Viewer, at: datetime, note: str = "") -> Outgoing | Refusal:
    """Make one move, or say why not."""
    row = held_row(outgoing)
    if row.organisation_id != by.organisation.pk:
        return Refusal("who", say("这份文稿不属于您的单位。"))
    outcome = decide(which, facts(row, by, note))
    if isinstance(outcome, Refusal):
        return outcome
    before = row.status
    row.status = outcome.value
    if effect := EFFECTS.get(which):
        effect(row, by, at, note.strip()[:300])
    row.save()
    tell(EVENTS[which], row, by, at, before={"status": before}, after=_told(row, which), note=note.strip())
    return row


def _approve(row: Outgoing, by: Viewer, at: datetime, note: str) -> None:
    row.approved_by, row.approved_at = by.account, at


def _return(row: Outgoing, by: Viewer, at: datetime, note: str) -> None:
    row.approved_by, row.approved_at = None, None


def _issue(row: Outgoing, by: Viewer, at: datetime, note: str) -> None:
    """The next number of its kind in this year; the organisation is held, so that none is given twice or left out."""
    organisation = Organisation.objects.select_for_update(no_key=True).get(pk=row.organisation_id)
    row.year = timezone.localdate(at).year
    same = Outgoing.objects.filter(organisation=organisation, kind=row.kind, year=row.year)
    row.serial = (same.aggregate(last=Max("serial"))["last"] or 0) + 1
    row.word = number_words(organisation).get(row.kind, row.title)[:40]
    row.issued_by, row.issued_at = by.account, at
    row.receivers.filter(sent_at__isnull=True).update(sent_at=at)


def _recall(row: Outgoing, by: Viewer, at: datetime, note: str) -> None:
    row.recalled_at, row.reason = at, note


def _drop(row: Outgoing, by: Viewer, at: datetime, note: str) -> None:
    row.reason = note
    at_work = row.versions.filter(status__in=(Version.Status.WAITING, Version.Status.MAKING))
    at_work.update(status=Version.Status.CANCELLED, claim="")


EFFECTS: dict[Move, Effect] = {
    Move.APPROVE: _approve,
    Move.RETURN: _return,
    Move.ISSUE: _issue,
    Move.RECALL: _recall,
    Move.DROP: _drop,
}


def _told(row: Outgoing, which: Move) -> dict[str, object]:
    """What the line says: the new status; of what is approved and issued also the version and its hashes."""
    told: dict[str, object] = {"status": row.status}
    if which in (Move.SUBMIT, Move.APPROVE, Move.ISSUE):
        version = row.versions.filter(status=Version.Status.READY.value).prefetch_related("files__paper").first()
        if version is not None:
            told["version"] = version.label
            told["hashes"] = [f"{file.ending} {file.paper.hash}" for file in version.files.all()]
    if which is Move.ISSUE:
        told |= {"serial": row.serial_words, "receivers": _receivers(row)}
    return told


def _receivers(row: Outgoing) -> list[str]:
    return [copy.label for copy in row.receivers.select_related("unit", "account")]

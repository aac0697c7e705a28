"""How is a date moved? The unit asks, somebody above it decides; the original date stays for good."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from bihuan.ledger.actions.line import tell
from bihuan.ledger.actions.moves import locked
from bihuan.ledger.models import Extension, Finding, Measure
from bihuan.ledger.queries.extensions import asking, extension_facts, extension_for
from bihuan.ledger.queries.facts import gather, parts_of
from bihuan.people.viewer import Viewer
from bihuan.rounds.queries import ruleset_of
from bihuan.rules import extension as rules
from bihuan.rules.extension import Move, Status
from bihuan.rules.life import Refusal

EVENTS: dict[Move, str] = {
    Move.APPROVE: "extension.approved",
    Move.REFUSE: "extension.refused",
    Move.WITHDRAW: "extension.withdrawn",
}


@transaction.atomic
def ask_extension(
    finding: Finding, *, wanted: date, reason: str, by: Viewer, at: datetime, measure: Measure | None = None
) -> Extension | Refusal:
    """Ask for a later date, of the finding itself or of one of its measures. Nothing moves before it is granted."""
    row = gather(locked(finding))
    about = next(each for each in row.measures.all() if each.pk == measure.pk) if measure else None
    asked = asking(row, about, row.extensions.all(), parts_of(row, by), today=timezone.localdate(at))
    verdict = rules.ask(asked, wanted, reason, ruleset_of(row.round).limits)
    if isinstance(verdict, Refusal):
        return verdict
    last = row.extensions.aggregate(last=Max("number"))["last"] or 0
    extension = Extension.objects.create(
        finding=row,
        measure=about,
        number=last + 1,
        due=asked.due,
        wanted=wanted,
        reason=reason.strip(),
        level=verdict.value,
        asked_by=by.account,
        asked_at=at,
    )
    asked_for = {"which": extension.about.ref, "wanted": wanted}
    tell("extension.asked", row, by=by, at=at, after=asked_for, note=extension.reason)
    return extension


@transaction.atomic
def move_extension(
    extension: Extension, which: Move, *, by: Viewer, at: datetime, note: str = ""
) -> Extension | Refusal:
    """Grant, refuse or withdraw. Granted, the date that holds moves; the original deadline is not touched.

    Where a pause has moved the date beyond the wanted one meanwhile, it stays: what is granted never takes time away.
    """
    finding = gather(locked(extension.finding))
    row = extension_for(finding, extension.number)
    said = extension_facts(row, parts_of(finding, by), by, today=timezone.localdate(at), note=note.strip())
    verdict = rules.decide(which, said)
    if isinstance(verdict, Refusal):
        return verdict
    row.status, row.decision = verdict.value, note.strip()
    row.decided_by, row.decided_at = by.account, at
    row.save(update_fields=["status", "decision", "decided_by", "decided_at"])
    about = row.about
    before, after = {}, {"which": about.ref, "wanted": row.wanted}
    if verdict is Status.APPROVED:
        due = max(about.due, row.wanted)
        before, after = {"due": about.due}, {"which": about.ref, "due": due}
        about.due = due
        about.save(update_fields=["due"])
    tell(EVENTS[which], finding, by=by, at=at, before=before, after=after, note=row.decision)
    return row

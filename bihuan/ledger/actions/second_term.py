"""How does an office order a new final date (限期二次整改)? As a row beside the extensions; the original date stays."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from bihuan.ledger.actions.line import tell
from bihuan.ledger.actions.moves import locked
from bihuan.ledger.models import Extension, Finding
from bihuan.ledger.models.extension import Kind
from bihuan.ledger.queries.facts import gather, parts_of
from bihuan.people.viewer import Viewer
from bihuan.rules.extension import Status, level
from bihuan.rules.finding import Status as FindingStatus
from bihuan.rules.life import Refusal
from bihuan.rules.second_term import Ordering, order


@transaction.atomic
def order_second_term(finding: Finding, until: date, *, by: Viewer, at: datetime, reason: str) -> Extension | Refusal:
    """The date that holds moves on at once: whoever had to agree has agreed to the letter or the talk it comes from."""
    row = gather(locked(finding))
    pending = row.extensions.filter(status=Status.ASKED.value, measure__isnull=True).exists()
    today = timezone.localdate(at)
    ordering = Ordering(row.ref, parts_of(row, by), FindingStatus(row.status), row.due, today, pending)
    if refusal := order(ordering, until, reason):
        return refusal
    last = row.extensions.aggregate(last=Max("number"))["last"] or 0
    was = row.due
    ordered = Extension.objects.create(
        finding=row,
        kind=Kind.ORDERED,
        number=last + 1,
        due=was,
        wanted=until,
        reason=reason.strip(),
        level=level((until - (row.deadline or was)).days).value,
        asked_by=by.account,
        asked_at=at,
        status=Status.APPROVED.value,
        decided_by=by.account,
        decided_at=at,
    )
    row.due = until
    row.save(update_fields=["due"])
    tell("extension.ordered", row, by=by, at=at, before={"due": was}, after={"which": row.ref, "due": until},
         note=ordered.reason)  # fmt: skip
    return ordered

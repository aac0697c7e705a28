"""What is done with a row that a new version of the document words differently? Noted beside its finding, no more.

To raise it as a finding of its own is `drafts.take_row`, to leave it be `drafts.leave_row`.
"""

from datetime import datetime

from django.db import transaction

from bihuan.ledger.actions.drafts import NO_ROW
from bihuan.ledger.actions.intake import locked
from bihuan.ledger.actions.line import tell
from bihuan.ledger.models import DraftRow
from bihuan.ledger.queries.intake_facts import facts
from bihuan.people.viewer import Viewer
from bihuan.rules.intake import Move, decide
from bihuan.rules.life import Refusal


@transaction.atomic
def note_rewording(row: DraftRow, *, by: Viewer, at: datetime) -> DraftRow | Refusal:
    """Put the new wording into the timeline of the finding at once, and for good; the finding stays as it is."""
    held = locked(row.intake)
    verdict = decide(Move.EDIT, facts(held, by))
    if isinstance(verdict, Refusal):
        return verdict
    kept = DraftRow.objects.select_related("finding__organisation", "finding__lead_unit").get(pk=row.pk)
    if kept.finding is None or (kept.place, kept.change) != (DraftRow.Place.DROPPED, DraftRow.Change.REWORDED):
        return NO_ROW
    kept.change = DraftRow.Change.NOTED
    kept.save(update_fields=["change"])
    tell("finding.reworded", kept.finding, by=by, at=at, after={"source": held.paper.ref}, note=kept.text)
    return kept

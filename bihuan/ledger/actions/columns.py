"""How does an office explain the columns of its ledgers? Said once, kept for the organisation, and read by again."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from bihuan.ledger.actions.arrivals import take_again
from bihuan.ledger.actions.intake import discard_intake, locked
from bihuan.ledger.models import Arrival, ColumnMeaning, Intake
from bihuan.ledger.queries.columns import meanings_of
from bihuan.ledger.queries.intake_facts import facts
from bihuan.people.viewer import Viewer
from bihuan.rules.intake import Move, decide
from bihuan.rules.life import Refusal
from bihuan.say import say
from bihuan.trail.actions import record


def explain_columns(
    intake: Intake, meanings: Mapping[str, str], *, background: bool = False, by: Viewer, at: datetime
) -> Intake | Arrival | Refusal:
    """Keep what the headers mean and read the paper again. The intake before is discarded, its drafts stay.

    An empty meaning forgets what was said of a header; headers that this document does not ask about are left alone.
    """
    kept = _keep(intake, meanings, by=by, at=at)
    if isinstance(kept, Refusal):
        return kept
    again = take_again(kept.round, kept.paper, kind="ledger", background=background, by=by, at=at)
    if not isinstance(again, Refusal):
        discard_intake(kept, by=by, at=at)
    return again


@transaction.atomic
def _keep(intake: Intake, meanings: Mapping[str, str], *, by: Viewer, at: datetime) -> Intake | Refusal:
    held = locked(intake)
    verdict = decide(Move.EDIT, facts(held, by))
    if isinstance(verdict, Refusal):
        return verdict
    before = meanings_of(held.round.organisation)
    asked = {header: meanings[header] for header in held.headers if header in meanings}
    changed = {header: meaning for header, meaning in asked.items() if meaning != before.get(header, "")}
    if not changed:
        return Refusal("what", say("列的含义没有改动，请先为不认识的列选择含义。"))
    for header, meaning in changed.items():
        _remember(held, header, meaning)
    record(
        "column.explained",
        held.round.ref,
        organisation=held.round.organisation.code,
        by=by,
        at=at,
        before={header: before[header] for header in changed if header in before},
        after={"intake": held.ref, **changed},
    )
    return held


def _remember(intake: Intake, header: str, meaning: str) -> None:
    organisation = intake.round.organisation
    if meaning:
        ColumnMeaning.objects.update_or_create(organisation=organisation, header=header, defaults={"meaning": meaning})
    else:
        ColumnMeaning.objects.filter(organisation=organisation, header=header).delete()

"""How does a finding move? Every move of `rules/finding.py` passes through here, single, in bulk and imported."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from bihuan.ledger.actions.line import changed, tell
from bihuan.ledger.actions.passes import passed
from bihuan.ledger.actions.pauses import pause_of
from bihuan.ledger.actions.rhythm import begin_again, pause
from bihuan.ledger.models import Approval, CloseOut, Dispute, Finding, Pause
from bihuan.ledger.queries.facts import facts, gather, holder, led_by_first, pending
from bihuan.people.models import Unit
from bihuan.people.viewer import Viewer
from bihuan.rounds.queries import ruleset_of
from bihuan.rules import review
from bihuan.rules.finding import WATCHERS, Facts, Move, Partly, Status, decide
from bihuan.rules.life import Refusal
from bihuan.say import say
from bihuan.trail.actions import Actor

EVENTS: dict[Move, str] = {
    Move.CLAIM: "finding.claimed",
    Move.DISPUTE: "finding.disputed",
    Move.SETTLE: "finding.settled",
    Move.SETTLE_FINALLY: "finding.settled_finally",
    Move.SUBMIT_PLAN: "plan.submitted",
    Move.WITHDRAW_PLAN: "plan.withdrawn",
    Move.APPROVE_PLAN: "plan.approved",
    Move.RETURN_PLAN: "plan.returned",
    Move.REPORT_PARTLY: "finding.partly_reported",
    Move.CONFIRM_PARTLY: "finding.partly_confirmed",
    Move.DECLINE_PARTLY: "finding.partly_declined",
    Move.APPLY: "closeout.applied",
    Move.APPROVE: "closeout.approved",
    Move.RETURN: "closeout.returned",
    Move.REOPEN: "finding.reopened",
    Move.TRANSFER: "finding.transferred",
}


@dataclass(frozen=True)
class Step:
    """Who makes the move, when, and what came with it: `unit` for a dispute, `signed_name` for an application."""

    by: Actor
    at: datetime
    note: str = ""
    unit: Unit | None = None
    signed_name: str | None = None


@transaction.atomic
def move(
    finding: Finding,
    which: Move,
    *,
    by: Viewer,
    at: datetime,
    note: str = "",
    unit: Unit | None = None,
    signed_name: str | None = None,
) -> Finding | Refusal:
    """Make one move, or say why not. The row is locked, and the facts are those of the locked row."""
    row = gather(locked(finding))
    step = Step(by, at, note.strip(), unit, (signed_name or "") if which is Move.APPLY else None)
    if which not in EVENTS:
        return Refusal("when", say("这一步不能单独办理。"))
    verdict = decide(which, facts(row, by, note=step.note, signed_name=step.signed_name))
    if isinstance(verdict, Refusal):
        return verdict
    if which in NEEDS_UNIT and (unit is None or unit.organisation_id != row.organisation_id):
        return Refusal("what", say("请选择单位。"))
    if which in (Move.DISPUTE, Move.TRANSFER) and unit == row.lead_unit:
        return Refusal("what", say("选的就是现在的牵头单位，请选择应当承办的单位。"))
    return _make(row, which, verdict, step)


@transaction.atomic
def reopen_by_rule(finding: Finding, *, by: Actor, at: datetime, note: str) -> Finding | Refusal:
    """What a person who watches may do, done because a rule says so; the trail and the pass name no person."""
    row = gather(locked(finding))
    verdict = decide(Move.REOPEN, Facts(Status(row.status), parts=WATCHERS, note=note))
    return verdict if isinstance(verdict, Refusal) else _make(row, Move.REOPEN, verdict, Step(by, at, note))


def _make(row: Finding, which: Move, verdict: Status, step: Step) -> Finding:
    """The move that was decided on: its effect, the new status and its line."""
    before, stop = picture(row), pause_of(row, which, at=step.at)
    if effect := EFFECTS.get(which):
        effect(row, step)
    _settle_into(row, verdict, step, stop)
    was, became = changed(before, picture(row))
    event, after = event_of(which, verdict), became | _extras(step)
    tell(event, row, by=step.by, at=step.at, before=was, after=after, note=step.note)
    if verdict is Status.CLOSED:
        begin_again(row, by=step.by, at=step.at)
    return row


def event_of(which: Move, status: str) -> str:
    """What happened: the last approval is told as the close-out that it is."""
    return "finding.closed" if status == Status.CLOSED else EVENTS[which]


def locked(finding: Finding) -> Finding:
    """The row as it is now, held until the transaction ends."""
    related = ("organisation", "round", "lead_unit", "leader", "handler")
    Finding.objects.select_for_update().get(pk=finding.pk)
    return Finding.objects.select_related(*related).get(pk=finding.pk)


def picture(finding: Finding) -> dict[str, object]:
    """What the trail keeps of a finding before and after a move."""
    return {
        "status": finding.status,
        "holder": finding.holder,
        "lead_unit": finding.lead_unit.label if finding.lead_unit else "",
        "partly": finding.partly,
        "due": finding.due,
    }


def _settle_into(row: Finding, status: Status, step: Step, stop: Pause | None) -> None:
    """The clock runs again where the ball goes on; where it stays in the same hands it still stands."""
    was = (row.status, row.holder)
    row.status = status.value
    row.closed_at = step.at if status is Status.CLOSED else None
    row.holder = holder(gather(_forget(row)))
    if (row.status, row.holder) != was:
        row.since = step.at
        if stop:
            row.due = stop.due
            stop.save()
    row.save()
    passed(row, by=step.by, at=step.at).save()


def _forget(row: Finding) -> Finding:
    """Drop what was prefetched, because an effect may have changed it."""
    row._prefetched_objects_cache = {}
    return row


def _extras(step: Step) -> dict[str, str]:
    """What came with the move and belongs into its line."""
    unit = {"unit": step.unit.label} if step.unit else {}
    return unit | ({"signed_name": step.signed_name} if step.signed_name else {})


# --- what a move does beyond the status -------------------------------------


def _dispute(row: Finding, step: Step) -> None:
    row.disputes_count += 1
    Dispute.objects.create(
        finding=row,
        unit=row.lead_unit,
        suggested_unit=step.unit,
        reason=step.note,
        raised_by=step.by.account,
        raised_at=step.at,
    )


def _settle(row: Finding, step: Step) -> None:
    _decide_dispute(row, step, final=False)


def _settle_finally(row: Finding, step: Step) -> None:
    _decide_dispute(row, step, final=True)
    row.settled_finally = True


def _decide_dispute(row: Finding, step: Step, *, final: bool) -> None:
    row.disputes.filter(decided_at__isnull=True).update(
        decided_unit=step.unit,
        decision=step.note,
        decided_by=step.by.account,
        decided_at=step.at,
        final=final,
    )
    row.lead_unit = step.unit
    row.supports.filter(unit=step.unit).delete()


def _transfer(row: Finding, step: Step) -> None:
    """To another unit, which claims it anew; what is written of the plan goes along."""
    row.lead_unit = step.unit
    row.settled_finally = False
    row.supports.filter(unit=step.unit).delete()


def _submit_plan(row: Finding, step: Step) -> None:
    row.plan_submitted_by = step.by.account


def _partly(value: Partly) -> Callable[[Finding, Step], None]:
    def effect(row: Finding, step: Step) -> None:
        row.partly = value.value

    return effect


def _apply(row: Finding, step: Step) -> None:
    row.closeouts.filter(outcome=CloseOut.Outcome.PENDING).update(outcome=CloseOut.Outcome.VOID)
    chain = review.levels(ruleset_of(row.round).chain, key=row.key, led_by_first=led_by_first(row))
    CloseOut.objects.create(
        finding=row,
        number=len(row.closeouts.all()) + 1,
        applied_by=step.by.account,
        signed_name=(step.signed_name or "").strip(),
        applied_at=step.at,
        note=step.note,
        chain=[role.value for role in chain],
    )


def _approve(row: Finding, step: Step) -> None:
    application = _opinion(row, step, agreed=True)
    if application.level + 1 < len(application.chain):
        application.level += 1
    else:
        application.outcome = CloseOut.Outcome.APPROVED
        row.partly = Partly.NO.value
    application.save()


def _return(row: Finding, step: Step) -> None:
    application = _opinion(row, step, agreed=False)
    application.outcome = CloseOut.Outcome.RETURNED
    application.save()
    row.returns_count += 1


def _reopen(row: Finding, step: Step) -> None:
    pause(row)


def _opinion(row: Finding, step: Step, *, agreed: bool) -> CloseOut:
    application = pending(row)
    if application is None:
        raise RuntimeError(f"{row.ref} is under review without an application")
    Approval.objects.create(
        closeout=application,
        level=application.level,
        role=application.chain[application.level],
        agreed=agreed,
        note=step.note,
        by=step.by.account,
        at=step.at,
    )
    return application


NEEDS_UNIT = frozenset({Move.DISPUTE, Move.SETTLE, Move.SETTLE_FINALLY, Move.TRANSFER})
EFFECTS: dict[Move, Callable[[Finding, Step], None]] = {
    Move.DISPUTE: _dispute,
    Move.SETTLE: _settle,
    Move.SETTLE_FINALLY: _settle_finally,
    Move.TRANSFER: _transfer,
    Move.SUBMIT_PLAN: _submit_plan,
    Move.REPORT_PARTLY: _partly(Partly.REPORTED),
    Move.CONFIRM_PARTLY: _partly(Partly.CONFIRMED),
    Move.DECLINE_PARTLY: _partly(Partly.NO),
    Move.APPLY: _apply,
    Move.APPROVE: _approve,
    Move.RETURN: _return,
    Move.REOPEN: _reopen,
}

"""How is a plan written? Cause and goal on the finding, then its measures, each with what, who, by when and proof."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from bihuan.ledger.actions.line import Values, changed, tell
from bihuan.ledger.actions.moves import locked
from bihuan.ledger.models import Finding, Measure, MeasureKind, Origin
from bihuan.ledger.queries.facts import facts, gather
from bihuan.people.viewer import Viewer
from bihuan.rules.finding import Move, decide
from bihuan.rules.finding import Status as FindingStatus
from bihuan.rules.life import Refusal
from bihuan.rules.measure import Kind, Status
from bihuan.rules.rounds import before_feedback
from bihuan.say import say


@dataclass(frozen=True)
class MeasureText:
    """What a person wrote of one measure."""

    text: str
    who: str = ""
    due: date | None = None
    proof_expected: str = ""
    kinds: tuple[Kind, ...] = ()


@transaction.atomic
def save_plan(finding: Finding, *, cause: str, goal: str, by: Viewer, at: datetime) -> Finding | Refusal:
    """Keep cause and goal; neither need be complete before the plan is submitted."""
    row = gather(locked(finding))
    verdict = decide(Move.DRAFT_PLAN, facts(row, by))
    if isinstance(verdict, Refusal):
        return verdict
    before = {"cause": row.cause, "goal": row.goal}
    row.cause, row.goal = cause.strip(), goal.strip()
    row.save(update_fields=["cause", "goal"])
    _tell("plan.drafted", row.ref, row, by, at, before, {"cause": row.cause, "goal": row.goal})
    return row


@transaction.atomic
def add_measure(finding: Finding, written: MeasureText, *, by: Viewer, at: datetime) -> Measure | Refusal:
    """Add one measure: while the plan is drafted, or as a supplement while the finding is being rectified."""
    row = gather(locked(finding))
    asked = facts(row, by)
    verdict = decide(Move.DRAFT_PLAN, asked)
    if isinstance(verdict, Refusal) and isinstance(decide(Move.WORK, asked), Refusal):
        return verdict
    if refusal := _too_early(row, written):
        return refusal
    last = row.measures.aggregate(last=Max("number"))["last"] or 0
    measure = Measure(finding=row, number=last + 1)
    _write(measure, written)
    _tell("measure.added", measure.ref, row, by, at, {}, _picture(measure, written.kinds))
    return measure


@transaction.atomic
def edit_measure(measure: Measure, written: MeasureText, *, by: Viewer, at: datetime) -> Measure | Refusal:
    """Change an open measure while the plan is drafted."""
    row = gather(locked(measure.finding))
    if refusal := _may_change(measure, row, by) or _may_redate(measure, row, written):
        return refusal
    before = _picture(measure, _kinds(measure))
    _write(measure, written)
    _tell("measure.changed", measure.ref, row, by, at, before, _picture(measure, written.kinds))
    return measure


@transaction.atomic
def drop_measure(measure: Measure, *, by: Viewer, at: datetime) -> Finding | Refusal:
    """Take an open measure out of the plan while it is drafted; the numbers of the others stay."""
    row = gather(locked(measure.finding))
    if refusal := _may_change(measure, row, by):
        return refusal
    _tell("measure.dropped", measure.ref, row, by, at, _picture(measure, _kinds(measure)), {})
    measure.delete()
    return row


def _may_change(measure: Measure, row: Finding, by: Viewer) -> Refusal | None:
    verdict = decide(Move.DRAFT_PLAN, facts(row, by))
    if isinstance(verdict, Refusal):
        return verdict
    if measure.status == Status.DONE:
        return Refusal("when", say("已完成的措施不能修改，请先恢复为未完成。"))
    return None


def _may_redate(measure: Measure, row: Finding, written: MeasureText) -> Refusal | None:
    """A unit never moves a date of its own that holds already: the work has begun, or it was extended before."""
    fixed = measure.due and (row.status == FindingStatus.RECTIFYING or measure.due != measure.deadline)
    if fixed and written.due != measure.due:
        return Refusal("when", say("何时完成已经定下，不能自行改动；要推迟请申请延期。"))
    return _too_early(row, written) if written.due != measure.due else None


def _too_early(row: Finding, written: MeasureText) -> Refusal | None:
    """What the group's letter asks for is not done before the letter; what units fixed on the spot may be."""
    return before_feedback(written.due, row.round.feedback_on) if row.origin == Origin.LETTER else None


def _write(measure: Measure, written: MeasureText) -> None:
    measure.text, measure.who = written.text.strip(), written.who.strip()
    if written.due != measure.due:
        measure.deadline = measure.due = written.due
    measure.proof_expected = written.proof_expected.strip()
    measure.save()
    kept = {kind.kind for kind in measure.kinds.all()}
    wanted = {kind.value for kind in written.kinds}
    measure.kinds.filter(kind__in=kept - wanted).delete()
    MeasureKind.objects.bulk_create(MeasureKind(measure=measure, kind=kind) for kind in sorted(wanted - kept))


def _kinds(measure: Measure) -> list[Kind]:
    return [Kind(kind.kind) for kind in measure.kinds.all()]


def _picture(measure: Measure, kinds: Iterable[Kind]) -> dict[str, object]:
    return {
        "text": measure.text,
        "who": measure.who,
        "due": measure.due,
        "proof_expected": measure.proof_expected,
        "kinds": sorted(kind.value for kind in kinds),
    }


def _tell(event: str, detail: str, row: Finding, by: Viewer, at: datetime, before: Values, after: Values) -> None:
    was, became = changed(before, after)
    tell(event, row, by=by, at=at, before=was, after={"which": detail} | became)

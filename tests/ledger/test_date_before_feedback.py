"""A date before the feedback, or a feedback after the date: said in one sentence, and nothing is written."""

from datetime import date

from bihuan.ledger.actions.assign import assign
from bihuan.ledger.actions.plan import MeasureText, add_measure, edit_measure
from bihuan.ledger.models import Finding, Measure, Origin
from bihuan.rules.life import Refusal
from tests.ledger.conftest import Walk, done

EARLY, FEEDBACK = date(2026, 2, 19), date(2026, 2, 20)
SAID = "时限 2026-02-19 早于反馈日期 2026-02-20，请改正其中一个。"


def written(due: date | None) -> MeasureText:
    return MeasureText("清理账目", "镇财政所", due, "台账")


def reason(outcome: object) -> str:
    assert isinstance(outcome, Refusal)
    return str(outcome.reason)


def test_a_measure_is_not_done_before_the_feedback(walk: Walk) -> None:
    finding, head = walk.claimed(), walk.by(walk.cast.head)
    assert reason(add_measure(finding, written(EARLY), by=head, at=walk.later())) == SAID
    measure = done(add_measure(finding, written(FEEDBACK), by=head, at=walk.later()))
    assert reason(edit_measure(measure, written(EARLY), by=head, at=walk.later())) == SAID
    measure.refresh_from_db()
    assert (Measure.objects.count(), measure.due) == (1, FEEDBACK)


def test_a_deadline_before_the_feedback_is_not_assigned(walk: Walk) -> None:
    finding, office = walk.raised(), walk.by(walk.cast.office)
    _kept, outcomes = assign([finding], {"deadline": EARLY.isoformat()}, by=office, at=walk.later())
    assert reason(outcomes[0].refusal) == SAID
    assert walk.fresh(finding).deadline == date(2026, 8, 31)


def test_what_was_fixed_on_the_spot_may_be_older(walk: Walk) -> None:
    finding, office = walk.raised(), walk.by(walk.cast.office)
    Finding.objects.update(origin=Origin.REQUEST, origin_ref="R-001")
    assign([walk.fresh(finding)], {"deadline": EARLY.isoformat()}, by=office, at=walk.later())
    assert walk.fresh(finding).due == EARLY

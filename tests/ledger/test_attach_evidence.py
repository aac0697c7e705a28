"""Proof: stored once, with its own date, explained where it is early, complete where it is a rule."""

from datetime import date
from decimal import Decimal

import pytest

from bihuan.ledger.actions.plan import MeasureText, add_measure
from bihuan.ledger.actions.work import (
    ProofText,
    add_progress,
    attach_evidence,
    detach_evidence,
    move_measure,
    set_numbers,
)
from bihuan.ledger.models import Measure
from bihuan.people.viewer import viewer_of
from bihuan.rules.life import Refusal
from bihuan.rules.measure import Kind, Move
from tests.ledger.conftest import Walk, done

PROOF = ProofText("资金管理办法", document_date=date(2026, 3, 1))


@pytest.fixture
def measure(walk: Walk) -> Measure:
    return walk.rectifying().measures.get()


def attach(walk: Walk, measure: Measure, written: ProofText = PROOF, who=None, paper=None):
    viewer = viewer_of(who or walk.cast.handler)
    return attach_evidence(measure, paper or walk.paper(), written, by=viewer, at=walk.later())


def test_one_paper_proves_several_measures_and_each_of_them_once(walk: Walk, measure: Measure) -> None:
    head = viewer_of(walk.cast.head)
    other = done(add_measure(measure.finding, MeasureText("开展专项检查"), by=head, at=walk.later()))
    paper = walk.paper()
    for target in (measure, other, measure):
        done(attach(walk, target, paper=paper))
    assert paper.used_as_evidence.count() == 2


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        (ProofText("旧办法", date(2026, 2, 19)), "材料日期早于反馈日期，请说明情况。"),
        (ProofText("办法", date(2026, 3, 3)), "材料日期 2026-03-03 晚于今天，请改正。"),
        (
            ProofText("办法", date(2026, 3, 1), is_rule=True, meeting="党委会", approval="书记"),
            "制度类佐证请写明研究会议、审批和文号。",
        ),
    ],
)
def test_proof_that_does_not_hold_is_refused_with_its_reason(walk: Walk, measure, written, reason: str) -> None:
    outcome = attach(walk, measure, written)
    assert isinstance(outcome, Refusal)
    assert (outcome.kind, str(outcome.reason)) == ("what", reason)
    assert not measure.evidence.exists()


def test_early_proof_with_an_explanation_is_kept_and_explained(walk: Walk, measure: Measure) -> None:
    proof = done(attach(walk, measure, ProofText("原办法", date(2025, 6, 1), explanation="作为修订前的对照")))
    assert proof.explanation == "作为修订前的对照"


def test_supporters_may_attach_and_strangers_may_not(walk: Walk, measure: Measure) -> None:
    outcome = attach(walk, measure, who=walk.cast.stranger)
    assert isinstance(outcome, Refusal)
    assert outcome.kind == "who"
    walk.assign(measure.finding, supports=[walk.cast.farming.number])
    done(attach(walk, measure, who=walk.cast.stranger))


def test_a_measure_without_proof_or_number_is_not_finished(walk: Walk) -> None:
    finding = walk.claimed(immediate=True)
    head = viewer_of(walk.cast.head)
    text = MeasureText("追回违规资金", kinds=(Kind.LOSS,))
    measure = done(add_measure(finding, text, by=head, at=walk.later()))

    def finish():
        return move_measure(measure, Move.FINISH, by=head, at=walk.later())

    assert [str(text) for text in finish().missing] == ["至少有一份佐证材料", "计数类措施已填写大于零的数量"]
    done(attach(walk, measure))
    assert [str(text) for text in finish().missing] == ["计数类措施已填写大于零的数量"]
    done(set_numbers(measure, {Kind.LOSS: Decimal("3.20")}, by=head, at=walk.later()))
    assert done(finish()).status == "done"


def test_proof_of_a_finished_measure_stays_until_it_is_taken_up_again(walk: Walk, measure: Measure) -> None:
    head = viewer_of(walk.cast.head)
    proof = done(attach(walk, measure))
    done(move_measure(measure, Move.FINISH, by=head, at=walk.later()))
    measure.refresh_from_db()
    proof.measure = measure
    assert detach_evidence(proof, by=head, at=walk.later()).kind == "when"
    done(move_measure(measure, Move.RESUME, by=head, at=walk.later(), note="材料有误"))
    proof.measure = Measure.objects.select_related("finding").get(pk=measure.pk)
    done(detach_evidence(proof, by=head, at=walk.later()))
    assert not measure.evidence.exists()


def test_progress_says_something(walk: Walk, measure: Measure) -> None:
    handler = viewer_of(walk.cast.handler)
    assert add_progress(measure.finding, "  ", by=handler, at=walk.later()).kind == "what"
    entry = done(add_progress(measure.finding, " 已召开部署会 ", by=handler, at=walk.later()))
    assert entry.text == "已召开部署会"

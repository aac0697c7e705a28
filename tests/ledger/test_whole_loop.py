"""From the letter to the close-out, and every line of it in the trail."""

from bihuan.rules.finding import Move, Status
from bihuan.trail.queries import Verdict, verify
from tests.ledger.conftest import Walk, done


def test_a_finding_walks_the_whole_loop_and_the_trail_tells_it(walk: Walk, events) -> None:
    finding = walk.closed()
    assert (finding.status, finding.holder, finding.closed_at) == (Status.CLOSED, "", walk.at)
    assert events(finding) == [
        "finding.raised",
        "finding.assigned",
        "finding.claimed",
        "plan.drafted",
        "measure.added",
        "plan.submitted",
        "plan.approved",
        "evidence.attached",
        "measure.finished",
        "closeout.applied",
        "closeout.approved",
        "finding.closed",
    ]


def test_the_trail_of_the_loop_is_whole(walk: Walk) -> None:
    walk.closed()
    verdict = list(verify("yunling"))[-1]
    assert isinstance(verdict, Verdict)
    assert verdict.broken_at is None
    assert verdict.lines > 20


def test_a_key_finding_ends_with_the_first_responsible(walk: Walk) -> None:
    finding = walk.applied(key=True)
    held = [finding.holder]
    for who in (walk.cast.leader, walk.cast.office, walk.cast.first):
        finding = done(walk.move(finding, Move.APPROVE, who))
        held.append(finding.holder)
    assert held == ["leader", "office", "first", ""]
    assert finding.status == Status.CLOSED


def test_an_immediate_fix_needs_no_plan(walk: Walk) -> None:
    finding = walk.claimed(immediate=True)
    assert finding.status == Status.RECTIFYING


def test_a_returned_application_counts_a_loop_and_a_new_one_passes(walk: Walk) -> None:
    finding = walk.applied()
    finding = done(walk.move(finding, Move.RETURN, walk.cast.leader, note="佐证不全"))
    assert (finding.status, finding.returns_count) == (Status.RECTIFYING, 1)
    finding = done(walk.move(finding, Move.APPLY, walk.cast.head, signed_name="赵启"))
    assert [(c.number, c.outcome) for c in finding.closeouts.all()] == [(1, "returned"), (2, "pending")]


def test_a_new_application_voids_the_pending_one(walk: Walk) -> None:
    finding = walk.applied()
    done(walk.move(finding, Move.APPROVE, walk.cast.leader))
    finding = done(walk.move(finding, Move.APPLY, walk.cast.head, signed_name="赵启"))
    assert [(c.number, c.outcome, c.level) for c in finding.closeouts.all()] == [(1, "void", 1), (2, "pending", 0)]
    assert finding.holder == "leader"


def test_a_closed_finding_is_reopened_with_a_reason(walk: Walk) -> None:
    finding = walk.closed()
    finding = done(walk.move(finding, Move.REOPEN, walk.cast.supervisor, note="复查发现反弹"))
    assert (finding.status, finding.holder, finding.closed_at) == (Status.RECTIFYING, "head", None)


def test_partly_done_is_reported_by_the_unit_and_confirmed_by_the_office(walk: Walk) -> None:
    finding = walk.rectifying()
    finding = done(walk.move(finding, Move.REPORT_PARTLY, walk.cast.head, note="阶段性完成"))
    assert finding.partly == "reported"
    finding = done(walk.move(finding, Move.CONFIRM_PARTLY, walk.cast.office))
    assert (finding.partly, finding.status) == ("confirmed", Status.RECTIFYING)

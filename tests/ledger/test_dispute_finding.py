"""A unit says that a finding is not its own; twice at most."""

from bihuan.rules.finding import Move, Status
from bihuan.rules.life import Refusal
from tests.ledger.conftest import Walk, done


def disputed(walk: Walk):
    return walk.move(walk.assigned(), Move.DISPUTE, walk.cast.head, unit=walk.cast.farming, note="属农业农村局职责")


def test_a_dispute_names_the_unit_that_should_have_it(walk: Walk) -> None:
    finding = done(disputed(walk))
    row = finding.disputes.get()
    assert (finding.status, finding.holder, finding.disputes_count) == (Status.DISPUTED, "office", 1)
    assert (row.unit, row.suggested_unit, row.reason) == (walk.cast.town, walk.cast.farming, "属农业农村局职责")


def test_a_dispute_without_a_unit_or_naming_its_own_is_refused(walk: Walk) -> None:
    finding = walk.assigned()
    for unit in (None, walk.cast.town, walk.cast.elsewhere_top):
        outcome = walk.move(finding, Move.DISPUTE, walk.cast.head, unit=unit, note="不属于我镇")
        assert isinstance(outcome, Refusal)
        assert outcome.kind == "what"
    assert walk.fresh(finding).status == Status.UNCLAIMED


def test_the_office_settles_it_on_another_unit(walk: Walk) -> None:
    finding = done(walk.move(disputed(walk), Move.SETTLE, walk.cast.office, unit=walk.cast.farming, note="以主责为准"))
    assert (finding.status, finding.lead_unit, finding.holder) == (Status.UNCLAIMED, walk.cast.farming, "head")
    assert finding.disputes.get().decided_unit == walk.cast.farming


def test_the_second_dispute_is_settled_by_the_leader_and_then_it_is_claimed(walk: Walk) -> None:
    finding = done(walk.move(disputed(walk), Move.SETTLE, walk.cast.office, unit=walk.cast.farming, note="以主责为准"))
    finding = done(walk.move(finding, Move.DISPUTE, walk.cast.stranger, unit=walk.cast.town, note="资金由镇管理"))
    assert finding.holder == "leader"
    refused = walk.move(finding, Move.SETTLE, walk.cast.office, unit=walk.cast.town, note="再议")
    assert isinstance(refused, Refusal)
    finding = done(walk.move(finding, Move.SETTLE_FINALLY, walk.cast.leader, unit=walk.cast.town, note="由镇牵头"))
    assert (finding.status, finding.lead_unit, finding.settled_finally) == (Status.CLAIMED, walk.cast.town, True)
    assert [row.final for row in finding.disputes.all()] == [False, True]


def test_an_immediate_fix_settled_by_the_leader_starts_at_once(walk: Walk) -> None:
    finding = walk.assigned(immediate=True)
    for who, unit in ((walk.cast.head, walk.cast.farming), (walk.cast.stranger, walk.cast.town)):
        finding = done(walk.move(finding, Move.DISPUTE, who, unit=unit, note="不属于本单位"))
        if finding.disputes_count == 1:
            finding = done(walk.move(finding, Move.SETTLE, walk.cast.office, unit=unit, note="调整"))
    finding = done(walk.move(finding, Move.SETTLE_FINALLY, walk.cast.leader, unit=walk.cast.town, note="由镇牵头"))
    assert finding.status == Status.RECTIFYING

"""The office gives a claimed finding to another unit, with a reason; the new unit claims it anew."""

from bihuan.rules.finding import Move, Status
from bihuan.rules.life import Refusal
from tests.ledger.conftest import Walk, done


def test_it_waits_for_the_new_unit_and_keeps_its_plan(walk: Walk) -> None:
    finding = walk.rectifying()
    finding = done(walk.move(finding, Move.TRANSFER, walk.cast.office, unit=walk.cast.farming, note="机构调整"))
    assert (finding.status, finding.holder, finding.lead_unit) == (Status.UNCLAIMED, "head", walk.cast.farming)
    assert (finding.cause, finding.measures.count()) == ("责任没有压实", 1)
    assert done(walk.move(finding, Move.CLAIM, walk.cast.stranger)).status == Status.CLAIMED


def test_it_goes_to_another_unit_and_by_the_office_only(walk: Walk) -> None:
    finding = walk.claimed()
    same = walk.move(finding, Move.TRANSFER, walk.cast.office, unit=walk.cast.town, note="机构调整")
    other = walk.move(finding, Move.TRANSFER, walk.cast.head, unit=walk.cast.farming, note="不想办")
    assert isinstance(same, Refusal)
    assert isinstance(other, Refusal)
    assert (same.kind, other.kind) == ("what", "who")

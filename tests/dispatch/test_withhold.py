"""A finding is kept out of one notice with a ground, a reason and the consent of the first; the other tells it."""

import pytest

from bihuan.dispatch.actions.notice import move_withholding, withhold, word
from bihuan.dispatch.models import Withholding
from bihuan.dispatch.queries.notice import notice
from bihuan.people.viewer import viewer_of
from bihuan.rules.life import Refusal
from bihuan.rules.notice import Audience, Move, Part
from bihuan.trail.models import Line
from tests.cast import NOW, Cast
from tests.ledger.conftest import Walk, done

SOCIETY, PARTY = Audience.SOCIETY, Audience.PARTY


def kept_out(walk: Walk, finding, *, part: Part = Part.WHOLE) -> Withholding:
    office = walk.by(walk.cast.office)
    return done(withhold(finding, SOCIETY, part=part, ground="case", reason="正在初核", by=office, at=NOW))


def told(walk: Walk, audience: Audience = SOCIETY):
    return notice(viewer_of(walk.cast.office), walk.round, NOW, audience=audience)


def test_what_is_asked_for_stays_out_of_that_notice_alone(walk: Walk):
    finding = walk.closed()
    row = kept_out(walk, finding)
    assert (row.ref, told(walk).points, told(walk).withheld) == ("X-001", (), 1)
    assert [point.ref for point in told(walk, PARTY).points] == ["F-001"]


def test_the_first_agrees_and_the_finding_itself_is_not_touched(cast: Cast, walk: Walk):
    finding = walk.closed()
    row = kept_out(walk, finding)
    agreed = done(move_withholding(row, Move.APPROVE, by=viewer_of(cast.first), at=NOW, note="领导小组第3次会议"))
    assert (agreed.status, agreed.decision, agreed.decided_by) == ("approved", "领导小组第3次会议", cast.first)
    assert walk.fresh(finding).status == "closed"
    line = Line.objects.get(event="withholding.approved")
    assert (line.subject, line.unit_path, line.after, line.note) == (
        "X-001", "", {"finding": "F-001"}, "领导小组第3次会议",
    )  # fmt: skip


def test_what_is_refused_is_told_again(cast: Cast, walk: Walk):
    row = kept_out(walk, walk.closed())
    done(move_withholding(row, Move.REFUSE, by=viewer_of(cast.first), at=NOW, note="不属于五种情形"))
    assert [point.ref for point in told(walk).points] == ["F-001"]


def test_where_only_the_result_is_kept_out_the_finding_is_told(walk: Walk):
    kept_out(walk, walk.closed(), part=Part.RESULT)
    (point,) = told(walk).points
    assert (point.text, point.withheld) == ("镇村两级资金监管不严", True)


@pytest.mark.parametrize("who", ["office", "leader", "head", "supervisor"])
def test_nobody_but_the_first_agrees(cast: Cast, walk: Walk, who: str):
    row = kept_out(walk, walk.closed())
    outcome = move_withholding(row, Move.APPROVE, by=viewer_of(getattr(cast, who)), at=NOW, note="同意")
    assert isinstance(outcome, Refusal)
    assert (outcome.kind, Withholding.objects.get().status) == ("who", "asked")


def test_a_second_asking_waits_for_the_first(walk: Walk):
    finding = walk.closed()
    kept_out(walk, finding)
    office = walk.by(walk.cast.office)
    again = withhold(finding, SOCIETY, part=Part.WHOLE, ground="secrecy", reason="涉密", by=office, at=NOW)
    assert (again.kind, Withholding.objects.count()) == ("when", 1)


def test_a_wording_is_for_one_audience_and_the_ledger_keeps_its_own(cast: Cast, walk: Walk):
    finding, office = walk.closed(), viewer_of(cast.office)
    done(word(finding, SOCIETY, text="资金监管不严", result="一是建章立制。", by=office, at=NOW))
    (society,), (party,) = told(walk).points, told(walk, PARTY).points
    assert (society.text, society.results) == ("资金监管不严", ("一是建章立制。",))
    assert (party.text, party.results) == ("镇村两级资金监管不严", ("修订村级资金管理办法",))
    assert walk.fresh(finding).text == "镇村两级资金监管不严"
    assert isinstance(word(finding, SOCIETY, text="", result="", by=viewer_of(cast.head), at=NOW), Refusal)

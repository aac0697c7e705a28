"""Does the report of the first responsible hold the meetings, opinions and findings that the record knows?"""

from bihuan.ledger.models import Meeting
from bihuan.people.viewer import viewer_of
from bihuan.rules.finding import Move
from tests.cast import NOW, Cast
from tests.dispatch.made import made
from tests.ledger.conftest import Walk, done
from tests.writing.frames import tables, texts


def held(cast: Cast, walk: Walk, number: int, **values: object) -> Meeting:
    return Meeting.objects.create(
        organisation=cast.county, round=walk.round, number=number, kind="topic", title="研究整改方案",
        planned_on=NOW.date(), **values,
    )  # fmt: skip


def test_meetings_opinions_and_findings_led_are_told(cast: Cast, walk: Walk):
    finding = walk.proved(walk.rectifying(key=True))
    done(walk.move(finding, Move.APPLY, cast.head, signed_name=cast.head.name))
    done(walk.move(finding, Move.APPROVE, cast.leader))
    done(walk.move(finding, Move.APPROVE, cast.office))
    done(walk.move(finding, Move.APPROVE, cast.first))
    led = walk.raised()
    walk.assign(led, lead_unit=cast.town.number, leader=cast.first.username)
    held(cast, walk, 1, status="held", held_at=NOW, place="常委会议室", chaired_by=cast.first)
    held(cast, walk, 2)

    data = made("leader_report", viewer_of(cast.office), walk.round)

    meetings, opinions, mine, _figures = tables(data)
    assert meetings[1:] == [["2026-03-02", "整改专题会议", "研究整改方案", "常委会议室", "周正", "0"]]
    assert opinions[1:] == [["销号审核", "1", "0"], ["延期审批", "0", "0"], ["责任争议裁定", "0", "0"]]
    assert mine[1:] == [[led.ref, "镇村两级资金监管不严", "松河镇", "2026-08-31", "待认领"]]
    said = texts(data)
    assert "第一责任人：周正（县委书记）" in said
    assert "本轮整改计划召开会议 2 次，已召开 1 次，其中主要负责人主持 1 次。" in said


def test_without_meetings_and_findings_the_report_says_so(cast: Cast, walk: Walk):
    assert texts(made("leader_report", viewer_of(cast.office), walk.round)).count("无。") == 2

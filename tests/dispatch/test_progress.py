"""Does the report on the rectification say what the record says: each finding once, every count by its definition?"""

from datetime import date, timedelta

from bihuan.dispatch.kinds import kinds
from bihuan.ledger.actions.findings import Confirmed, raise_findings
from bihuan.ledger.models import Finding, MeasureKind
from bihuan.people.viewer import viewer_of
from bihuan.rules.finding import Move
from tests.cast import NOW, Cast
from tests.dispatch.made import copied, cost, made
from tests.ledger.conftest import Walk, done
from tests.writing.frames import tables, texts


def test_partly_done_is_not_done_and_immediate_fixes_stand_apart(cast: Cast, walk: Walk):
    closed, partly = walk.closed(), walk.rectifying()
    done(walk.move(partly, Move.REPORT_PARTLY, cast.head, note="大部分到位"))
    done(walk.move(partly, Move.CONFIRM_PARTLY, cast.office))
    immediate = walk.raised()
    walk.assign(immediate, immediate=True, lead_unit=cast.town.number)
    MeasureKind.objects.create(measure=closed.measures.get(), kind="loss", number="12.50")

    data = made("progress", viewer_of(cast.office), walk.round)

    assert tables(data)[0][1:] == [
        ["反馈问题", "2", "1", "1", "0", "50.00%"],
        ["立行立改", "1", "0", "0", "0", "0.00%"],
        ["自查发现", "0", "0", "0", "0", "—"],
        ["信访件", "0", "0", "0", "0", "—"],
    ]
    assert tables(data)[2][1:] == [["1", "松河镇", "2", "1", "1", "0", "50.00%"]]
    said = texts(data)
    assert [text for text in said if text.startswith("F-")] == [
        f"{row.ref}　镇村两级资金监管不严" for row in (closed, partly, immediate)
    ]
    assert [text for text in said if text.startswith("整改状态")] == [
        "整改状态：已销号（2026-03-02）",
        "整改状态：整改中（基本完成）",
        "整改状态：待认领",
    ]
    assert "挽回损失：12.5 万元。" in said
    assert "统计口径：完成率 = 已销号数 ÷ 反馈问题总数；基本完成不计入，立行立改和自查发现的问题单独统计。" in said


def test_the_measures_are_those_of_the_record(cast: Cast, walk: Walk):
    walk.closed()

    assert tables(made("progress", viewer_of(cast.office), walk.round))[3] == [
        ["整改措施", "成效", "时限", "完成情况"],
        ["1. 修订村级资金管理办法", "", "2026-06-30", "已完成"],
    ]


def test_an_empty_round_gives_a_whole_report(cast: Cast, walk: Walk):
    said = texts(made("progress", viewer_of(cast.office), walk.round))

    assert said.count("无。") == 5
    assert "共涉及 0 个方面、0 个大项、0 个问题，列明具体表现 0 条，制定整改措施 0 条。" in said


def test_fifty_findings_cost_what_one_costs(cast: Cast, walk: Walk):
    finding, office = walk.rectifying(), viewer_of(cast.office)
    few = cost("progress", office, walk.round)
    copied(Finding.objects.get(pk=finding.pk), 50)

    assert cost("progress", office, walk.round) == few


def test_a_name_of_three_hundred_characters_stays_whole(cast: Cast, walk: Walk):
    row = Confirmed(text="长" * 300, issue="题" * 300, deadline=date(2026, 8, 31))
    done(raise_findings(walk.round, [row], source=None, by=walk.by(cast.office), at=walk.later()))

    said = texts(made("progress", viewer_of(cast.office), walk.round))

    assert f"F-001　{'题' * 300}" in said
    assert f"具体表现：{'长' * 300}" in said


def test_the_history_has_a_point_at_each_months_end(cast: Cast, walk: Walk):
    walk.closed()
    walk.later(days=40)
    walk.raised()

    paper = kinds()["progress"].values(viewer_of(cast.office), walk.round, NOW + timedelta(days=75))

    assert [(str(point.on), point.total, point.done) for point in paper.history] == [
        ("2026-03-31", 1, 1),
        ("2026-04-30", 2, 1),
        ("2026-05-16", 2, 1),
    ]

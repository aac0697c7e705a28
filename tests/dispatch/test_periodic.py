"""Do the weekly and the monthly report tell what moved since the last one, and nothing older?"""

from datetime import timedelta

from bihuan.dispatch.models import Outgoing, Version
from bihuan.ledger.models import Finding
from bihuan.people.viewer import viewer_of
from bihuan.rules.finding import Move
from tests.cast import NOW, Cast
from tests.dispatch.made import copied, cost, made
from tests.ledger.conftest import Walk, done
from tests.writing.frames import tables, texts


def test_the_week_tells_its_steps_and_both_ends(cast: Cast, walk: Walk):
    finding = walk.applied()
    walk.later(days=8)
    done(walk.move(finding, Move.APPROVE, cast.leader))
    done(walk.move(finding, Move.APPROVE, cast.office, note="已核实"))

    movements, counts, changes = tables(made("weekly", viewer_of(cast.office), walk.round, at=walk.later(hours=1)))

    assert movements[1] == ["反馈问题", "1", "0", "0.00%", "1", "1", "100.00%"]
    assert counts[1:] == [["审核同意，销号", "1"]]
    assert [row[1:] for row in changes[1:]] == [["F-001", "松河镇", "审核同意，销号", "陈明", "已核实"]]


def test_the_month_reaches_back_a_month(cast: Cast, walk: Walk):
    walk.closed()
    at = NOW + timedelta(days=20)

    movements, counts, _changes = tables(made("monthly", viewer_of(cast.office), walk.round, at=at))

    assert movements[1] == ["反馈问题", "0", "0", "—", "1", "1", "100.00%"]
    assert counts[1:] == [
        ["录入台账", "1"],
        ["认领", "1"],
        ["提交方案", "1"],
        ["同意方案", "1"],
        ["措施标记完成", "1"],
        ["申请销号", "1"],
        ["审核同意，销号", "1"],
    ]


def test_what_is_late_and_what_comes_due_is_listed(cast: Cast, walk: Walk):
    walk.rectifying()

    late = made("weekly", viewer_of(cast.office), walk.round, at=NOW.replace(month=9, day=1))
    soon = made("weekly", viewer_of(cast.office), walk.round, at=NOW.replace(month=8, day=28))

    line = ["F-001", "镇村两级资金监管不严", "松河镇", "2026-08-31", "整改中"]
    assert [tables(data)[-1][1] for data in (late, soon)] == [line, line]
    assert [texts(data).count("无。") for data in (late, soon)] == [2, 2]


def test_others_see_only_their_own(cast: Cast, walk: Walk):
    walk.rectifying()

    said = texts(made("weekly", viewer_of(cast.stranger), walk.round, at=walk.later()))

    assert said.count("无。") == 3


def test_fifty_findings_cost_what_one_costs(cast: Cast, walk: Walk):
    finding, office = walk.rectifying(), viewer_of(cast.office)
    few = cost("weekly", office, walk.round)
    copied(Finding.objects.get(pk=finding.pk), 50)

    assert cost("weekly", office, walk.round) == few


def test_the_period_begins_where_the_last_issued_report_ended(cast: Cast, walk: Walk):
    walk.claimed()
    issued = Outgoing.objects.create(
        organisation=cast.county, round=walk.round, number=1, kind="weekly", title="整改周报", status="issued",
        opened_by=cast.office, opened_at=walk.at,
    )  # fmt: skip
    Version.objects.create(outgoing=issued, number=1, by=cast.office, at=walk.later(), status="ready")
    walk.raised()

    data = made("weekly", viewer_of(cast.office), walk.round, at=walk.later())

    assert texts(data)[1].startswith("R1 省委巡视　2026-03-02 09:04 至 ")
    assert tables(data)[1][1:] == [["录入台账", "1"]]

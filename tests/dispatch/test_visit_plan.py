"""Does the plan of extended visits say every visit as it is planned, and none that was cancelled?"""

from datetime import datetime

from django.utils import timezone

from bihuan.desk.actions.visits import VisitText, move_visit, plan_visit
from bihuan.people.viewer import viewer_of
from bihuan.rules.visit import Move
from tests.cast import NOW, Cast
from tests.desk.conftest import done, office, round  # noqa: F401
from tests.dispatch.made import cost, made
from tests.writing.frames import tables, texts


def moment(text: str) -> datetime:
    return timezone.make_aware(datetime.fromisoformat(f"2026-03-{text}"))


def visit(cast: Cast, round, office, day: str = "10", **more):  # noqa: F811
    text = VisitText(cast.town, moment(f"{day} 09:00"), moment(f"{day} 11:30"), **more)
    return done(plan_visit(round, text, by=office, at=NOW, confirmed=True))


def test_every_value_of_a_visit_stands_in_its_line(cast: Cast, round, office):  # noqa: F811
    cast.handler.phone = "0000-1234567"
    cast.handler.save()
    visit(cast, round, office, led_by="高组长", contact=cast.handler, transport="云A·10086",
          prepare="会议记录\n\n会议室一间\n", remark="雨天改期")  # fmt: skip
    done(move_visit(visit(cast, round, office, "11"), Move.CANCEL, by=office, at=NOW, note="路不通"))

    data = made("visit_plan", office, round)

    assert texts(data)[:2] == ["延伸巡视安排", "单位：云岭县　　巡视组：省委第三巡视组　　共 1 处"]
    assert tables(data) == [
        [
            ["编号", "批次", "被延伸单位", "时间", "带队", "需准备的资料", "联络人", "用车", "状态", "备注"],
            ["V-001", "1", "松河镇", "2026-03-10 09:00—11:30", "高组长", "会议记录\n会议室一间", "吴敏\n0000-1234567",
             "云A·10086", "拟安排", "雨天改期"],
        ]
    ]  # fmt: skip


def test_a_unit_reads_its_own_visits_alone(cast: Cast, round, office):  # noqa: F811
    visit(cast, round, office)
    assert len(tables(made("visit_plan", viewer_of(cast.head), round))[0]) == 2
    assert tables(made("visit_plan", viewer_of(cast.stranger), round)) == []


def test_its_cost_does_not_grow(cast: Cast, round, office):  # noqa: F811
    visit(cast, round, office)
    before = cost("visit_plan", office, round)
    visit(cast, round, office, "12")
    assert cost("visit_plan", office, round) == before

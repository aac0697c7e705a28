"""Does the liaison plan say what the desk has: dates, people, times, the roster and what is provided?"""

from datetime import timedelta

from bihuan.desk.actions.duties import put_on_duty
from bihuan.desk.actions.errands import ErrandText, take_down_errand
from bihuan.people.viewer import viewer_of
from bihuan.rules.errand import Kind
from tests.cast import NOW, Cast
from tests.desk.conftest import done, office, round  # noqa: F401
from tests.dispatch.made import made
from tests.writing.frames import tables, texts


def test_the_plan_says_what_the_desk_has(cast: Cast, round, office):  # noqa: F811
    day = NOW.date()
    done(put_on_duty(round, [cast.handler, cast.head], ["day"], day, day, by=office, at=NOW))
    done(put_on_duty(round, [cast.office], ["night"], day, day + timedelta(days=1), by=office, at=NOW))
    done(
        take_down_errand(round, ErrandText("办公室三间", NOW, Kind.OFFICE, "政务中心", cast.handler), by=office, at=NOW)
    )

    data = made("liaison", office, round)
    people, paces, watches, provisions = tables(data)

    assert texts(data)[0] == "云岭县配合巡视联络工作方案"
    assert "省委第三巡视组进驻时间：2026年3月2日；撤离时间：（待定）。" in texts(data)
    assert [row[2:5] for row in people[1:]] == [
        ["周正", "县委书记", "第一责任人"],
        ["林远", "副县长", "责任领导\n分管：松河镇"],
        ["陈明", "整改办工作人员", "联络组"],
    ]
    assert paces == [
        ["事项类别", "未约定时间时的办理时限", "移交前是否由领导签发"],
        ["资料调阅", "1 个工作日", "否"],
        ["情况说明", "2 个工作日", "是"],
        ["列席会议", "1 个工作日", "否"],
        ["立行立改", "5 个工作日", "是"],
        ["信访转办", "15 个工作日", "是"],
        ["服务保障", "当天", "否"],
        ["其他", "1 个工作日", "否"],
    ]
    assert watches == [
        ["日期", "白班", "夜班"],
        ["2026-03-02", "吴敏、赵启", "陈明"],
        ["2026-03-03", "—", "陈明"],
    ]
    assert provisions == [
        ["时间", "类别", "事项", "地点", "经办人", "状态"],
        ["2026-03-02 09:00", "办公", "办公室三间", "政务中心", "吴敏", "待办"],
    ]


def test_an_empty_desk_gives_a_whole_plan(cast: Cast, round):  # noqa: F811
    data = made("liaison", viewer_of(cast.office), round)
    assert (len(tables(data)), texts(data).count("无。")) == (2, 2)

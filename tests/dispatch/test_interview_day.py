"""Who gets the day's sheet of interviews, and on which of them stands a name?"""

from io import BytesIO

import pytest

from bihuan.dispatch.kinds import NothingYet, kinds
from bihuan.people.viewer import viewer_of
from bihuan.trail.models import Line
from tests.cast import NOW, Cast
from tests.desk.conftest import office, round  # noqa: F401
from tests.desk.interviews.conftest import arranging, as_arranger, key  # noqa: F401
from tests.dispatch.made import made
from tests.writing.frames import tables, texts

HEAD = ["序号", "编号", "时段", "谈话地点", "谈话对象", "单位", "职务", "通知人", "通知时间", "状态", "引导人",
        "备注（仅限行程）"]  # fmt: skip


def line(*person: str) -> list[str]:
    return ["1", "1", "09:00—09:45", "一号谈话室", *(person or ("", "", "")), "白帆", "", "已排定", "", "乘电梯"]


def test_the_sheet_of_an_arranger_leaves_the_names_to_the_hand(arranging):  # noqa: F811
    row = arranging.planned(remark="乘电梯")
    day = arranging.tomorrow().date().isoformat()

    data = made("interview_day", arranging.viewer, arranging.round, at=arranging.at, on=day)

    assert row.number == 1
    assert texts(data)[:2] == ["个别谈话安排表", f"单位：云岭县　　日期：{day}　　共 1 场"]
    assert tables(data) == [[HEAD, line()]]


def test_for_everybody_else_there_is_no_sheet_and_no_day_to_choose(cast: Cast, arranging):  # noqa: F811
    arranging.planned()
    kind, other = kinds()["interview_day"], viewer_of(cast.office)
    assert kind.asks[0].choices(other, arranging.round) == []
    with pytest.raises(NothingYet):
        kind.values(other, arranging.round, NOW)
    with pytest.raises(NothingYet):
        kind.values(arranging.viewer, arranging.round, NOW, on="2020-01-01")


def test_a_named_sheet_is_a_look_and_is_kept_nowhere(arranging, as_arranger, as_office):  # noqa: F811
    arranging.planned(remark="乘电梯")
    address = f"/desk/interviews/R1/sheet/{arranging.tomorrow().date().isoformat()}/"

    answer = as_arranger.get(address)

    assert tables(BytesIO(b"".join(answer.streaming_content)).getvalue()) == [[HEAD, line("韩立秋", "松河镇", "镇长")]]
    assert (answer.headers["Cache-Control"], kinds()["interview_day"].kept) == ("no-store, private", False)
    assert Line.objects.filter(event="interviews.looked").count() == 1
    assert as_office.get(address).status_code == 404

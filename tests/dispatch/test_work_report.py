"""Does the frame of the work report hold what units found, and the share of a draft that tells of problems?"""

from bihuan.people.viewer import viewer_of
from tests.cast import Cast
from tests.desk.conftest import done, head, office, round  # noqa: F401
from tests.desk.materials import electronic
from tests.desk.selfchecks import a_selfcheck, a_sheet, answered, signed  # noqa: F401
from tests.dispatch.made import made
from tests.writing.frames import tables, texts

DRAFT = "云岭县工作情况汇报\n一、主要工作\n修好路一百公里。\n二、存在的问题\n会议少，检查少，调研少。\n".encode()


def test_what_was_found_and_signed_for_stands_in_the_problem_part(cast: Cast, round, office, head, sheet):  # noqa: F811
    signed(sheet, head)

    data = made("work_report", office, round)

    assert tables(data) == [
        [
            ["方面", "检查要点", "发现的问题", "单位"],
            ["廉洁", "公车统一管理", "两笔缺公示", "松河镇"],
            ["基层", "村级财务按期公开", "未登记用车", "松河镇"],
        ]
    ]
    assert texts(data)[0] == "云岭县工作情况汇报"
    assert "自查发现 2 个问题，列表如下，请归纳后写成文字。" in texts(data)
    assert "报送时限：2026-03-05" in texts(data)
    assert "还没有汇报文稿，暂不计算问题部分的占比。" in texts(data)


def test_what_is_not_signed_for_is_not_said(cast: Cast, round, office, head, sheet):  # noqa: F811
    answered(sheet, head, ("no", "不规范"), ("yes", ""), ("yes", ""))
    assert tables(made("work_report", office, round)) == []


def test_the_share_of_a_draft_that_was_handed_in_is_counted(cast: Cast, round, office):  # noqa: F811
    draft = electronic(round, office, cast.secretariat, DRAFT, title="工作汇报")

    said = texts(made("work_report", office, round, text=draft.ref))

    assert "核对文稿：M-0001 工作汇报" in said
    assert "问题部分 19 字，全文 42 字，占 45.23%，达到 40%。" in said


def test_a_stranger_cannot_have_a_draft_counted(cast: Cast, round, office):  # noqa: F811
    draft = electronic(round, office, cast.secretariat, DRAFT, title="工作汇报")
    said = texts(made("work_report", viewer_of(cast.stranger), round, text=draft.ref))
    assert "还没有汇报文稿，暂不计算问题部分的占比。" in said
    assert done(draft).ref == "M-0001"

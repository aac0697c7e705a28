"""Does the close-out form hold what was found, done and proved, and each level's opinion with its date?"""

from bihuan.say import say
from bihuan.writing.closeout import CloseOutPaper, Form, Opinion, write_closeout
from bihuan.writing.rows import LedgerRow, MeasureRow
from tests.writing.frames import HEADING, tables, texts

FORM = Form(
    number="F-001-2",
    returns=1,
    row=LedgerRow(
        ref="F-001",
        text="镇村两级资金监管不严",
        aspect="全面从严治党",
        issue="财务管理薄弱",
        cause="责任没有压实",
        measures=(MeasureRow("1", "修订办法", kinds=("建章立制 2 项",), done="已完成"),),
        lead_unit="松河镇",
        evidence=("办法",),
    ),
    extended=(),
    applied_by="赵启",
    applied_on="2026-05-06",
    note="请予销号",
    opinions=(Opinion(say("责任领导"), "林远", True, "属实", "2026-05-08"), Opinion(say("整改办"))),
)


def test_the_form_holds_every_field_of_the_finding():
    (form,) = tables(write_closeout(CloseOutPaper(HEADING, (FORM,))))

    assert form == [
        ["栏目", "内容"],
        ["表单编号", "F-001-2"],
        ["循环审批次数", "1"],
        ["问题序号", "F-001"],
        ["反馈的问题", "财务管理薄弱"],
        ["问题主要方面", "全面从严治党"],
        ["问题的具体内容", "镇村两级资金监管不严"],
        ["产生问题的根本原因", "责任没有压实"],
        ["针对根本原因制定的措施", "1. 修订办法"],
        ["整改措施完成情况", "1. 已完成　建章立制 2 项"],
        ["举一反三检查情况", "无。"],
        ["整改措施落实的佐证材料", "办法"],
        ["申请单位意见", "请予销号\n松河镇　赵启　2026-05-06"],
        ["责任领导审核意见", "同意\n属实\n林远　2026-05-08"],
        ["整改办审核意见", "（尚未审核）　　　　　　　　　　年　　月　　日"],
    ]


def test_each_finding_has_a_form_and_nothing_applied_for_is_said():
    assert len(tables(write_closeout(CloseOutPaper(HEADING, (FORM, FORM))))) == 2
    assert "无。" in texts(write_closeout(CloseOutPaper(HEADING, ())))

"""Do the province's tables have its columns by their exact names, and a line for each measure?"""

import pytest

from bihuan.say import say
from bihuan.writing.province import Entry, ProvincePaper, Step, write_findings, write_plan_items, write_report_items
from bihuan.writing.rows import LedgerRow, MeasureRow
from tests.writing.frames import HEADING, sheets

ROW = LedgerRow(
    ref="F-007", text="资金监管不严", aspect="选人用人", issue="财务管理薄弱", goal="到位", leader="林远",
    lead_unit="松河镇", deadline="2026-08-31", key=True, standing=True,
)  # fmt: skip
STEPS = (
    Step(MeasureRow("1", "修订办法", "镇财政所", "2026-06-30", done="已完成"), (say("建章立制"),), {"rule": "2"},
         "已印发", ("办法",)),
    Step(MeasureRow("2", "清退资金", done="未完成"), (say("挽回损失"),), {"loss": "12.5"}),
)  # fmt: skip
PAPER = ProvincePaper(HEADING, (Entry(1, ROW, "选人用人专项", "", True, say("基本完成"), STEPS),))
EMPTY = ProvincePaper(HEADING, ())


def test_the_findings_stand_under_the_names_of_the_tool():
    assert sheets(write_findings(PAPER))["反馈问题清单"] == [
        [
            "序号",
            "整改巡视专项",
            "问题类别",
            "问题子类",
            "具体问题",
            "具体表现",
            "对应四落实",
            "是否重点关注",
            "重点关注情形",
        ],
        ["1", "选人用人专项", "选人用人", "", "财务管理薄弱", "资金监管不严", "", "是", ""],
    ]


def test_each_measure_of_the_plan_has_a_line():
    head, first, second = sheets(write_plan_items(PAPER))["整改方案分项"]

    assert head[:8] == [
        "序号",
        "具体表现",
        "整改落实目标",
        "责任领导",
        "责任单位(部门)",
        "是否常态化坚持",
        "是否集中整改期完成",
        "预计完成时间",
    ]
    assert first == ["1", "资金监管不严", "到位", "林远", "松河镇", "是", "是", "2026-08-31", "修订办法", "林远",
                     "镇财政所", "2026-06-30", "建章立制"]  # fmt: skip
    assert second == [*[""] * 8, "清退资金", "林远", "松河镇", "", "挽回损失"]


def test_the_numbers_of_the_report_stand_under_their_kinds():
    head, first, second = sheets(write_report_items(PAPER))["整改情况报告分项"]

    assert head[7:] == [
        "完善制度(项)",
        "挽回损失(万元)",
        "追责问责(人)",
        "举一反三(项)",
        "专项整治(项)",
        "其他",
        "附件",
    ]
    assert first == ["1", "财务管理薄弱", "基本完成", "已印发", "修订办法", "已完成", "已印发", "2", *[""] * 5, "办法"]
    assert second == [*[""] * 4, "清退资金", "未完成", "", "", "12.5", *[""] * 5]


@pytest.mark.parametrize("write", [write_findings, write_plan_items, write_report_items])
def test_an_empty_round_gives_a_table_without_lines(write):
    assert [len(rows) for rows in sheets(write(EMPTY)).values()] == [1]

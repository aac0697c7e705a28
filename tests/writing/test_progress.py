"""Does the report say each finding once, with its state, its measures and the definition of every rate?"""

from dataclasses import replace
from datetime import date
from io import BytesIO

from docx import Document

from bihuan.say import say
from bihuan.writing.charts import Point
from bihuan.writing.figures import Figure
from bihuan.writing.progress import Account, Aspect, ProgressPaper, write_progress
from bihuan.writing.rows import LedgerRow, MeasureRow
from tests.writing.frames import FIGURES, HEADING, tables, texts

ROW = LedgerRow(
    ref="F-001",
    text="镇村两级资金监管不严",
    issue="财务管理薄弱",
    status="整改中",
    measures=(MeasureRow("1", "修订办法", due="2026-06-30", kinds=("建章立制 2 项",), done="已完成"),),
    leader="林远",
    lead_unit="松河镇",
    progress="办法已印发",
)
PAPER = ProgressPaper(
    heading=HEADING,
    group="省委第三巡视组",
    feedback_on="2026-02-20",
    figures=FIGURES,
    results=((say("建章立制"), "2 项"),),
    aspects=(Aspect("全面从严治党", Figure("全面从严治党", 1, 0, 1, 0, "0.00%"), (Account(ROW, partly=True),)),),
    units=(Figure("松河镇", 1, 0, 1, 0, "0.00%"),),
    history=(Point(date(2026, 2, 28), 1, 0), Point(date(2026, 3, 2), 1, 0)),
    immediate=(Account(LedgerRow(ref="F-002", text="公示栏破损", status="已销号"), closed_on="2026-05-08"),),
    own=(),
)


def test_every_finding_is_said_with_its_state():
    said = texts(write_progress(PAPER))

    start = said.index("全面从严治党")
    assert said[start : start + 6] == [
        "全面从严治党",
        "F-001　财务管理薄弱",
        "具体表现：镇村两级资金监管不严",
        "整改状态：整改中（基本完成）",
        "牵头单位：松河镇；责任领导：林远",
        "最近进展：办法已印发",
    ]
    assert "整改状态：已销号（2026-05-08）" in said
    assert "整改措施：无。" in said


def test_the_figures_stand_beside_their_definition():
    data = write_progress(PAPER)

    assert tables(data)[0] == [
        ["类别", "总数", "已销号", "基本完成", "超过时限", "完成率"],
        ["反馈问题", "30", "12", "4", "2", "40.00%"],
        ["立行立改", "5", "5", "0", "0", "100.00%"],
        ["自查发现", "1", "0", "0", "0", "—"],
        ["信访件", "3", "2", "0", "1", "66.67%"],
    ]
    assert "统计口径：完成率 = 已销号数 ÷ 反馈问题总数。" in texts(data)
    assert tables(data)[2][1] == ["1", "松河镇", "1", "0", "1", "0", "0.00%"]
    assert tables(data)[3][1] == ["1. 修订办法", "建章立制 2 项", "2026-06-30", "已完成"]


def test_the_charts_show_aspects_units_and_time_and_nothing_where_there_is_nothing():
    bare = replace(PAPER, aspects=(), units=(), history=())

    drawn = [len(Document(BytesIO(write_progress(paper))).inline_shapes) for paper in (PAPER, bare)]

    assert drawn == [3, 0]

"""What does the day's brief say on paper: its figures in one line, a table for each, the next day's plan?"""

from dataclasses import replace
from io import BytesIO

from docx import Document

from bihuan.say import say
from bihuan.writing.brief import BriefLine, BriefPaper, BriefPart, PlanLine, summary, write_brief

LINE = BriefLine("R-014", "松河镇财务账目", "松河镇", "03-02 17:30")
PAPER = BriefPaper(
    organisation="云岭县",
    round="省委巡视",
    on="2026-03-02",
    parts=(BriefPart(say("今日登记"), (LINE,)), BriefPart(say("已逾期"), ())),
    plan=(PlanLine("09:00–11:00", say("延伸巡视"), "青石村", ""),),
    open=12,
    note="请协调车辆",
    sender="陈明",
    as_of="2026-03-02 17:50",
)


def test_the_figures_stand_in_one_line():
    assert summary(PAPER) == "今日登记 1 件，已逾期 0 件；未办结 12 件。"


def test_the_file_has_a_heading_and_a_table_for_what_there_is():
    document = Document(BytesIO(write_brief(PAPER)))

    assert [paragraph.text for paragraph in document.paragraphs if paragraph.text] == [
        "联络日报",
        "云岭县　省委巡视　2026-03-02",
        "今日登记 1 件，已逾期 0 件；未办结 12 件。",
        "说明：请协调车辆",
        "一、今日登记",
        "二、已逾期",
        "无。",
        "三、明日安排",
        "数据截至：2026-03-02 17:50",
        "报送：陈明",
    ]
    assert [[cell.text for cell in table.rows[1].cells] for table in document.tables] == [
        ["R-014", "松河镇财务账目", "松河镇", "03-02 17:30"],
        ["09:00–11:00", "延伸巡视", "青石村", ""],
    ]


def test_without_a_note_there_is_no_line_for_it():
    texts = [paragraph.text for paragraph in Document(BytesIO(write_brief(replace(PAPER, note="")))).paragraphs]

    assert [text for text in texts if text.startswith("说明")] == []

"""What do the tests of official papers share? A heading, figures, and how a file is read back."""

from datetime import datetime
from io import BytesIO
from zoneinfo import ZoneInfo

from docx import Document
from openpyxl import load_workbook

from bihuan.say import say
from bihuan.writing.figures import Figure, Figures
from bihuan.writing.tables import Heading

HEADING = Heading(
    title="省委巡视",
    organisation="云岭县",
    round="R1 省委巡视",
    as_of=datetime(2026, 6, 1, 9, 30, tzinfo=ZoneInfo("Asia/Shanghai")),
    trail_head="ab12" * 16,
)
FIGURES = Figures(
    aspects=4,
    issues=16,
    findings=36,
    details=30,
    measures=72,
    measures_done=40,
    ordinary=Figure(say("反馈问题"), 30, 12, 4, 2, "40.00%"),
    immediate=Figure(say("立行立改"), 5, 5, 0, 0, "100.00%"),
    own=Figure(say("自查发现"), 1, 0),
    petitions=Figure(say("信访件"), 3, 2, 0, 1, "66.67%"),
    definition=say("完成率 = 已销号数 ÷ 反馈问题总数。"),
)


def texts(data: bytes) -> list[str]:
    """The paragraphs of a Word file outside its tables, as far as they say anything."""
    return [paragraph.text for paragraph in Document(BytesIO(data)).paragraphs if paragraph.text]


def tables(data: bytes) -> list[list[list[str]]]:
    """The tables of a Word file, row by row."""
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in Document(BytesIO(data)).tables]


def sheets(data: bytes) -> dict[str, list[list[str]]]:
    """The worksheets of a workbook from the names of the columns on, empty cells as empty texts."""
    return {
        sheet.title: [[str(value or "") for value in row] for row in sheet.iter_rows(min_row=3, values_only=True)]
        for sheet in load_workbook(BytesIO(data)).worksheets
    }

"""With which templates are the tests made? Small Word files by python-docx, and what stands in what came of them."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
from docx.document import Document

from bihuan.say import say
from bihuan.writing.figures import Figure, Figures
from bihuan.writing.plan import Duty, Milestone, PlanPaper
from bihuan.writing.template import Fault, check, fill
from tests.writing.samples import BARE, HEADING, RECEPTION

LINE = Figure(say("反馈问题"), 2, 1, rate="50.00%")
NONE = Figure(say("信访件"), 0, 0)
PAPER = PlanPaper(
    heading=HEADING,
    group="省委第三巡视组",
    feedback_on="2026-01-08",
    figures=Figures(1, 2, 2, 1, 2, 1, LINE, NONE, NONE, NONE, say("按问题计")),
    duties=(Duty(say("第一责任人"), "王成", "县委书记", 2),),
    milestones=(Milestone(say("报送整改方案"), "2026-02-07", say("反馈后一个月")),),
    rows=(RECEPTION, BARE),
)
EMPTY = replace(PAPER, rows=())


def parts(document: Document) -> dict[str, bytes]:
    out = BytesIO()
    document.save(out)
    with ZipFile(BytesIO(out.getvalue())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def saying(*paragraphs: str) -> Document:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    return document


def with_row(*cells: str, head: bool = True) -> Document:
    """A table with a head and one row."""
    document = docx.Document()
    table = document.add_table(rows=1 + head, cols=len(cells))
    for cell, text in zip(table.rows[-1].cells, cells, strict=True):
        cell.text = text
    return document


def filled(document: Document, paper: PlanPaper = PAPER) -> Document:
    """What comes of it when it is filled in."""
    made = parts(document)
    assert check(made, PlanPaper) == ()
    return docx.Document(BytesIO(fill(made, paper)))


def lines(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def rows(document: Document, table: int = 0) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in document.tables[table].rows]


def faults(document: Document) -> list[str]:
    found: tuple[Fault, ...] = check(parts(document), PlanPaper)
    return [str(fault.whole) for fault in found]

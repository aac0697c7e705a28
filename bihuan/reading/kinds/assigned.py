"""Which tasks does a table inside minutes assign (序号 | 工作任务 | 责任单位 | 完成时限)? It is read as a ledger is."""

from collections.abc import Mapping
from dataclasses import replace

from bihuan.reading.blocks import Document, Passage
from bihuan.reading.drafts import Draft
from bihuan.reading.kinds.columns import Column
from bihuan.reading.kinds.entry import Dates
from bihuan.reading.kinds.grid import grids
from bihuan.reading.kinds.header import header_of
from bihuan.reading.kinds.ledger import read_ledger
from bihuan.reading.margin import Margin
from bihuan.say import Say


def assigned(
    document: Document, dates: Dates, columns: Mapping[str, Column], margin: Margin
) -> tuple[list[Draft], list[Say]]:
    """The rows of the tables that have a ledger's header, and what is wrong with their deadlines."""
    if not any(header_of(grid, columns) for grid in grids(document.blocks)):
        return [], []
    cells = tuple(block if block.kind == "cell" else block._replace(text="") for block in document.blocks)
    reading = read_ledger(Document(cells), dates, columns)
    for draft in reading.findings:
        margin.finding(*(Passage(cells[s.block].text[s.start : s.end], s) for s in draft.spans))
    for place in (*reading.furniture, *reading.headings):
        margin.furnish(place)
    return [_task(draft) for draft in reading.findings], list(reading.warnings)


def _task(draft: Draft) -> Draft:
    """Where the only wording is in the column 工作任务 or 措施, that is the task."""
    if draft.text or not draft.measures:
        return draft
    return replace(draft, text="；".join(draft.measures), measures=(), confidence="high")

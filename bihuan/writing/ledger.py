"""How does the ledger become a workbook? One pass over the findings fills the ledger and the three lists.

Columns of the ledger: trade.md §2.3, V9. A finding with several measures takes one line per measure; what belongs to
the finding stands on the first line, and the lines under it, which have no 序号, go on with it.
"""

from collections.abc import Iterable
from typing import IO

from bihuan.say import say
from bihuan.writing.rows import LedgerRow, MeasureRow
from bihuan.writing.sheets import LAST_ROW, Sheets, book
from bihuan.writing.tables import Column, Heading, Speak, Table
from bihuan.writing.three_lists import DUTIES, FINDINGS, TASKS

__all__ = ["LEDGER", "Heading", "LedgerRow", "MeasureRow", "write_ledger"]

LEDGER: Table[LedgerRow, MeasureRow] = Table(
    say("整改台账"),
    (
        Column(say("序号"), 9, lambda f, m: f.ref, centred=True),
        Column(say("问题类别"), 14, lambda f, m: f.aspect_or_dash),
        Column(say("反馈问题"), 22, lambda f, m: f.heading),
        Column(say("具体表现"), 34, lambda f, m: f.detail),
        Column(say("原因剖析"), 24, lambda f, m: f.cause),
        Column(say("整改目标"), 18, lambda f, m: f.goal),
        Column(say("整改措施"), 36, lambda f, m: m.wording, each=True),
        Column(say("责任领导"), 9, lambda f, m: f.leader),
        Column(say("牵头单位"), 13, lambda f, m: f.lead_unit),
        Column(say("配合单位"), 13, lambda f, m: f.supporters),
        Column(say("责任人"), 9, lambda f, m: f.person),
        Column(say("整改时限"), 12, lambda f, m: (f.deadline, *f.pace), centred=True),
        Column(say("进展情况"), 28, lambda f, m: f.progress),
        Column(say("完成状态"), 10, lambda f, m: f.status, centred=True),
        Column(say("佐证材料"), 18, lambda f, m: f.evidence),
        Column(say("备注"), 12, lambda f, m: f.remark),
    ),
)


def write_ledger(
    out: IO[bytes], rows: Iterable[LedgerRow], *, heading: Heading, speak: Speak = str, last_row: int = LAST_ROW
) -> None:
    """Write the workbook to `out`, which is left untouched if `rows` fails on the way."""
    with book(out, heading, speak, last_row) as workbook:
        ledger, findings, tasks, duties = (Sheets(workbook, table) for table in (LEDGER, FINDINGS, TASKS, DUTIES))
        for row in rows:
            findings.write(row, row.lines[:1])
            for sheets in (ledger, tasks, duties):
                sheets.write(row, row.lines)

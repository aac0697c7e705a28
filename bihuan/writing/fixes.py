"""How does the ledger of on-the-spot fixes (立行立改台账) look, as a workbook and on paper?

Source of the columns: trade.md §2.4. The report's number and the signature are
left for the hand.
"""

from dataclasses import dataclass
from io import BytesIO

from bihuan.say import Say, say
from bihuan.writing.official import Official
from bihuan.writing.sheets import Sheets, book
from bihuan.writing.tables import Column, Heading, Speak, Table


@dataclass(frozen=True)
class Fix:
    """One thing that the group wants put right while it is here."""

    place: int
    ref: str
    notice_number: str
    """通知书编号."""
    asked_on: str
    text: str
    leader: str = ""
    lead_unit: str = ""
    measures: tuple[str, ...] = ()
    due: str = ""
    result: str = ""
    evidence: tuple[str, ...] = ()
    closed_on: str = ""
    status: Say | str = ""


@dataclass(frozen=True)
class Fixes:
    heading: Heading
    rows: tuple[Fix, ...]

    @property
    def closed(self) -> int:
        return sum(bool(row.closed_on) for row in self.rows)


FIXES: Table[Fix, None] = Table(
    say("立行立改台账"),
    (
        Column(say("序号"), 9, lambda f, _: str(f.place), centred=True),
        Column(say("通知书编号"), 30, lambda f, _: (f.notice_number, f.ref), centred=True),
        Column(say("下达日期"), 14.5, lambda f, _: f.asked_on, centred=True),
        Column(say("问题"), 29, lambda f, _: f.text),
        Column(say("责任领导"), 16.5, lambda f, _: f.leader),
        Column(say("牵头单位"), 16.5, lambda f, _: f.lead_unit),
        Column(say("整改措施"), 20, lambda f, _: f.measures),
        Column(say("整改时限"), 14.5, lambda f, _: f.due, centred=True),
        Column(say("办理结果"), 12, lambda f, _: f.result),
        Column(say("佐证材料"), 12, lambda f, _: f.evidence),
        Column(say("报告文号"), 12, lambda f, _: ""),
        Column(say("书记签收"), 12, lambda f, _: ""),
        Column(say("办结日期"), 14.5, lambda f, _: f.closed_on, centred=True),
        Column(say("状态"), 12.5, lambda f, _: f.status, centred=True),
    ),
)


def total(paper: Fixes) -> Say:
    """`共 6 件，已办结 5 件。` A rate would mix them with the findings; there is none."""
    return say("共 {count} 件，已办结 {closed} 件。", count=len(paper.rows), closed=paper.closed)


def write_fixes(paper: Fixes, *, speak: Speak = str) -> bytes:
    """The Word file, landscape because of its columns."""
    word = Official(paper.heading, say("立行立改台账"), speak, landscape=True)
    word.note(say("填报单位：{organisation}", organisation=paper.heading.organisation))
    word.table(FIXES, paper.rows)
    word.note(total(paper))
    return word.contents()


def write_fixes_sheet(paper: Fixes, *, speak: Speak = str) -> bytes:
    """The workbook."""
    out = BytesIO()
    with book(out, paper.heading, speak) as workbook:
        sheets = Sheets(workbook, FIXES)
        for row in paper.rows:
            sheets.write(row, (None,))
    return out.getvalue()

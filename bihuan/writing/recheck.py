"""How does the record of a recheck (整改“回头看”记录) look on paper? What is looked at, and room for what is seen.

Source: R13 in trade.md §2.2 and §7: all key findings and immediate fixes are looked at, and every fifth of the others.
"""

from dataclasses import dataclass

from bihuan.say import Say, say
from bihuan.writing.official import Official
from bihuan.writing.rows import LedgerRow
from bihuan.writing.tables import Column, Heading, Speak, Table


@dataclass(frozen=True)
class Closed:
    """One finding that was closed, and why it is looked at."""

    row: LedgerRow
    closed_on: str
    again: int
    """How often it was taken up again after a close-out."""
    why: Say


@dataclass(frozen=True)
class RecheckPaper:
    heading: Heading
    closed: int
    """How many are closed in all."""
    looked_at: tuple[Closed, ...]
    open: tuple[LedgerRow, ...]


RECHECKED: Table[Closed, None] = Table(
    say("核查情况"),
    (
        Column(say("序号"), 15, lambda c, _: c.row.ref, centred=True),
        Column(say("反馈问题"), 50, lambda c, _: c.row.text),
        Column(say("牵头单位"), 23.5, lambda c, _: c.row.lead_unit),
        Column(say("销号日期"), 25, lambda c, _: c.closed_on, centred=True),
        Column(say("重新整改次数"), 12, lambda c, _: str(c.again), centred=True),
        Column(say("核查依据"), 20.5, lambda c, _: c.why, centred=True),
        Column(say("核查方式"), 20.5, lambda c, _: ""),
        Column(say("核查结果"), 26, lambda c, _: ""),
        Column(say("是否反弹"), 12, lambda c, _: "", centred=True),
        Column(say("处理意见"), 20.5, lambda c, _: ""),
    ),
)
OPEN: Table[LedgerRow, None] = Table(
    say("尚未销号的问题"),
    (
        Column(say("序号"), 15, lambda f, _: f.ref, centred=True),
        Column(say("反馈问题"), 112, lambda f, _: f.text),
        Column(say("牵头单位"), 40, lambda f, _: f.lead_unit),
        Column(say("整改时限"), 28, lambda f, _: f.deadline, centred=True),
        Column(say("完成状态"), 30, lambda f, _: f.status, centred=True),
    ),
)


def write_recheck(paper: RecheckPaper, *, speak: Speak = str) -> bytes:
    """The Word file, lying because of its columns."""
    title = say("{organisation}{round}整改“回头看”记录", organisation=paper.heading.organisation,
                round=paper.heading.title)  # fmt: skip
    official = Official(paper.heading, title, speak, landscape=True)
    official.about()
    official.says(
        say(
            "已销号 {closed} 个问题，本次核查 {count} 个：重点关注和立行立改的全部核查，其余每五个核查一个。",
            closed=paper.closed,
            count=len(paper.looked_at),
        )
    )
    official.part(say("核查情况"))
    official.table(RECHECKED, paper.looked_at)
    official.part(say("尚未销号的问题"))
    official.table(OPEN, paper.open)
    official.signatures(say("核查人员（签字）：　　　　　　　　　　　　　　　　　年　　月　　日"))
    return official.contents()

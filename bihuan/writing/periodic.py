"""How does the weekly or monthly report (整改周报、月报) look on paper? What moved since the last one, what comes next.

Source: R7 in trade.md §2.2. It tells only what changed, so that nobody writes the whole story every week.
"""

from dataclasses import dataclass

from bihuan.say import Say, say
from bihuan.writing.figures import Figures, apart, reached
from bihuan.writing.official import NOTHING, Official
from bihuan.writing.rows import LedgerRow
from bihuan.writing.tables import Column, Heading, Speak, Table


@dataclass(frozen=True)
class Movement:
    """A count at the two ends of the period."""

    name: Say
    total_then: int
    closed_then: int
    rate_then: str
    total: int
    closed: int
    rate: str


@dataclass(frozen=True)
class Change:
    """One thing that happened to a finding, as the trail tells it."""

    on: str
    ref: str
    unit: str
    event: Say
    by: str
    note: str


@dataclass(frozen=True)
class PeriodicPaper:
    heading: Heading
    name: Say
    """整改周报 or 整改月报"""
    since: str
    until: str
    figures: Figures
    movements: tuple[Movement, ...]
    counts: tuple[tuple[Say, int], ...]
    """(event, how often), in the order of a finding's life."""
    changes: tuple[Change, ...]
    overdue: tuple[LedgerRow, ...]
    coming: tuple[LedgerRow, ...]
    """Open, and due within as many days again."""


MOVEMENTS: Table[Movement, None] = Table(
    say("进度对比"),
    (
        Column(say("类别"), 30, lambda m, _: m.name),
        Column(say("上期总数"), 24, lambda m, _: str(m.total_then), centred=True),
        Column(say("上期已销号"), 19.5, lambda m, _: str(m.closed_then), centred=True),
        Column(say("上期完成率"), 19.5, lambda m, _: m.rate_then or "—", centred=True),
        Column(say("本期总数"), 24, lambda m, _: str(m.total), centred=True),
        Column(say("本期已销号"), 19.5, lambda m, _: str(m.closed), centred=True),
        Column(say("本期完成率"), 19.5, lambda m, _: m.rate or "—", centred=True),
    ),
)
COUNTS: Table[tuple[Say, int], None] = Table(
    say("本期办理"),
    (
        Column(say("事项"), 30, lambda c, _: c[0]),
        Column(say("次数"), 12, lambda c, _: str(c[1]), centred=True),
    ),
)
CHANGES: Table[Change, None] = Table(
    say("本期变化"),
    (
        Column(say("时间"), 27, lambda c, _: c.on, centred=True),
        Column(say("序号"), 15, lambda c, _: c.ref, centred=True),
        Column(say("牵头单位"), 28, lambda c, _: c.unit),
        Column(say("事项"), 26, lambda c, _: c.event),
        Column(say("办理人"), 17, lambda c, _: c.by),
        Column(say("说明"), 43, lambda c, _: c.note),
    ),
)
DUE: Table[LedgerRow, None] = Table(
    say("时限"),
    (
        Column(say("序号"), 16, lambda f, _: f.ref, centred=True),
        Column(say("反馈问题"), 58, lambda f, _: f.text),
        Column(say("牵头单位"), 29, lambda f, _: f.lead_unit),
        Column(say("整改时限"), 27, lambda f, _: f.deadline, centred=True),
        Column(say("完成状态"), 26, lambda f, _: f.status, centred=True),
    ),
)


def write_periodic(paper: PeriodicPaper, *, speak: Speak = str) -> bytes:
    """The Word file, standing."""
    title = say("{organisation}{name}", organisation=paper.heading.organisation, name=paper.name)
    official = Official(paper.heading, title, speak)
    official.says(say("{round}　{since} 至 {until}", round=paper.heading.round, since=paper.since, until=paper.until))
    official.part(say("总体进度"))
    official.says(reached(paper.figures), apart(paper.figures))
    official.table(MOVEMENTS, paper.movements)
    official.note(say("统计口径：{definition}", definition=paper.figures.definition))
    official.part(say("本期变化"))
    if paper.changes:
        official.table(COUNTS, paper.counts)
        official.table(CHANGES, paper.changes)
    else:
        official.says(NOTHING)
    for name, rows in ((say("超过时限的问题"), paper.overdue), (say("即将到期的问题"), paper.coming)):
        official.part(name)
        official.table(DUE, rows)
    official.part(say("下一步安排"))
    official.prompt(say("下期调度重点"))
    return official.contents()

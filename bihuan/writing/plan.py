"""How does the rectification plan (整改方案) look on paper? A frame for the author, then the three lists, lying.

Source: R4 in trade.md §2.2 (方案 with 问题清单、任务清单、责任清单) and V10 in §2.3. What the record does not know is
left to the author with a plain prompt; the lists are those of the workbook (`writing/three_lists.py`).
"""

from dataclasses import dataclass

from bihuan.say import Say, say
from bihuan.writing.figures import Figures, counted
from bihuan.writing.official import Official
from bihuan.writing.rows import LedgerRow
from bihuan.writing.tables import Column, Heading, Speak, Table
from bihuan.writing.three_lists import DUTIES, FINDINGS, TASKS


@dataclass(frozen=True)
class Duty:
    """One who answers for findings: the first responsible, a leader, the office."""

    part: Say
    name: str
    post: str
    findings: int
    """How many findings he or she leads."""


@dataclass(frozen=True)
class Milestone:
    """A date by which something is owed, and why it is that date."""

    title: Say
    on: str
    why: Say


@dataclass(frozen=True)
class PlanPaper:
    heading: Heading
    group: str
    feedback_on: str
    figures: Figures
    duties: tuple[Duty, ...]
    milestones: tuple[Milestone, ...]
    rows: tuple[LedgerRow, ...]


PEOPLE: Table[Duty, None] = Table(
    say("责任分工"),
    (
        Column(say("职责"), 28, lambda d, _: d.part),
        Column(say("姓名"), 22, lambda d, _: d.name),
        Column(say("职务"), 78, lambda d, _: d.post),
        Column(say("牵头问题数"), 28, lambda d, _: str(d.findings), centred=True),
    ),
)
DATES: Table[Milestone, None] = Table(
    say("时间安排"),
    (
        Column(say("事项"), 46, lambda m, _: m.title),
        Column(say("时间"), 28, lambda m, _: m.on, centred=True),
        Column(say("说明"), 82, lambda m, _: m.why),
    ),
)
LISTS = (FINDINGS, TASKS, DUTIES)


def write_plan(paper: PlanPaper, *, speak: Speak = str) -> bytes:
    """The Word file: the frame standing, the three lists lying."""
    title = say("{organisation}关于{round}反馈意见的整改方案", organisation=paper.heading.organisation,
                round=paper.heading.title)  # fmt: skip
    official = Official(paper.heading, title, speak)
    official.says(_opening(paper))
    official.part(say("总体要求"))
    official.prompt(say("整改工作的指导思想、工作目标和基本要求"))
    official.part(say("组织领导"))
    official.table(PEOPLE, paper.duties)
    official.part(say("整改任务"))
    official.says(counted(paper.figures), say("具体内容见问题清单、任务清单和责任清单。"))
    official.part(say("时间安排"))
    official.table(DATES, paper.milestones)
    official.part(say("工作要求"))
    official.prompt(say("调度、督办、销号、公开和纪律方面的要求"))
    official.turn(landscape=True)
    for place, table in enumerate(LISTS, start=1):
        official.annex(say("附件 {place}", place=place), table.name)
        official.lines(table, ((row, row.lines if table is not FINDINGS else row.lines[:1]) for row in paper.rows))
    return official.contents()


def _opening(paper: PlanPaper) -> Say:
    if not paper.feedback_on:
        return say("{group}尚未登记反馈日期。", group=paper.group)
    return say(
        "{date}，{group}向{organisation}反馈了意见。为做好整改工作，制定本方案。",
        date=paper.feedback_on,
        group=paper.group,
        organisation=paper.heading.organisation,
    )

"""How does the frame for the democratic-life meeting on the rectification (专题民主生活会) look on paper?

Source: R6 in trade.md §2.2. The record gives which findings stand under each aspect and who leads them; what is said
in criticism of oneself and of others is written by its author and never kept here.
"""

from dataclasses import dataclass

from bihuan.say import Say, say
from bihuan.writing.figures import FIGURES, Figures, counted, reached
from bihuan.writing.official import Official
from bihuan.writing.plan import PEOPLE, Duty
from bihuan.writing.progress import Aspect
from bihuan.writing.rows import LedgerRow
from bihuan.writing.tables import Column, Heading, Speak, Table


@dataclass(frozen=True)
class Meeting:
    """One such meeting, planned or held."""

    state: Say
    on: str
    place: str
    chair: str


@dataclass(frozen=True)
class LifeMeetingPaper:
    heading: Heading
    figures: Figures
    meetings: tuple[Meeting, ...]
    members: tuple[Duty, ...]
    aspects: tuple[Aspect, ...]


MEETINGS: Table[Meeting, None] = Table(
    say("会议安排"),
    (
        Column(say("状态"), 16, lambda m, _: m.state, centred=True),
        Column(say("时间"), 20, lambda m, _: m.on, centred=True),
        Column(say("地点"), 34, lambda m, _: m.place or "—"),
        Column(say("主持人"), 18, lambda m, _: m.chair or "—"),
    ),
)
CHECKED: Table[LedgerRow, None] = Table(
    say("对照检查的问题"),
    (
        Column(say("序号"), 16, lambda f, _: f.ref, centred=True),
        Column(say("反馈问题"), 54, lambda f, _: f.text),
        Column(say("原因剖析"), 42, lambda f, _: f.cause or "—"),
        Column(say("责任领导"), 21, lambda f, _: f.leader or "—"),
        Column(say("完成状态"), 23, lambda f, _: f.status, centred=True),
    ),
)


def write_life_meeting(paper: LifeMeetingPaper, *, speak: Speak = str) -> bytes:
    """The Word file: facts where the record has them, prompts where the author speaks."""
    title = say("{organisation}{round}整改专题民主生活会材料", organisation=paper.heading.organisation,
                round=paper.heading.title)  # fmt: skip
    official = Official(paper.heading, title, speak)
    official.part(say("会议安排"))
    official.table(MEETINGS, paper.meetings)
    official.part(say("整改情况通报"))
    official.says(counted(paper.figures), reached(paper.figures))
    official.table(FIGURES, paper.figures.lines)
    official.note(say("统计口径：{definition}", definition=paper.figures.definition))
    official.part(say("对照检查"))
    for aspect in paper.aspects:
        official.below(aspect.name or say("未分类"))
        official.table(CHECKED, (account.row for account in aspect.accounts))
        official.prompt(say("班子在这一方面的表现、原因和努力方向"))
    if not paper.aspects:
        official.prompt(say("班子的表现、原因和努力方向"))
    official.part(say("个人发言"))
    official.table(PEOPLE, paper.members)
    official.prompt(say("每位班子成员的发言提纲；相互批评的内容另行整理，不在系统内登记"))
    official.part(say("整改措施"))
    official.prompt(say("会后整改的事项、责任人和时限"))
    return official.contents()

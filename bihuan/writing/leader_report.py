"""How does the report of the first responsible (主要负责人组织落实情况报告) look on paper? Facts, and prompts.

Source: R9 in trade.md §2.2, due with R8. Meetings, opinions and findings led come from the record; what was thought and
said about them is the author's.
"""

from dataclasses import dataclass

from bihuan.say import Say, say
from bihuan.writing.figures import FIGURES, Figures, apart, reached
from bihuan.writing.official import Official
from bihuan.writing.progress import Account, state
from bihuan.writing.tables import Column, Heading, Speak, Table


@dataclass(frozen=True)
class MeetingLine:
    """One rectification meeting that was held."""

    on: str
    kind: Say
    title: str
    place: str
    chair: str
    findings: int
    """How many findings it discussed."""


@dataclass(frozen=True)
class OpinionLine:
    """What the first responsible decided, by what was asked."""

    about: Say
    agreed: int
    declined: int


@dataclass(frozen=True)
class LeaderPaper:
    heading: Heading
    names: tuple[str, ...]
    """`周正（县委书记）`"""
    figures: Figures
    planned: int
    """How many meetings were planned for the round, those held included."""
    meetings: tuple[MeetingLine, ...]
    chaired: int
    """How many of those held had the first responsible in the chair."""
    opinions: tuple[OpinionLine, ...]
    led: tuple[Account, ...]


MEETINGS: Table[MeetingLine, None] = Table(
    say("整改会议"),
    (
        Column(say("时间"), 26, lambda m, _: m.on, centred=True),
        Column(say("类别"), 26, lambda m, _: m.kind),
        Column(say("会议"), 45, lambda m, _: m.title),
        Column(say("地点"), 26, lambda m, _: m.place),
        Column(say("主持人"), 17, lambda m, _: m.chair),
        Column(say("研究问题数"), 16, lambda m, _: str(m.findings), centred=True),
    ),
)
OPINIONS: Table[OpinionLine, None] = Table(
    say("审核情况"),
    (
        Column(say("事项"), 30, lambda o, _: o.about),
        Column(say("同意"), 14, lambda o, _: str(o.agreed), centred=True),
        Column(say("退回或不同意"), 14, lambda o, _: str(o.declined), centred=True),
    ),
)
LED: Table[Account, None] = Table(
    say("主要负责人牵头的问题"),
    (
        Column(say("序号"), 16, lambda a, _: a.row.ref, centred=True),
        Column(say("反馈问题"), 56, lambda a, _: a.row.text),
        Column(say("牵头单位"), 30, lambda a, _: a.row.lead_unit),
        Column(say("整改时限"), 27, lambda a, _: a.row.deadline, centred=True),
        Column(say("完成状态"), 27, lambda a, _: state(a), centred=True),
    ),
)


def write_leader_report(paper: LeaderPaper, *, speak: Speak = str) -> bytes:
    """The Word file, standing."""
    title = say("{organisation}党组织主要负责人组织落实{round}整改情况的报告", organisation=paper.heading.organisation,
                round=paper.heading.title)  # fmt: skip
    official = Official(paper.heading, title, speak)
    names = speak(say("、")).join(paper.names) or "—"
    official.says(say("第一责任人：{names}", names=names))
    official.part(say("组织部署情况"))
    official.says(
        say(
            "本轮整改计划召开会议 {planned} 次，已召开 {held} 次，其中主要负责人主持 {chaired} 次。",
            planned=paper.planned,
            held=len(paper.meetings),
            chaired=paper.chaired,
        )
    )
    official.table(MEETINGS, paper.meetings)
    official.prompt(say("学习部署、分析研判的情况"))
    official.part(say("审核把关情况"))
    official.table(OPINIONS, paper.opinions)
    official.part(say("牵头整改情况"))
    official.table(LED, paper.led)
    official.part(say("整改总体情况"))
    official.says(reached(paper.figures), apart(paper.figures))
    official.table(FIGURES, paper.figures.lines)
    official.note(say("统计口径：{definition}", definition=paper.figures.definition))
    official.part(say("存在不足和下一步打算"))
    official.prompt(say("履行第一责任人责任的不足和打算"))
    return official.contents()

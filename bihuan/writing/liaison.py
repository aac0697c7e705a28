"""How does the liaison plan (联络工作方案) look? When the group comes, who sees to what, how fast, and who is on duty.

Source: D1 in trade.md §2.1. What the record knows is filled in; the guiding words are left to the author.
"""

from dataclasses import dataclass

from bihuan.say import Say, say
from bihuan.writing.directory import CONTACTS, Contact
from bihuan.writing.official import Official
from bihuan.writing.tables import Column, Heading, Speak, Table

LEFT = say("（由起草人填写）")
OPEN = say("（待定）")


@dataclass(frozen=True)
class Watch:
    """One day of the duty roster."""

    on: str
    day: tuple[str, ...]
    night: tuple[str, ...]


@dataclass(frozen=True)
class Pace:
    """How fast one kind of request is answered where the group names no time."""

    kind: Say
    within: Say
    released: bool
    """Whether a leader releases it before the hand-over."""


@dataclass(frozen=True)
class Provision:
    """One thing that is provided for the group."""

    on: str
    kind: Say
    title: str
    place: str
    who: str
    state: Say


@dataclass(frozen=True)
class LiaisonPlan:
    heading: Heading
    group: str
    entry: str
    leaving: str
    people: tuple[Contact, ...]
    paces: tuple[Pace, ...]
    watches: tuple[Watch, ...]
    provisions: tuple[Provision, ...]


PACES: Table[Pace, None] = Table(
    say("办理时限"),
    (
        Column(say("事项类别"), 20, lambda p, _: p.kind),
        Column(say("未约定时间时的办理时限"), 36, lambda p, _: p.within, centred=True),
        Column(say("移交前是否由领导签发"), 30, lambda p, _: say("是") if p.released else say("否"), centred=True),
    ),
)
WATCHES: Table[Watch, None] = Table(
    say("值班安排"),
    (
        Column(say("日期"), 20, lambda w, _: w.on, centred=True),
        Column(say("白班"), 34, lambda w, _: "、".join(w.day) or "—"),
        Column(say("夜班"), 34, lambda w, _: "、".join(w.night) or "—"),
    ),
)
PROVISIONS: Table[Provision, None] = Table(
    say("服务保障"),
    (
        Column(say("时间"), 28, lambda p, _: p.on, centred=True),
        Column(say("类别"), 18, lambda p, _: p.kind, centred=True),
        Column(say("事项"), 50, lambda p, _: p.title),
        Column(say("地点"), 26, lambda p, _: p.place or "—"),
        Column(say("经办人"), 17, lambda p, _: p.who or "—", centred=True),
        Column(say("状态"), 17, lambda p, _: p.state, centred=True),
    ),
)


def write_liaison(paper: LiaisonPlan, *, speak: Speak = str) -> bytes:
    """The Word file, portrait."""
    word = Official(
        paper.heading, say("{organisation}配合巡视联络工作方案", organisation=paper.heading.organisation), speak
    )
    word.part(say("工作任务"))
    word.says(LEFT)
    word.part(say("时间安排"))
    word.says(visit(paper))
    word.part(say("联络人员和分工"))
    word.table(CONTACTS, paper.people)
    word.part(say("事项办理时限"))
    word.table(PACES, paper.paces)
    word.part(say("值班安排"))
    word.table(WATCHES, paper.watches)
    word.part(say("服务保障"))
    word.table(PROVISIONS, paper.provisions)
    word.part(say("工作要求"))
    word.says(LEFT)
    return word.contents()


def visit(paper: LiaisonPlan) -> Say:
    """Who comes, from when until when."""
    return say(
        "{group}进驻时间：{entry}；撤离时间：{leaving}。",
        group=paper.group,
        entry=paper.entry or OPEN,
        leaving=paper.leaving or OPEN,
    )

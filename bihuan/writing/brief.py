"""How does the day's brief (联络日报) look on paper? Four figures, what stands behind each, and the next day's plan.

Source: the brief's contents follow D15 in trade.md §2.1; the page follows `writing/word/`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bihuan.say import Say, say
from bihuan.writing.onpaper import ending
from bihuan.writing.tables import Speak
from bihuan.writing.word import Word

NUMERALS = "一二三四五六"
LINE_HEAD = (say("编号"), say("巡视组要什么"), say("承办单位"), say("要求提供时间"))
LINE_WIDTHS = (16, 82, 28, 30)
PLAN_HEAD = (say("时间"), say("类别"), say("事项"), say("地点或单位"))
PLAN_WIDTHS = (30, 22, 68, 36)


@dataclass(frozen=True)
class BriefLine:
    """One request: reference, text, unit, due time."""

    ref: str
    text: str
    unit: str
    due: str


@dataclass(frozen=True)
class PlanLine:
    """One thing of the next day."""

    time: str
    kind: Say
    title: str
    place: str


@dataclass(frozen=True)
class BriefPart:
    """One of the figures with the requests behind it."""

    title: Say
    lines: tuple[BriefLine, ...]


@dataclass(frozen=True)
class BriefPaper:
    """The brief of one day as plain values."""

    organisation: str
    round: str
    on: str
    parts: tuple[BriefPart, ...]
    plan: tuple[PlanLine, ...]
    open: int
    note: str
    sender: str
    as_of: str
    trail_head: str = ""
    """Where the trail ended at that moment; said at the foot of every page where it is known."""


def summary(paper: BriefPaper, *, speak: Speak = str) -> str:
    """`今日登记 3 件，今日移交 5 件，已逾期 1 件，即将到期未备好 2 件；未办结 40 件。`"""
    counted = (speak(say("{what} {count} 件", what=part.title, count=len(part.lines))) for part in paper.parts)
    return speak(
        say("{figures}；未办结 {open} 件。", figures=speak(say("，")).join(counted), open=paper.open),
    )


def write_brief(paper: BriefPaper, *, speak: Speak = str) -> bytes:
    """The Word file, portrait."""
    word = Word()
    if paper.trail_head:
        word.footer_note(speak(ending(paper.as_of, paper.trail_head)))
    word.title(speak(say("联络日报")))
    word.note(speak(say("{organisation}　{round}　{on}", organisation=paper.organisation, round=paper.round,
                        on=paper.on)), align="center")  # fmt: skip
    word.paragraph(summary(paper, speak=speak))
    if paper.note:
        word.paragraph(speak(say("说明：{note}", note=paper.note)))
    for place, part in enumerate(paper.parts):
        _part(word, f"{NUMERALS[place]}、{speak(part.title)}", LINE_HEAD, LINE_WIDTHS, _lines(part), speak)
    plan = [(line.time, speak(line.kind), line.title, line.place) for line in paper.plan]
    _part(word, f"{NUMERALS[len(paper.parts)]}、{speak(say('明日安排'))}", PLAN_HEAD, PLAN_WIDTHS, plan, speak)
    if not paper.trail_head:
        word.note(speak(say("数据截至：{moment}", moment=paper.as_of)), align="right")
    word.note(speak(say("报送：{name}", name=paper.sender)), align="right")
    return word.contents()


def _lines(part: BriefPart) -> list[Sequence[str]]:
    return [(line.ref, line.text, line.unit or "—", line.due) for line in part.lines]


def _part(
    word: Word, title: str, head: Sequence[Say], widths: Sequence[float], rows: Sequence[Sequence[str]], speak: Speak
) -> None:
    word.heading(title)
    if rows:
        word.table([speak(each) for each in head], rows, widths, centred=frozenset({0}))
    else:
        word.paragraph(speak(say("无。")))

"""How does the evaluation sheet (整改评估表) look on paper? Five indicators, facts beside each, room to judge.

Source: trade.md §1.5: base 100, points are taken off, grades 好、较好、一般、差. People give the points; the sheet
never works one out.
"""

from dataclasses import dataclass

from bihuan.say import Say, say
from bihuan.writing.official import Official
from bihuan.writing.tables import Column, Heading, Speak, Table

BASE = 100
GRADES = (say("好"), say("较好"), say("一般"), say("差"))


@dataclass(frozen=True)
class Indicator:
    """One indicator and the facts that the record has of it; none where people must ask around."""

    name: Say
    facts: tuple[Say, ...] = ()


@dataclass(frozen=True)
class EvaluationPaper:
    heading: Heading
    indicators: tuple[Indicator, ...]
    definition: Say


SHEET: Table[Indicator, None] = Table(
    say("评估指标"),
    (
        Column(say("指标"), 26, lambda i, _: i.name, centred=True),
        Column(say("系统记录的事实"), 76, lambda i, _: i.facts or say("系统未登记，由评估人员填写。")),
        Column(say("扣分事项"), 38, lambda i, _: ""),
        Column(say("扣分"), 16, lambda i, _: "", centred=True),
    ),
)


def write_evaluation(paper: EvaluationPaper, *, speak: Speak = str) -> bytes:
    """The Word file, standing."""
    title = say("{organisation}{round}整改评估表", organisation=paper.heading.organisation, round=paper.heading.title)
    official = Official(paper.heading, title, speak)
    official.about()
    official.table(SHEET, paper.indicators)
    official.note(say("统计口径：{definition}", definition=paper.definition))
    official.signatures(
        say("基准分：{base} 分　　扣分合计：　　　　分", base=BASE),
        say("得分：　　　　分"),
        say("等次：{grades}", grades="　　".join(f"□ {speak(grade)}" for grade in GRADES)),
        say("评估人员（签字）：　　　　　　　　年　月　日"),
    )
    return official.contents()

"""What frame does the work report (工作汇报) to the group have, and what share of it tells of problems?

Source: D5 in trade.md §2.1. What the self-check has found stands in the problem part already; the rest is the author's.
"""

from dataclasses import dataclass

from bihuan.say import Say, say
from bihuan.writing.liaison import LEFT
from bihuan.writing.official import Official
from bihuan.writing.tables import Column, Heading, Speak, Table


@dataclass(frozen=True)
class Found:
    """One thing that a unit's own check has found."""

    unit: str
    area: str
    point: str
    text: str


@dataclass(frozen=True)
class WorkReport:
    heading: Heading
    due: str
    found: tuple[Found, ...]
    checked: str
    """The text whose share was counted, by its name; empty where there is none yet."""
    verdict: Say
    definition: Say


FOUND: Table[Found, None] = Table(
    say("自查发现的问题"),
    (
        Column(say("方面"), 32, lambda f, _: f.area),
        Column(say("检查要点"), 46, lambda f, _: f.point),
        Column(say("发现的问题"), 52, lambda f, _: f.text),
        Column(say("单位"), 26, lambda f, _: f.unit),
    ),
)
PARTS = (say("基本情况"), say("主要工作"))
LAST = say("下一步工作打算")


def write_work_report(paper: WorkReport, *, speak: Speak = str) -> bytes:
    """The Word file, portrait; the check of the share stands after the text, not in it."""
    word = Official(paper.heading, say("{organisation}工作情况汇报", organisation=paper.heading.organisation), speak)
    for part in PARTS:
        word.part(part)
        word.says(LEFT)
    word.part(say("存在的主要问题"))
    word.says(say("自查发现 {count} 个问题，列表如下，请归纳后写成文字。", count=len(paper.found)))
    word.table(FOUND, paper.found)
    word.part(LAST)
    word.says(LEFT)
    word.note(say("报送时限：{due}", due=paper.due or "—"))
    if paper.checked:
        word.note(say("核对文稿：{name}", name=paper.checked))
    word.note(paper.verdict)
    word.note(paper.definition)
    return word.contents()

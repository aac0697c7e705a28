"""How does the table of what is not made public (拟不公开事项表) look? Twice: for the Party and for society.

Source: trade.md §2.3, V8, and the five grounds of §2.5.
"""

from dataclasses import dataclass

from bihuan.say import Say, say
from bihuan.writing.tables import Column, Heading, Speak, Table
from bihuan.writing.workbook import single, write_workbook


@dataclass(frozen=True)
class Publicity:
    """One finding as one audience may read it; what is empty is not withheld."""

    place: int
    text: str
    result: str
    withheld_text: str = ""
    withheld_result: str = ""
    ground: Say | str = ""
    """On which ground it is withheld, with the reason and what was decided."""


@dataclass(frozen=True)
class WithheldPaper:
    heading: Heading
    party: tuple[Publicity, ...]
    society: tuple[Publicity, ...]


def _table(name: Say) -> Table[Publicity, None]:
    return Table(
        name,
        (
            Column(say("序号"), 7, lambda p, _: str(p.place), centred=True),
            Column(say("具体问题(原文)"), 36, lambda p, _: p.text),
            Column(say("具体问题(拟不公开)"), 30, lambda p, _: p.withheld_text),
            Column(say("拟不公开理由"), 26, lambda p, _: p.ground if p.withheld_text else ""),
            Column(say("具体问题整改落实情况(原文)"), 40, lambda p, _: p.result),
            Column(say("整改落实情况(拟不公开)"), 30, lambda p, _: p.withheld_result),
            Column(say("不公开理由"), 26, lambda p, _: p.ground if p.withheld_result else ""),
        ),
    )


PARTY, SOCIETY = _table(say("党内通报")), _table(say("社会公开"))


def write_withheld(paper: WithheldPaper, *, speak: Speak = str) -> bytes:
    """The Excel file, a sheet for each audience."""
    return write_workbook(paper.heading, (single(PARTY, paper.party), single(SOCIETY, paper.society)), speak=speak)

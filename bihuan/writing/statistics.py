"""How does the statistics sheet (巡视整改统计表) look as a workbook? The round in one line, and the same for each unit.

Columns: trade.md §2.3, V7. What the record does not keep is left open for whoever fills the sheet in, and says so.
"""

from dataclasses import dataclass

from bihuan.say import Say, say
from bihuan.writing.figures import Figure
from bihuan.writing.tables import Column, Heading, Speak, Table
from bihuan.writing.workbook import single, write_workbook

OPEN = ""
"""A cell that the record knows nothing of."""


@dataclass(frozen=True)
class Standing:
    """One line: a body, its ordinary findings, its immediate fixes."""

    round: str
    body: str
    ordinary: Figure
    immediate: Figure
    remark: Say | str = ""


@dataclass(frozen=True)
class StatisticsPaper:
    heading: Heading
    whole: Standing
    units: tuple[Standing, ...]
    definition: Say


def _columns(body: Say) -> tuple[Column[Standing, None], ...]:
    return (
        Column(say("轮次"), 18, lambda s, _: s.round),
        Column(body, 22, lambda s, _: s.body),
        Column(say("反馈问题应整改数"), 11, lambda s, _: str(s.ordinary.total), centred=True),
        Column(say("反馈问题已整改数"), 11, lambda s, _: str(s.ordinary.closed), centred=True),
        Column(say("反馈问题完成率"), 11, lambda s, _: s.ordinary.rate_or_dash, centred=True),
        Column(say("立行立改应整改数"), 11, lambda s, _: str(s.immediate.total), centred=True),
        Column(say("立行立改已整改数"), 11, lambda s, _: str(s.immediate.closed), centred=True),
        Column(say("立行立改完成率"), 11, lambda s, _: s.immediate.rate_or_dash, centred=True),
        Column(say("相关职能部门应落实意见数"), 12, lambda s, _: OPEN, centred=True),
        Column(say("相关职能部门已落实数"), 12, lambda s, _: OPEN, centred=True),
        Column(say("相关职能部门完成率"), 12, lambda s, _: OPEN, centred=True),
        Column(say("整改不力问责党组织数"), 12, lambda s, _: OPEN, centred=True),
        Column(say("问责人员数"), 10, lambda s, _: OPEN, centred=True),
        Column(say("备注"), 26, lambda s, _: s.remark),
    )


WHOLE: Table[Standing, None] = Table(say("整改统计表"), _columns(say("被巡视党组织")))
UNITS: Table[Standing, None] = Table(say("分单位统计"), _columns(say("牵头单位")))


def write_statistics(paper: StatisticsPaper, *, speak: Speak = str) -> bytes:
    """The Excel file."""
    return write_workbook(paper.heading, (single(WHOLE, (paper.whole,)), single(UNITS, paper.units)), speak=speak)

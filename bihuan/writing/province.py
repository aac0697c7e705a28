"""How do the tables look that a province's own tool takes in? Its columns by their exact names, one sheet a table.

Source: trade.md §2.3, V1 (反馈问题清单), V2 (整改方案分项), V3 (整改情况报告分项). What the record does not keep stays
open for whoever fills the table in.
"""

from dataclasses import dataclass, field

from bihuan.say import Say, say
from bihuan.writing.rows import LedgerRow, MeasureRow
from bihuan.writing.tables import Column, Heading, Speak, Table
from bihuan.writing.workbook import Filled, single, write_workbook

YES, NO = say("是"), say("否")
OPEN = ""
"""A cell that the record knows nothing of."""


@dataclass(frozen=True)
class Step:
    """One measure with its numbers by kind: `rule`, `loss`, `blame`, `extend`, `campaign`."""

    row: MeasureRow = field(default_factory=MeasureRow)
    kinds: tuple[Say, ...] = ()
    """The kinds that the plan ticked, by name."""
    numbers: dict[str, str] = field(default_factory=dict)
    told: str = ""
    """完成概述: the newest progress entry about it."""
    attachments: tuple[str, ...] = ()


@dataclass(frozen=True)
class Entry:
    """One finding as the province's tables tell it."""

    place: int
    row: LedgerRow
    special: Say | str = ""
    """整改巡视专项: 巡视, 选人用人专项, 立行立改 …"""
    corresponding: str = ""
    """对应四落实: the aspect's own name, where it is one of that set."""
    intensive: bool = True
    done: Say | str = ""
    """未完成, 基本完成, 已完成: the province's word for the state."""
    steps: tuple[Step, ...] = ()

    @property
    def lines(self) -> tuple[Step, ...]:
        return self.steps or (Step(),)

    @property
    def expected(self) -> Say | str:
        """预计完成时间; what may take longer and has no date is a long task."""
        return self.row.deadline or ("" if self.intensive else say("长期任务"))

    @property
    def summary(self) -> str:
        """问题完成情况概述: joined from its measures, as the tool itself does it."""
        return "；".join(step.told for step in self.steps if step.told) or self.row.progress


@dataclass(frozen=True)
class ProvincePaper:
    heading: Heading
    entries: tuple[Entry, ...]


SEQUENCE: Column[Entry, Step] = Column(say("序号"), 7, lambda e, _: str(e.place), centred=True)
FINDINGS: Table[Entry, None] = Table(
    say("反馈问题清单"),
    (
        Column(say("序号"), 7, lambda e, _: str(e.place), centred=True),
        Column(say("整改巡视专项"), 14, lambda e, _: e.special, centred=True),
        Column(say("问题类别"), 22, lambda e, _: e.row.aspect_or_dash),
        Column(say("问题子类"), 16, lambda e, _: OPEN),
        Column(say("具体问题"), 34, lambda e, _: e.row.heading),
        Column(say("具体表现"), 44, lambda e, _: e.row.detail or e.row.text),
        Column(say("对应四落实"), 22, lambda e, _: e.corresponding),
        Column(say("是否重点关注"), 9, lambda e, _: YES if e.row.key else NO, centred=True),
        Column(say("重点关注情形"), 18, lambda e, _: OPEN),
    ),
)
PLAN: Table[Entry, Step] = Table(
    say("整改方案分项"),
    (
        SEQUENCE,
        Column(say("具体表现"), 34, lambda e, s: e.row.detail or e.row.text),
        Column(say("整改落实目标"), 22, lambda e, s: e.row.goal),
        Column(say("责任领导"), 10, lambda e, s: e.row.leader),
        Column(say("责任单位(部门)"), 16, lambda e, s: e.row.lead_unit),
        Column(say("是否常态化坚持"), 9, lambda e, s: YES if e.row.standing else NO, centred=True),
        Column(say("是否集中整改期完成"), 9, lambda e, s: YES if e.intensive else NO, centred=True),
        Column(say("预计完成时间"), 12, lambda e, s: e.expected, centred=True),
        Column(say("措施内容"), 40, lambda e, s: s.row.text, each=True),
        Column(say("措施责任领导"), 10, lambda e, s: e.row.leader if s.row.text else "", each=True),
        Column(say("措施责任单位"), 16, lambda e, s: s.row.who or (e.row.lead_unit if s.row.text else ""), each=True),
        Column(say("措施预计完成时间"), 12, lambda e, s: s.row.due, each=True, centred=True),
        Column(say("措施类型"), 16, lambda e, s: s.kinds, each=True),
    ),
)
REPORT: Table[Entry, Step] = Table(
    say("整改情况报告分项"),
    (
        SEQUENCE,
        Column(say("具体问题"), 32, lambda e, s: e.row.heading),
        Column(say("具体问题整改完成情况"), 11, lambda e, s: e.done, centred=True),
        Column(say("问题完成情况概述"), 36, lambda e, s: e.summary),
        Column(say("措施内容"), 34, lambda e, s: s.row.text, each=True),
        Column(say("完成情况"), 10, lambda e, s: s.row.done, each=True, centred=True),
        Column(say("完成概述"), 30, lambda e, s: s.told, each=True),
        Column(say("完善制度(项)"), 9, lambda e, s: s.numbers.get("rule", ""), each=True, centred=True),
        Column(say("挽回损失(万元)"), 9, lambda e, s: s.numbers.get("loss", ""), each=True, centred=True),
        Column(say("追责问责(人)"), 9, lambda e, s: s.numbers.get("blame", ""), each=True, centred=True),
        Column(say("举一反三(项)"), 9, lambda e, s: s.numbers.get("extend", ""), each=True, centred=True),
        Column(say("专项整治(项)"), 9, lambda e, s: s.numbers.get("campaign", ""), each=True, centred=True),
        Column(say("其他"), 8, lambda e, s: OPEN, each=True),
        Column(say("附件"), 24, lambda e, s: s.attachments, each=True),
    ),
)


def write_findings(paper: ProvincePaper, *, speak: Speak = str) -> bytes:
    """V1."""
    return write_workbook(paper.heading, (single(FINDINGS, paper.entries),), speak=speak)


def write_plan_items(paper: ProvincePaper, *, speak: Speak = str) -> bytes:
    """V2."""
    return write_workbook(paper.heading, (_filled(PLAN, paper),), speak=speak)


def write_report_items(paper: ProvincePaper, *, speak: Speak = str) -> bytes:
    """V3."""
    return write_workbook(paper.heading, (_filled(REPORT, paper),), speak=speak)


def _filled(table: Table[Entry, Step], paper: ProvincePaper) -> Filled:
    return Filled(table, ((entry, entry.lines) for entry in paper.entries))

"""How are the figures of a round said on paper? Aspects, findings, measures apart, each rate with its base.

Source: trade.md §3.5: 方面、问题、具体表现、措施 are counted apart, 立行立改 and 信访件 stand beside the rate, and
基本完成 is not 完成. Only says what it is given; what is counted, and how, is settled by `rules/rates.py`.
"""

from dataclasses import dataclass

from bihuan.say import Say, say
from bihuan.writing.tables import Column, Table


@dataclass(frozen=True)
class Figure:
    """One line of the table of counts."""

    name: Say | str
    total: int
    closed: int
    partly: int = 0
    overdue: int = 0
    rate: str = ""
    """`98.71%`, or nothing where there is nothing to count."""

    @property
    def rate_or_dash(self) -> str:
        return self.rate or "—"


@dataclass(frozen=True)
class Figures:
    """What is counted of one round, of one moment."""

    aspects: int
    issues: int
    """大项: the headings of the letter, and the wordings that stand under none."""
    findings: int
    """问题: the entries of the ledger, which every rate is counted of."""
    details: int
    """具体表现: those of them that stand under a heading."""
    measures: int
    measures_done: int
    ordinary: Figure
    immediate: Figure
    own: Figure
    petitions: Figure
    definition: Say

    @property
    def lines(self) -> tuple[Figure, ...]:
        return (self.ordinary, self.immediate, self.own, self.petitions)


FIGURES: Table[Figure, None] = Table(
    say("统计情况"),
    (
        Column(say("类别"), 36, lambda f, _: f.name),
        Column(say("总数"), 20, lambda f, _: str(f.total), centred=True),
        Column(say("已销号"), 20, lambda f, _: str(f.closed), centred=True),
        Column(say("基本完成"), 22, lambda f, _: str(f.partly), centred=True),
        Column(say("超过时限"), 22, lambda f, _: str(f.overdue), centred=True),
        Column(say("完成率"), 26, lambda f, _: f.rate_or_dash, centred=True),
    ),
)


def counted(figures: Figures) -> Say:
    """`共涉及 4 个方面、16 个大项、36 个问题，列明具体表现 30 条，制定整改措施 72 条。`"""
    return say(
        "共涉及 {aspects} 个方面、{issues} 个大项、{findings} 个问题，列明具体表现 {details} 条，"
        "制定整改措施 {measures} 条。",
        aspects=figures.aspects,
        issues=figures.issues,
        findings=figures.findings,
        details=figures.details,
        measures=figures.measures,
    )


def reached(figures: Figures) -> Say:
    """How far they are, in one sentence."""
    return say(
        "反馈问题（不含立行立改和自查发现）{total} 个，已销号 {closed} 个，基本完成 {partly} 个，完成率 {rate}；"
        "整改措施 {measures} 条，已完成 {done} 条。",
        total=figures.ordinary.total,
        closed=figures.ordinary.closed,
        partly=figures.ordinary.partly,
        rate=figures.ordinary.rate_or_dash,
        measures=figures.measures,
        done=figures.measures_done,
    )


def apart(figures: Figures) -> Say:
    """What never enters the rate."""
    return say(
        "立行立改 {immediate} 个，已销号 {immediate_closed} 个；自查发现 {own} 个，已销号 {own_closed} 个；"
        "信访件 {petitions} 件，已办结 {petitions_closed} 件，均单独统计。",
        immediate=figures.immediate.total,
        immediate_closed=figures.immediate.closed,
        own=figures.own.total,
        own_closed=figures.own.closed,
        petitions=figures.petitions.total,
        petitions_closed=figures.petitions.closed,
    )

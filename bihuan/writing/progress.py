"""How does the report on the rectification (整改进展情况报告) look on paper? Figures first, then finding by finding.

Source: R8 in trade.md §2.2, N7 in §4.3 (问题、措施、成效, nothing merged and nothing dropped). 立行立改 and what was
found by our own check have parts of their own; 信访件 are counted, never told one by one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bihuan.say import Say, say
from bihuan.writing.charts import KEY, TIME_KEY, Font, Part, Point, bars, over_time
from bihuan.writing.figures import FIGURES, Figure, Figures, apart, counted, reached
from bihuan.writing.official import NOTHING, Official
from bihuan.writing.rows import LedgerRow, MeasureRow
from bihuan.writing.tables import Column, Heading, Speak, Table


@dataclass(frozen=True)
class Account:
    """What the report says of one finding."""

    row: LedgerRow
    partly: bool = False
    closed_on: str = ""


@dataclass(frozen=True)
class Aspect:
    """One aspect with its ordinary findings and their tally."""

    name: str
    figure: Figure
    accounts: tuple[Account, ...]


@dataclass(frozen=True)
class ProgressPaper:
    heading: Heading
    group: str
    feedback_on: str
    figures: Figures
    results: tuple[tuple[Say, str], ...]
    """(kind of measure, sum with its unit), for the kinds that carry a number: 挽回损失 12.5 万元."""
    aspects: tuple[Aspect, ...]
    units: tuple[Figure, ...]
    """The ordinary findings by lead unit."""
    history: tuple[Point, ...]
    """How many ordinary findings there were, and how many were closed, at the end of each month and now."""
    immediate: tuple[Account, ...]
    own: tuple[Account, ...]
    font: Font | None = None
    """With which the names in the charts are drawn; without one the bars are numbered like the rows of their table."""


BY_ASPECT: Table[Aspect, None] = Table(
    say("分方面统计"),
    (
        Column(say("方面"), 59.5, lambda a, _: a.name or say("未分类")),
        Column(say("总数"), 16.5, lambda a, _: str(a.figure.total), centred=True),
        Column(say("已销号"), 16.5, lambda a, _: str(a.figure.closed), centred=True),
        Column(say("基本完成"), 20.5, lambda a, _: str(a.figure.partly), centred=True),
        Column(say("超过时限"), 20.5, lambda a, _: str(a.figure.overdue), centred=True),
        Column(say("完成率"), 22.5, lambda a, _: a.figure.rate_or_dash, centred=True),
    ),
)
BY_UNIT: Table[tuple[int, Figure], None] = Table(
    say("分单位统计"),
    (
        Column(say("序号"), 14, lambda u, _: str(u[0]), centred=True),
        Column(say("牵头单位"), 44, lambda u, _: u[1].name or say("未分派")),
        Column(say("总数"), 17, lambda u, _: str(u[1].total), centred=True),
        Column(say("已销号"), 17, lambda u, _: str(u[1].closed), centred=True),
        Column(say("基本完成"), 21, lambda u, _: str(u[1].partly), centred=True),
        Column(say("超过时限"), 21, lambda u, _: str(u[1].overdue), centred=True),
        Column(say("完成率"), 22, lambda u, _: u[1].rate_or_dash, centred=True),
    ),
)
MEASURES: Table[MeasureRow, None] = Table(
    say("整改措施"),
    (
        Column(say("整改措施"), 76, lambda m, _: m.wording),
        Column(say("成效"), 32, lambda m, _: m.kinds),
        Column(say("时限"), 26, lambda m, _: m.due, centred=True),
        Column(say("完成情况"), 22, lambda m, _: m.done, centred=True),
    ),
)


def write_progress(paper: ProgressPaper, *, speak: Speak = str) -> bytes:
    """The Word file, standing."""
    title = say("{organisation}关于{round}整改进展情况的报告", organisation=paper.heading.organisation,
                round=paper.heading.title)  # fmt: skip
    official = Official(paper.heading, title, speak)
    if paper.feedback_on:
        official.says(
            say("{date}，{group}反馈了意见。现将整改进展情况报告如下。", date=paper.feedback_on, group=paper.group)
        )
    official.part(say("总体情况"))
    say_figures(official, paper)
    official.part(say("反馈问题整改情况"))
    for aspect in paper.aspects:
        official.below(aspect.name or say("未分类"))
        _accounts(official, aspect.accounts)
    if not paper.aspects:
        official.says(NOTHING)
    for name, accounts in ((say("立行立改情况"), paper.immediate), (say("自查发现问题整改情况"), paper.own)):
        official.part(name)
        _accounts(official, accounts)
        if not accounts:
            official.says(NOTHING)
    official.part(say("下一步工作"))
    official.prompt(say("未完成事项的安排、长期坚持的措施和长效机制"))
    return official.contents()


def say_figures(official: Official, paper: ProgressPaper) -> None:
    """The counts, each beside what it is counted of, and the definition under them."""
    official.says(counted(paper.figures), reached(paper.figures), apart(paper.figures))
    official.table(FIGURES, paper.figures.lines)
    official.note(say("统计口径：{definition}", definition=paper.figures.definition))
    official.table(BY_ASPECT, paper.aspects)
    _bars(official, [aspect.figure for aspect in paper.aspects], paper.font, say("分方面进度"), say("未分类"))
    official.table(BY_UNIT, enumerate(paper.units, start=1))
    _bars(official, paper.units, paper.font, say("分单位进度"), say("未分派"))
    if picture := over_time(paper.history):
        official.note(TIME_KEY)
        official.picture(picture, say("进度变化"))
    official.says(*(say("{kind}：{sum}。", kind=kind, sum=total) for kind, total in paper.results))


def _bars(official: Official, figures: Sequence[Figure], font: Font | None, about: Say, nameless: Say) -> None:
    """The same figures as the table above, as bars in its order and by its names."""
    parts = [Part(official.text(each.name or nameless), each.total, each.closed, each.partly) for each in figures]
    pictures = bars(parts, font)
    if pictures:
        official.note(KEY)
    for picture in pictures:
        official.picture(picture, about)


def _accounts(official: Official, accounts: tuple[Account, ...]) -> None:
    for account in accounts:
        row = account.row
        official.item(f"{row.ref}　{row.heading}")
        official.says(
            say("具体表现：{detail}", detail=row.detail) if row.detail else "",
            say("整改状态：{state}", state=state(account)),
            say("牵头单位：{unit}；责任领导：{leader}", unit=row.lead_unit or "—", leader=row.leader or "—"),
            say("整改目标：{goal}", goal=row.goal) if row.goal else "",
        )
        if row.measures:
            official.table(MEASURES, row.measures)
        else:
            official.says(say("整改措施：无。"))
        official.says(say("最近进展：{progress}", progress=row.progress) if row.progress else "")


def state(account: Account) -> Say | str:
    """`整改中（基本完成）`, `已销号（2026-05-08）`: the word of the record and what stands beside it."""
    if account.partly:
        return say("{state}（基本完成）", state=account.row.status)
    if account.closed_on:
        return say("{state}（{date}）", state=account.row.status, date=account.closed_on)
    return account.row.status

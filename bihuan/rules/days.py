"""Which days of its own may an office lay over the official calendar?

Source: trade.md §6.7. Example: 4 January cannot be off by one line and at work by another. What the calendar says
already is no change, and is told apart from what is new.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from bihuan.rules.life import Refusal
from bihuan.rules.people import Role
from bihuan.rules.workdays import Calendar, change, is_workday, with_schedule
from bihuan.say import Say, say

EARLIEST, LATEST = date(2000, 1, 1), date(2099, 12, 31)
LONGEST = 60
"""Days in a row that are taken at once; more is a slip of the pen."""


class DayKind(StrEnum):
    OFF = "off"
    WORK = "work"

    @property
    def words(self) -> Say:
        return say("放假") if self is DayKind.OFF else say("上班")


@dataclass(frozen=True)
class OwnDay:
    """One day of the office's own: off or at work, for which festival, on what ground."""

    day: date
    kind: DayKind
    name: str
    source: str

    @property
    def words(self) -> Say:
        """`放假（元旦）`."""
        return say("{kind}（{name}）", kind=self.kind.words, name=self.name) if self.name else self.kind.words


@dataclass(frozen=True)
class Plan:
    """What is laid over the calendar, and what was asked for but holds already."""

    new: tuple[OwnDay, ...]
    same: tuple[OwnDay, ...]


def lay(calendar: Calendar, own: Iterable[OwnDay]) -> Calendar:
    """The calendar with the office's own days. A year is known once its National Day is among them."""
    days = tuple(own)
    if not days:
        return calendar
    off = [each.day for each in days if each.kind is DayKind.OFF]
    work = [each.day for each in days if each.kind is DayKind.WORK]
    names = {each.day: each.name or say("本单位安排") for each in days}
    return change(calendar, days_off=off, makeup=work, years=with_schedule(off), names=names)


def may_change_days(roles: Iterable[Role], *, own: bool) -> Refusal | None:
    refusal = Refusal("who", say("节假日由整改办管理，请与整改办联系。"))
    return None if own and Role.OFFICE in roles else refusal


def stretch(first: date, last: date) -> tuple[date, ...] | Refusal:
    """Every day from the first to the last."""
    if last < first:
        return Refusal("what", say("最后一天 {last} 早于第一天 {first}，请改正其中一个。",
                                   last=last.isoformat(), first=first.isoformat()))  # fmt: skip
    if (last - first).days >= LONGEST:
        return Refusal("what", say("一次最多登记 {count} 天，请核对起止日期。", count=LONGEST))
    return tuple(first + timedelta(days=n) for n in range((last - first).days + 1))


def plan(asked: Sequence[OwnDay], held: Iterable[OwnDay], official: Calendar) -> Plan | Refusal:
    """What becomes of the days asked for, or the first one that cannot stand beside another."""
    known = {each.day: each for each in held}
    new: dict[date, OwnDay] = {}
    same = []
    for each in sorted(asked, key=lambda own: own.day):
        if refusal := _conflict(each, new.get(each.day), known.get(each.day)):
            return refusal
        if each.day in known or _agrees(each, official):
            same.append(each)
        else:
            new[each.day] = each
    if not new:
        return Refusal("what", say("没有要登记的日子：这些天已经是这样安排的。"))
    return Plan(tuple(new.values()), tuple(same))


def _conflict(asked: OwnDay, beside: OwnDay | None, held: OwnDay | None) -> Refusal | None:
    day = asked.day.isoformat()
    if not EARLIEST <= asked.day <= LATEST:
        return Refusal("what", say("{day} 的年份不对，请核对。", day=day))
    if beside and beside.kind is not asked.kind:
        return Refusal("what", say("{day} 既写了放假又写了上班，请改正其中一处。", day=day))
    if held and (held.kind, held.name) != (asked.kind, asked.name):
        text = say("{day} 已登记为{held}，与{asked}不符，请先移除原来的登记。",
                   day=day, held=held.words, asked=asked.words)  # fmt: skip
        return Refusal("what", text)
    return None


def _agrees(asked: OwnDay, official: Calendar) -> bool:
    """Whether the official calendar says so too. A festival of a year without schedule is new even at a weekend."""
    works = is_workday(asked.day, official) is (asked.kind is DayKind.WORK)
    return works and (official.knows(asked.day.year) or not asked.name)


@dataclass(frozen=True)
class Span:
    """Own days one after another that say the same, as one line of a table."""

    days: tuple[OwnDay, ...]

    @property
    def first(self) -> date:
        return self.days[0].day

    @property
    def last(self) -> date:
        return self.days[-1].day

    @property
    def words(self) -> Say:
        return self.days[0].words

    @property
    def source(self) -> str:
        return self.days[0].source

    @property
    def written(self) -> str:
        """`2026-10-01`, or `2026-10-01 – 2026-10-07`."""
        return self.first.isoformat() if len(self.days) == 1 else f"{self.first} – {self.last}"


def spans(days: Iterable[OwnDay]) -> tuple[Span, ...]:
    """The days, earliest first, put together where they follow one another and say the same."""
    found: list[list[OwnDay]] = []
    for each in sorted(days, key=lambda own: own.day):
        last = found[-1][-1] if found else None
        if last and replace(last, day=last.day + timedelta(days=1)) == each:
            found[-1].append(each)
        else:
            found.append([each])
    return tuple(Span(tuple(each)) for each in found)

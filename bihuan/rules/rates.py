"""How are counts and rates made? Once, here, for pages and papers alike.

Source: trade.md §3.5. 完成率 = 已销号数 / 反馈问题总数; 基本完成 is not counted as done, 立行立改 is counted apart, and
so is what units found themselves. Example: 688 closed of 697 is 98.71 %.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from bihuan.rules.finding import Partly, Status
from bihuan.say import say

DEFINITION = say("完成率 = 已销号数 ÷ 反馈问题总数；基本完成不计入，立行立改和自查发现的问题单独统计。")


@dataclass(frozen=True)
class Counted:
    """The little that counting needs of one finding."""

    status: Status
    immediate: bool = False
    own: bool = False
    """Found by a unit's own check, not by the group."""
    partly: Partly = Partly.NO
    due: date | None = None
    """The deadline that holds."""
    deadline: date | None = None
    """The deadline first set; where nothing was extended, the same."""


@dataclass(frozen=True)
class Tally:
    """How many there are, how many are closed, partly done, overdue."""

    total: int = 0
    closed: int = 0
    partly: int = 0
    overdue: int = 0
    overdue_originally: int = 0
    """How many would be overdue if nothing had been extended."""

    @property
    def rate(self) -> Decimal | None:
        """Percent to two places, or None where there is nothing to count."""
        if not self.total:
            return None
        return (Decimal(100 * self.closed) / self.total).quantize(Decimal("0.01"), ROUND_HALF_UP)


def is_overdue(status: Status, due: date | None, today: date) -> bool:
    """Whether the date has passed while the finding is still open; the day itself is not yet late."""
    return status is not Status.CLOSED and due is not None and due < today


def tally(findings: Iterable[Counted], *, today: date) -> Tally:
    rows = list(findings)
    return Tally(
        total=len(rows),
        closed=sum(row.status is Status.CLOSED for row in rows),
        partly=sum(row.status is not Status.CLOSED and row.partly is Partly.CONFIRMED for row in rows),
        overdue=sum(is_overdue(row.status, row.due, today) for row in rows),
        overdue_originally=sum(is_overdue(row.status, row.deadline, today) for row in rows),
    )


def split(findings: Iterable[Counted], *, today: date) -> tuple[Tally, Tally, Tally]:
    """(the ordinary findings, the immediate fixes, what was found by own checks), which are never mixed."""
    rows = list(findings)
    immediate = tally((row for row in rows if row.immediate and not row.own), today=today)
    ordinary = tally((row for row in rows if not row.immediate and not row.own), today=today)
    return ordinary, immediate, tally((row for row in rows if row.own), today=today)

"""When is something due? A term added to a date; months are clamped to the month's end.

Source: trade.md §6.7. Example: feedback on 31 August plus six months is 28 February, or 29 in a leap year.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from bihuan.say import Say, say

TermUnit = Literal["days", "months"]


@dataclass(frozen=True)
class Term:
    """A stretch of time as an office says it: `1 months`, `15 days`, or `-2 days` for before."""

    amount: int
    unit: TermUnit

    @classmethod
    def parse(cls, text: str) -> "Term | None":
        """`Term.parse("6 months")`; None where the text is no term."""
        match = re.fullmatch(r"\s*(-?\d{1,3})\s+(days|months)\s*", text)
        return cls(int(match[1]), "months" if match[2] == "months" else "days") if match else None

    def __str__(self) -> str:
        return f"{self.amount} {self.unit}"

    @property
    def words(self) -> Say:
        """`6 个月`. One month and one day are sentences of their own, because English counts."""
        if self.unit == "months":
            return say("1 个月") if self.amount == 1 else say("{amount} 个月", amount=self.amount)
        return say("1 天") if self.amount == 1 else say("{amount} 天", amount=self.amount)


def add_months(start: date, months: int) -> date:
    """The same day `months` later, or the last day of a shorter month."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def add(start: date, term: Term) -> date:
    return add_months(start, term.amount) if term.unit == "months" else start + timedelta(days=term.amount)

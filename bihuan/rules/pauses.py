"""Does the clock stand still while somebody else has it, and to which day does the date move then?

Source: none is known, so that by default the clock runs on; an office may have it otherwise. Example: due on
Friday 26 June 2026; handed in on Monday the 22nd and sent back on Wednesday the 24th, it was out of hand for two
working days and is due on Tuesday the 30th. What was late already when it was handed in stays late.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bihuan.rules import workdays
from bihuan.rules.finding import Move, Status
from bihuan.rules.workdays import Calendar

REVIEWED = frozenset({Status.PLANNED, Status.UNDER_REVIEW})
"""Where an approver has a finding. A dispute is none: whoever passes a thing on gains no time by it."""
TAKEN_BACK = frozenset({Move.WITHDRAW_PLAN})
"""Moves by which a unit takes its own thing back: nobody moves the own date."""


class Pauses(StrEnum):
    """In whose hands the clock stands still: an approver's, for findings; the group's, for requests."""

    NONE = "none"
    APPROVER = "approver"
    GROUP = "group"
    BOTH = "approver, group"

    @property
    def with_approver(self) -> bool:
        return self in (Pauses.APPROVER, Pauses.BOTH)

    @property
    def with_group(self) -> bool:
        return self in (Pauses.GROUP, Pauses.BOTH)


@dataclass(frozen=True)
class Pause:
    """One stretch in which the clock stood still, in working days, and the date to which it moved `was`."""

    start: date
    end: date
    days: int
    was: date
    due: date


def pause(due: date | None, start: date, end: date, calendar: Calendar) -> Pause | None:
    """None where nothing moves: there is no date, it had passed already, or no working day went by."""
    if due is None or start > due:
        return None
    days = workdays.between(start, end, calendar)
    return Pause(start, end, days, due, workdays.add(due, days, calendar)) if days > 0 else None

"""How does an extended visit (延伸巡视) live, and what may not be planned even when somebody insists?

Source: D10 in trade.md §2.1. Example: two visits at one time are a doubt that the office may confirm, for the group has
several people; one minibus in two places is never saved.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from bihuan.rules.life import Check, Note, Offer, Refusal, Row
from bihuan.rules.life import decide as decide_by
from bihuan.rules.life import offers as offers_by
from bihuan.rules.people import Role
from bihuan.rules.slots import Booking, Conflict, What
from bihuan.say import Say, say

BUFFER = timedelta(minutes=30)
"""What lies between two plans that need the same thing: a proposal, for roads are short in one county."""


class Status(StrEnum):
    PLANNED = "planned"
    CONFIRMED = "confirmed"
    DONE = "done"
    CANCELLED = "cancelled"


class Move(StrEnum):
    CHANGE = "change"
    CONFIRM = "confirm"
    FINISH = "finish"
    CANCEL = "cancel"
    RESUME = "resume"


NAMES: dict[Status, Say] = {
    Status.PLANNED: say("拟安排"),
    Status.CONFIRMED: say("已确定"),
    Status.DONE: say("已完成"),
    Status.CANCELLED: say("已取消"),
}
VERBS: dict[Move, Say] = {
    Move.CHANGE: say("修改安排"),
    Move.CONFIRM: say("确定"),
    Move.FINISH: say("标记完成"),
    Move.CANCEL: say("取消"),
    Move.RESUME: say("恢复"),
}


@dataclass(frozen=True)
class Facts:
    """One visit and one person at one moment."""

    status: Status
    parts: frozenset[Role] = frozenset()
    note: str = ""
    begun: bool = True


def _begun(f: Facts) -> Check:
    return Check(say("到了开始时间才能标记完成"), f.begun)


OFFICE = frozenset({Role.OFFICE})
S, M = Status, Move
AHEAD = (S.PLANNED, S.CONFIRMED)
ROWS: tuple[Row[Status, Move, Facts], ...] = (
    Row(M.CONFIRM, S.PLANNED, S.CONFIRMED, OFFICE, Note.OPTIONAL),
    *(Row(M.FINISH, source, S.DONE, OFFICE, Note.OPTIONAL, gates=(_begun,)) for source in AHEAD),
    *(Row(M.CHANGE, source, source, OFFICE) for source in AHEAD),
    *(Row(M.CANCEL, source, S.CANCELLED, OFFICE, Note.REQUIRED) for source in AHEAD),
    Row(M.RESUME, S.CANCELLED, S.PLANNED, OFFICE, Note.OPTIONAL),
    Row(M.RESUME, S.DONE, S.CONFIRMED, OFFICE, Note.REQUIRED),
)


def decide(move: Move, facts: Facts) -> Status | Refusal:
    return decide_by(ROWS, move, facts.status, facts)


def offers(facts: Facts) -> tuple[Offer[Move], ...]:
    return offers_by(ROWS, facts.status, facts)


def bars(conflict: Conflict) -> bool:
    """Whether it cannot be: one vehicle in two places at one time. Anything else may be meant."""
    if conflict.need.what is not What.VEHICLE or not conflict.overlaps:
        return False
    return not _places(conflict.first) & _places(conflict.second)


def _places(booking: Booking) -> set[str]:
    return {need.key for need in booking.needs if need.what is What.UNIT}

"""How does a rectification meeting (专题会) live, and what must be known of one that was held?

Source: R3 in trade.md §2.1: 参会人员、会议时间、地点. Example: a meeting planned for March is held only once somebody
has written down when, where, who was in the chair and who came; a planned day that passes makes it late, never held.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bihuan.rules.life import Check, Note, Offer, Refusal, Row
from bihuan.rules.life import decide as decide_by
from bihuan.rules.life import offers as offers_by
from bihuan.rules.people import Role
from bihuan.say import Say, say


class Status(StrEnum):
    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class Move(StrEnum):
    CHANGE = "change"
    HOLD = "hold"
    CANCEL = "cancel"
    RESUME = "resume"


class Kind(StrEnum):
    COMMITTEE = "committee"
    TOPIC = "topic"
    GROUP = "group"
    DEMOCRATIC = "democratic"


NAMES: dict[Status, Say] = {
    Status.PLANNED: say("计划召开"),
    Status.HELD: say("已召开"),
    Status.CANCELLED: say("已取消"),
}
VERBS: dict[Move, Say] = {
    Move.CHANGE: say("修改会议"),
    Move.HOLD: say("登记召开"),
    Move.CANCEL: say("取消会议"),
    Move.RESUME: say("恢复为计划"),
}
KINDS: dict[Kind, Say] = {
    Kind.COMMITTEE: say("常委会"),
    Kind.TOPIC: say("整改专题会议"),
    Kind.GROUP: say("领导小组会议"),
    Kind.DEMOCRATIC: say("专题民主生活会"),
}


@dataclass(frozen=True)
class Facts:
    """One meeting and one person at one moment."""

    status: Status
    parts: frozenset[Role] = frozenset()
    note: str = ""
    running: bool = True
    """The round is not finished."""
    begun: bool = True
    """The time it was held is not still to come."""
    has_chair: bool = True
    has_attendees: bool = True
    has_place: bool = True


def _running(f: Facts) -> Check:
    return Check(say("轮次尚未结束"), f.running)


def _begun(f: Facts) -> Check:
    return Check(say("召开时间不晚于现在"), f.begun)


def _chair(f: Facts) -> Check:
    return Check(say("写明主持人"), f.has_chair)


def _attendees(f: Facts) -> Check:
    return Check(say("写明参会人员"), f.has_attendees)


def _place(f: Facts) -> Check:
    return Check(say("写明地点"), f.has_place)


HOLDING = (_running, _begun, _place, _chair, _attendees)
SEEING = frozenset({Role.FIRST, Role.LEADER, Role.OFFICE, Role.SUPERVISOR})
"""Who is told of these meetings at all."""
OFFICE = frozenset({Role.OFFICE})
S, M = Status, Move
ROWS: tuple[Row[Status, Move, Facts], ...] = (
    Row(M.HOLD, S.PLANNED, S.HELD, OFFICE, gates=HOLDING),
    Row(M.CHANGE, S.PLANNED, S.PLANNED, OFFICE, gates=(_running,)),
    Row(M.CANCEL, S.PLANNED, S.CANCELLED, OFFICE, Note.REQUIRED, gates=(_running,)),
    Row(M.RESUME, S.CANCELLED, S.PLANNED, OFFICE, Note.OPTIONAL, gates=(_running,)),
    Row(M.RESUME, S.HELD, S.PLANNED, OFFICE, Note.REQUIRED, gates=(_running,)),
)


def decide(move: Move, facts: Facts, *, ask_note: bool = True) -> Status | Refusal:
    return decide_by(ROWS, move, facts.status, facts, ask_note=ask_note)


def offers(facts: Facts) -> tuple[Offer[Move], ...]:
    return offers_by(ROWS, facts.status, facts)


# --- the plan against what was held -----------------------------------------


@dataclass(frozen=True)
class Planned:
    """What the count needs of one meeting."""

    status: Status
    planned_on: date
    held_on: date | None = None


@dataclass(frozen=True)
class Held:
    """Plan and reality: how many were planned (a cancelled one is not), held, late, and the next planned day."""

    planned: int = 0
    held: int = 0
    late: int = 0
    next: date | None = None


@dataclass(frozen=True)
class Month:
    """One month of the plan: `held` counts those held in it, whenever they were planned for."""

    first: date
    planned: int
    held: int


def is_late(meeting: Planned, today: date) -> bool:
    return meeting.status is Status.PLANNED and meeting.planned_on < today


def count(meetings: Iterable[Planned], *, today: date) -> Held:
    kept = [each for each in meetings if each.status is not Status.CANCELLED]
    ahead = [each.planned_on for each in kept if each.status is Status.PLANNED and each.planned_on >= today]
    return Held(
        planned=len(kept),
        held=sum(each.status is Status.HELD for each in kept),
        late=sum(is_late(each, today) for each in kept),
        next=min(ahead, default=None),
    )


def by_month(meetings: Iterable[Planned]) -> tuple[Month, ...]:
    """Every month from the first to the last in which a meeting was planned or held, the empty ones too."""
    kept = [each for each in meetings if each.status is not Status.CANCELLED]
    planned = [each.planned_on.replace(day=1) for each in kept]
    held = [each.held_on.replace(day=1) for each in kept if each.held_on]
    if not planned:
        return ()
    first, last = min(planned + held), max(planned + held)
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    firsts = (date(month // 12, month % 12 + 1, 1) for month in months)
    return tuple(Month(each, planned.count(each), held.count(each)) for each in firsts)

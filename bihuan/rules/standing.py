"""When is proof of a standing measure (长期坚持) due after the close-out, and what if none comes?

Source: “长期坚持” as a kind of deadline in the published lists (trade.md §2.3); rhythm and grace are stated defaults,
for each office to confirm. Example: closed on 30 November and asked for every three months, proof is due on 28
February, then on 30 May; ten working days after a date that passed without one, the finding is rectified again.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bihuan.rules import deadlines
from bihuan.rules.deadlines import Counting, Term
from bihuan.rules.life import Check, Note, Offer, Refusal, Row
from bihuan.rules.life import decide as decide_by
from bihuan.rules.life import offers as offers_by
from bihuan.rules.people import Role
from bihuan.rules.workdays import Calendar
from bihuan.say import Say, say

RHYTHMS: dict[int, Say] = {1: say("每月"), 3: say("每季度"), 6: say("每半年"), 12: say("每年")}
"""Every how many months proof may be asked for."""


class Status(StrEnum):
    """Of the rhythm of one finding."""

    NONE = "none"
    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"


class Move(StrEnum):
    BEGIN = "begin"
    PROVE = "prove"
    CHANGE = "change"
    END = "end"


class Proof(StrEnum):
    """What became of one date."""

    ASKED = "asked"
    GIVEN = "given"
    MISSED = "missed"
    DROPPED = "dropped"


class Dot(StrEnum):
    """How one date looks today."""

    GIVEN = "given"
    AHEAD = "ahead"
    DUE = "due"
    MISSED = "missed"
    DROPPED = "dropped"


NAMES: dict[Status, Say] = {
    Status.NONE: say("没有定期佐证"),
    Status.RUNNING: say("定期佐证中"),
    Status.PAUSED: say("重新整改，暂停"),
    Status.ENDED: say("不再要求"),
}
VERBS: dict[Move, Say] = {
    Move.BEGIN: say("开始定期佐证"),
    Move.PROVE: say("报送佐证"),
    Move.CHANGE: say("调整间隔"),
    Move.END: say("不再要求"),
}
DOTS: dict[Dot, Say] = {
    Dot.GIVEN: say("已报送"),
    Dot.AHEAD: say("待报送"),
    Dot.DUE: say("到期未报"),
    Dot.MISSED: say("未报送，已重新整改"),
    Dot.DROPPED: say("不再要求"),
}


@dataclass(frozen=True)
class Facts:
    """The rhythm of one finding and one person at one moment."""

    status: Status
    parts: frozenset[Role] = frozenset()
    note: str = ""
    closed: bool = True
    """The finding is closed: before that, its measures ask for proof."""
    turn_begun: bool = True
    """The date before the present one has passed, so that no proof counts twice."""
    papers: int = 1


def _closed(f: Facts) -> Check:
    return Check(say("问题已经销号"), f.closed)


def _turn_begun(f: Facts) -> Check:
    return Check(say("上一次的时限已过，这一次才能报送"), f.turn_begun)


def _papers(f: Facts) -> Check:
    return Check(say("至少附一份佐证材料"), f.papers > 0)


UNIT = frozenset({Role.HEAD, Role.HANDLER})
OFFICE = frozenset({Role.OFFICE})
S, M = Status, Move
ROWS: tuple[Row[Status, Move, Facts], ...] = (
    Row(M.PROVE, S.RUNNING, S.RUNNING, UNIT, Note.REQUIRED, gates=(_closed, _turn_begun, _papers)),
    Row(M.BEGIN, S.NONE, S.RUNNING, OFFICE, Note.REQUIRED, gates=(_closed,)),
    Row(M.BEGIN, S.ENDED, S.RUNNING, OFFICE, Note.REQUIRED, gates=(_closed,)),
    Row(M.CHANGE, S.RUNNING, S.RUNNING, OFFICE, Note.REQUIRED, gates=(_closed,)),
    Row(M.END, S.RUNNING, S.ENDED, OFFICE, Note.REQUIRED, gates=(_closed,)),
)


def decide(move: Move, facts: Facts, *, ask_note: bool = True) -> Status | Refusal:
    return decide_by(ROWS, move, facts.status, facts, ask_note=ask_note)


def offers(facts: Facts) -> tuple[Offer[Move], ...]:
    return offers_by(ROWS, facts.status, facts)


# --- the dates --------------------------------------------------------------


GRACE = Term(10, "workdays")


@dataclass(frozen=True)
class Rhythm:
    """How often proof is asked for, how long after its date it may still come, and how dates are counted."""

    every: int = 3
    grace: Term = GRACE
    counting: Counting = deadlines.DEFAULT


@dataclass(frozen=True)
class Turn:
    """One date: the how-manieth since the start, when it is due, and the last day on which proof still counts."""

    number: int
    due: date
    until: date


def turn(start: date, number: int, rhythm: Rhythm, calendar: Calendar) -> Turn:
    """Counted from the start each time, so that a short month does not pull the later ones forward."""
    due = deadlines.add(start, Term(rhythm.every * number, "months"), calendar, rhythm.counting)
    return Turn(number, due, deadlines.add(due, rhythm.grace, calendar))


def next_turn(start: date, after: int, rhythm: Rhythm, calendar: Calendar, *, today: date) -> Turn:
    """The first turn after a number whose date has not passed; those nobody could have known of are left out."""
    found = turn(start, after + 1, rhythm, calendar)
    while found.due < today:
        found = turn(start, found.number + 1, rhythm, calendar)
    return found


def is_missed(proof: Proof, until: date, *, today: date) -> bool:
    return proof is Proof.ASKED and until < today


def dot(proof: Proof, due: date, *, today: date) -> Dot:
    if proof is not Proof.ASKED:
        return Dot(proof.value)
    return Dot.DUE if due < today else Dot.AHEAD

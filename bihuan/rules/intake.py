"""How does an intake live: a document that was read, until a person confirms its rows or lets it go?

Source: “Only confirmation makes findings”; unknown units are offered as a choice, never invented. Example: an intake
with one row whose unit nobody has chosen cannot be confirmed, and the reason names how many are left.
"""

from dataclasses import dataclass
from enum import StrEnum

from bihuan.rules.life import Check, Offer, Refusal, Row, gates_of
from bihuan.rules.life import decide as decide_by
from bihuan.rules.life import offers as offers_by
from bihuan.rules.people import Role
from bihuan.say import Say, say


class Status(StrEnum):
    OPEN = "open"
    CONFIRMED = "confirmed"
    DISCARDED = "discarded"


class Move(StrEnum):
    EDIT = "edit"
    CONFIRM = "confirm"
    DISCARD = "discard"
    RESUME = "resume"


NAMES: dict[Status, Say] = {
    Status.OPEN: say("核对中"),
    Status.CONFIRMED: say("已录入"),
    Status.DISCARDED: say("已放弃"),
}
VERBS: dict[Move, Say] = {
    Move.EDIT: say("修改草稿"),
    Move.CONFIRM: say("确认录入"),
    Move.DISCARD: say("放弃这次导入"),
    Move.RESUME: say("恢复核对"),
}


@dataclass(frozen=True)
class Facts:
    """One intake and one person at one moment."""

    status: Status
    parts: frozenset[Role] = frozenset()
    note: str = ""
    rows: int = 1
    empty_rows: int = 0
    unknown_units: int = 0
    """Rows that name a unit which the organisation does not have."""


def _has_rows(f: Facts) -> Check:
    return Check(say("至少列有一个问题"), f.rows > 0)


def _no_empty(f: Facts) -> Check:
    return Check(say("每一行都写有问题内容"), f.empty_rows == 0)


def _units_known(f: Facts) -> Check:
    return Check(say("单位都已对上，或已清除"), f.unknown_units == 0)


OFFICE = frozenset({Role.OFFICE})
ROWS: tuple[Row[Status, Move, Facts], ...] = (
    Row(Move.EDIT, Status.OPEN, Status.OPEN, OFFICE),
    Row(Move.CONFIRM, Status.OPEN, Status.CONFIRMED, OFFICE, gates=(_has_rows, _no_empty, _units_known)),
    Row(Move.DISCARD, Status.OPEN, Status.DISCARDED, OFFICE),
    Row(Move.RESUME, Status.DISCARDED, Status.OPEN, OFFICE),
)


def decide(move: Move, facts: Facts) -> Status | Refusal:
    return decide_by(ROWS, move, facts.status, facts)


def offers(facts: Facts) -> tuple[Offer[Move], ...]:
    return offers_by(ROWS, facts.status, facts)


def checklist(facts: Facts) -> tuple[Check, ...]:
    """What confirming asks for, as the page before it shows."""
    return tuple(check for row in ROWS if row.move is Move.CONFIRM for check in gates_of(row, facts))

"""How does a unit's self-check sheet (自查表) live, from the first answer to the head's signature?

Source: the promise of truthfulness, signed by hand (R5 in trade.md §2.2), and 不粉饰、不掩丑、不回避 (§0, T7). Example:
a sheet with nine of ten points answered is not signed, nor one under which somebody typed another name than the own.
"""

from dataclasses import dataclass
from enum import StrEnum

from bihuan.rules.life import Check, Note, Offer, Refusal, Row, gates_of
from bihuan.rules.life import decide as decide_by
from bihuan.rules.life import offers as offers_by
from bihuan.rules.people import Role
from bihuan.say import Say, say


class Status(StrEnum):
    OPEN = "open"
    SIGNED = "signed"
    RETURNED = "returned"


class Move(StrEnum):
    ANSWER = "answer"
    SIGN = "sign"
    RETURN = "return"


NAMES: dict[Status, Say] = {
    Status.OPEN: say("填写中"),
    Status.SIGNED: say("已签字"),
    Status.RETURNED: say("已退回"),
}
VERBS: dict[Move, Say] = {Move.ANSWER: say("填写"), Move.SIGN: say("签字提交"), Move.RETURN: say("退回")}
PROMISE = say("以上自查情况客观真实，不粉饰、不掩丑、不回避，本人对其真实性负责。")
"""What the head signs."""


@dataclass(frozen=True)
class Facts:
    """One sheet and one person at one moment."""

    status: Status
    parts: frozenset[Role] = frozenset()
    note: str = ""
    points: int = 1
    answered: int = 1
    unexplained: int = 0
    """Answers that are not yes, and say nothing of what was found."""
    name: str = ""
    typed: str | None = None
    """The name under the promise; None before anybody was asked to sign."""


def _answered(f: Facts) -> Check:
    return Check(say("全部要点都已作答（{done} / {count}）", done=f.answered, count=f.points), f.answered >= f.points)


def _explained(f: Facts) -> Check:
    return Check(say("答“否”或“部分”的要点都写明了情况"), f.unexplained == 0)


def _named(f: Facts) -> Check:
    return Check(say("签名与您账户上的姓名一致"), f.typed is None or f.typed.strip() == f.name)


UNIT = frozenset({Role.HEAD, Role.HANDLER})
HEAD, OFFICE = frozenset({Role.HEAD}), frozenset({Role.OFFICE})
ROWS: tuple[Row[Status, Move, Facts], ...] = (
    Row(Move.ANSWER, Status.OPEN, Status.OPEN, UNIT),
    Row(Move.ANSWER, Status.RETURNED, Status.RETURNED, UNIT),
    Row(Move.SIGN, Status.OPEN, Status.SIGNED, HEAD, gates=(_answered, _explained, _named)),
    Row(Move.SIGN, Status.RETURNED, Status.SIGNED, HEAD, gates=(_answered, _explained, _named)),
    Row(Move.RETURN, Status.SIGNED, Status.RETURNED, OFFICE, Note.REQUIRED),
)


def decide(move: Move, facts: Facts, *, ask_note: bool = True) -> Status | Refusal:
    return decide_by(ROWS, move, facts.status, facts, ask_note=ask_note)


def offers(facts: Facts) -> tuple[Offer[Move], ...]:
    return offers_by(ROWS, facts.status, facts)


def checklist(facts: Facts) -> tuple[Check, ...]:
    """What the head's signature waits for; nothing once it is there."""
    row = next((r for r in ROWS if r.move is Move.SIGN and r.source is facts.status), None)
    return tuple(check for check in gates_of(row, facts) if check.text.text != _named(facts).text.text) if row else ()

"""How does a measure live, and what must stand behind it when it is called done?

Source: V3, “if the plan ticked a type, its number must be above zero and a file is required” (trade.md §2.3); a rule
counts only with meeting, approval and issue number, because rules are dated back (§5). Example: a measure of the kind
挽回损失 cannot be finished until the amount is above zero and proof is attached.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bihuan.rules.life import Check, Note, Offer, Refusal, Row
from bihuan.rules.life import decide as decide_by
from bihuan.rules.life import offers as offers_by
from bihuan.rules.people import Role
from bihuan.say import Say, say


class Status(StrEnum):
    OPEN = "open"
    DONE = "done"


class Move(StrEnum):
    FINISH = "finish"
    RESUME = "resume"


class Kind(StrEnum):
    RULE = "rule"
    LOSS = "loss"
    BLAME = "blame"
    EXTEND = "extend"
    CAMPAIGN = "campaign"


NAMES: dict[Status, Say] = {Status.OPEN: say("未完成"), Status.DONE: say("已完成")}
VERBS: dict[Move, Say] = {Move.FINISH: say("标记完成"), Move.RESUME: say("恢复为未完成")}
KINDS: dict[Kind, Say] = {
    Kind.RULE: say("建章立制"),
    Kind.LOSS: say("挽回损失"),
    Kind.BLAME: say("追责问责"),
    Kind.EXTEND: say("举一反三"),
    Kind.CAMPAIGN: say("专项整治"),
}
UNITS: dict[Kind, Say] = {
    Kind.RULE: say("项"),
    Kind.LOSS: say("万元"),
    Kind.BLAME: say("人"),
    Kind.EXTEND: say("项"),
    Kind.CAMPAIGN: say("项"),
}
LASTING = frozenset({Kind.RULE})
"""Kinds that make a lasting fix (长效机制)."""


@dataclass(frozen=True)
class Facts:
    """One measure and one person at one moment."""

    status: Status
    parts: frozenset[Role] = frozenset()
    note: str = ""
    finding_rectifying: bool = True
    proofs: int = 0
    numbers_missing: int = 0


def _rectifying(f: Facts) -> Check:
    return Check(say("问题处于整改中"), f.finding_rectifying)


def _proof(f: Facts) -> Check:
    return Check(say("至少有一份佐证材料"), f.proofs > 0)


def _numbers(f: Facts) -> Check:
    return Check(say("计数类措施已填写大于零的数量"), f.numbers_missing == 0)


UNIT = frozenset({Role.HEAD, Role.HANDLER})
ROWS: tuple[Row[Status, Move, Facts], ...] = (
    Row(Move.FINISH, Status.OPEN, Status.DONE, UNIT, Note.OPTIONAL, gates=(_rectifying, _proof, _numbers)),
    Row(Move.RESUME, Status.DONE, Status.OPEN, UNIT, Note.REQUIRED, gates=(_rectifying,)),
)


def decide(move: Move, facts: Facts, *, ask_note: bool = True) -> Status | Refusal:
    return decide_by(ROWS, move, facts.status, facts, ask_note=ask_note)


def offers(facts: Facts) -> tuple[Offer[Move], ...]:
    return offers_by(ROWS, facts.status, facts)


def numbers_missing(numbers: dict[Kind, Decimal | None]) -> int:
    """How many of the kinds that a measure carries still lack a number above zero."""
    return sum(number is None or number <= 0 for number in numbers.values())


def is_early(document_date: date, feedback_date: date | None) -> bool:
    """Whether proof is dated before the feedback it is to answer: flagged, and to be explained."""
    return feedback_date is not None and document_date < feedback_date


def rule_proof_complete(meeting: str, approval: str, issue_number: str) -> bool:
    """Proof of a new rule names the meeting that discussed it, who approved it, and its issue number."""
    return all(text.strip() for text in (meeting, approval, issue_number))

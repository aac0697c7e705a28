"""What may happen to a letter (督办文书), and whose turn is it? Drafted, approved, issued, signed for, answered.

Source: trade.md §3.3. Example: the office may issue what the leader has approved; a letter that the head has to sign
for in person is not signed for by a handler; what was issued is never changed, only recalled with a reason.
"""

from dataclasses import dataclass
from enum import StrEnum

from bihuan.rules.life import Check, Note, Offer, Refusal, Row
from bihuan.rules.life import decide as decide_by
from bihuan.rules.life import offers as offers_by
from bihuan.rules.people import Role
from bihuan.say import Say, say


class Status(StrEnum):
    DRAFT = "draft"
    PENDING = "pending"
    APPROVED = "approved"
    ISSUED = "issued"
    SIGNED = "signed"
    ANSWERED = "answered"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    RECALLED = "recalled"


class Move(StrEnum):
    SUBMIT = "submit"
    APPROVE = "approve"
    RETURN = "return"
    ISSUE = "issue"
    SIGN = "sign"
    ANSWER = "answer"
    CLOSE = "close"
    ASK_AGAIN = "ask_again"
    CANCEL = "cancel"
    RECALL = "recall"


NAMES: dict[Status, Say] = {
    Status.DRAFT: say("起草中"),
    Status.PENDING: say("待审批"),
    Status.APPROVED: say("待印发"),
    Status.ISSUED: say("待签收"),
    Status.SIGNED: say("已签收"),
    Status.ANSWERED: say("已答复"),
    Status.CLOSED: say("已办结"),
    Status.CANCELLED: say("已取消"),
    Status.RECALLED: say("已收回"),
}
VERBS: dict[Move, Say] = {
    Move.SUBMIT: say("提交审批"),
    Move.APPROVE: say("同意印发"),
    Move.RETURN: say("退回修改"),
    Move.ISSUE: say("编号印发"),
    Move.SIGN: say("签收"),
    Move.ANSWER: say("书面答复"),
    Move.CLOSE: say("办结"),
    Move.ASK_AGAIN: say("退回重新答复"),
    Move.CANCEL: say("取消"),
    Move.RECALL: say("收回"),
}

BEFORE_ISSUE = (Status.DRAFT, Status.PENDING, Status.APPROVED)
OUT = (Status.ISSUED, Status.SIGNED, Status.ANSWERED)
"""With the unit, and not over."""
UNANSWERED = (Status.ISSUED, Status.SIGNED)
SENT = frozenset({*OUT, Status.CLOSED})
"""What counts as a step taken; what was recalled does not."""
OVER = frozenset({Status.CLOSED, Status.CANCELLED, Status.RECALLED})
OFFICE = frozenset({Role.OFFICE})
UNIT = frozenset({Role.HEAD, Role.HANDLER})
REVIEWER = frozenset({Role.REVIEWER})
"""Whoever approves letters of this step; `parts` has it where this person does."""


@dataclass(frozen=True)
class Facts:
    """One letter and one person at one moment."""

    status: Status
    parts: frozenset[Role] = frozenset()
    note: str = ""
    drafted: bool = False
    """This person drafted it."""
    findings: int = 1
    has_text: bool = True
    skips: bool = False
    """A step of the ladder is left out …"""
    says_why: bool = False
    """… and it was written down why."""
    new_term: bool = False
    term_ahead: bool = False
    """The new final date is set, and lies after today."""
    in_person: bool = False
    wants_answer: bool = True


def _about(f: Facts) -> Check:
    return Check(say("文书写明针对哪些反馈问题"), f.findings > 0)


def _written(f: Facts) -> Check:
    return Check(say("正文已写好"), f.has_text)


def _ladder_kept(f: Facts) -> Check:
    return Check(say("越级使用的，已写明理由"), not f.skips or f.says_why)


def _term_set(f: Facts) -> Check:
    return Check(say("须定新时限的，新时限晚于今天"), not f.new_term or f.term_ahead)


def _not_own(f: Facts) -> Check:
    return Check(say("自己起草的文书不能由自己审批。"), not f.drafted, "who")


def _head_in_person(f: Facts) -> Check:
    return Check(say("这份文书须由单位负责人本人签收。"), not f.in_person or Role.HEAD in f.parts, "who")


def _wants_answer(f: Facts) -> bool:
    return f.wants_answer


def _wants_none(f: Facts) -> bool:
    return not f.wants_answer


READY = (_about, _written, _ladder_kept, _term_set)
ROWS: tuple[Row[Status, Move, Facts], ...] = (
    Row(Move.SUBMIT, Status.DRAFT, Status.PENDING, OFFICE, Note.OPTIONAL, gates=READY),
    Row(Move.APPROVE, Status.PENDING, Status.APPROVED, REVIEWER, Note.OPTIONAL, gates=(_not_own, _term_set)),
    Row(Move.RETURN, Status.PENDING, Status.DRAFT, REVIEWER, Note.REQUIRED),
    Row(Move.ISSUE, Status.APPROVED, Status.ISSUED, OFFICE, gates=(_term_set,)),
    Row(Move.SIGN, Status.ISSUED, Status.SIGNED, UNIT, gates=(_head_in_person,)),
    Row(Move.ANSWER, Status.SIGNED, Status.ANSWERED, UNIT, Note.REQUIRED, when=_wants_answer),
    Row(Move.CLOSE, Status.ANSWERED, Status.CLOSED, OFFICE, Note.OPTIONAL),
    Row(Move.CLOSE, Status.SIGNED, Status.CLOSED, OFFICE, Note.OPTIONAL, when=_wants_none),
    Row(Move.ASK_AGAIN, Status.ANSWERED, Status.SIGNED, OFFICE, Note.REQUIRED),
    *(Row(Move.CANCEL, source, Status.CANCELLED, OFFICE, Note.REQUIRED) for source in BEFORE_ISSUE),
    *(Row(Move.RECALL, source, Status.RECALLED, OFFICE, Note.REQUIRED) for source in OUT),
)


def decide(move: Move, facts: Facts, *, ask_note: bool = True) -> Status | Refusal:
    return decide_by(ROWS, move, facts.status, facts, ask_note=ask_note)


def offers(facts: Facts) -> tuple[Offer[Move], ...]:
    return offers_by(ROWS, facts.status, facts)


def turn(status: Status, approver: Role, *, wants_answer: bool) -> Role | None:
    """Who has the letter; the unit is its head, for whom the handlers may act."""
    if status is Status.PENDING:
        return approver
    if status is Status.ISSUED or (status is Status.SIGNED and wants_answer):
        return Role.HEAD
    return None if status in OVER else Role.OFFICE

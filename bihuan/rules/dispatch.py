"""How does a paper that goes out (发文) live, from the draft made of the record to the numbered copy that is given out?

Source: 拟稿、审核、签发、登记、分发 of 党政机关公文处理工作条例. Example: what the leader approved is what is
issued, byte for byte; whoever finds a mistake afterwards recalls it with a reason and issues another.
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
    SUBMITTED = "submitted"
    APPROVED = "approved"
    ISSUED = "issued"
    RECALLED = "recalled"
    DROPPED = "dropped"


class Move(StrEnum):
    SUBMIT = "submit"
    APPROVE = "approve"
    RETURN = "return"
    ISSUE = "issue"
    RECALL = "recall"
    DROP = "drop"


NAMES: dict[Status, Say] = {
    Status.DRAFT: say("拟稿"),
    Status.SUBMITTED: say("送审中"),
    Status.APPROVED: say("待印发"),
    Status.ISSUED: say("已印发"),
    Status.RECALLED: say("已收回"),
    Status.DROPPED: say("已作废"),
}
VERBS: dict[Move, Say] = {
    Move.SUBMIT: say("送审"),
    Move.APPROVE: say("同意"),
    Move.RETURN: say("退回修改"),
    Move.ISSUE: say("编号印发"),
    Move.RECALL: say("收回"),
    Move.DROP: say("作废"),
}


@dataclass(frozen=True)
class Facts:
    """One paper and one person at one moment."""

    status: Status
    parts: frozenset[Role] = frozenset()
    """A leader has a part in it only where a leader approves papers of this kind."""
    note: str = ""
    ready: bool = True
    """Its newest version has been made whole."""
    receivers: int = 1
    """How many units and people it goes to."""


def _ready(f: Facts) -> Check:
    return Check(say("最新一版已经生成"), f.ready)


def _addressed(f: Facts) -> Check:
    return Check(say("已列出发给哪些单位或人员"), f.receivers > 0)


OFFICE = frozenset({Role.OFFICE})
APPROVERS = frozenset({Role.LEADER, Role.FIRST})
SIGNERS = (Role.HEAD, Role.HANDLER)
"""Who signs for the copy of their unit."""
S, M = Status, Move
ROWS: tuple[Row[Status, Move, Facts], ...] = (
    Row(M.SUBMIT, S.DRAFT, S.SUBMITTED, OFFICE, Note.OPTIONAL, gates=(_ready,)),
    Row(M.APPROVE, S.SUBMITTED, S.APPROVED, APPROVERS, Note.OPTIONAL),
    Row(M.RETURN, S.SUBMITTED, S.DRAFT, APPROVERS, Note.REQUIRED),
    Row(M.RETURN, S.APPROVED, S.DRAFT, APPROVERS | OFFICE, Note.REQUIRED),
    Row(M.ISSUE, S.APPROVED, S.ISSUED, OFFICE, gates=(_addressed,)),
    Row(M.RECALL, S.ISSUED, S.RECALLED, OFFICE, Note.REQUIRED),
    *(Row(M.DROP, source, S.DROPPED, OFFICE, Note.REQUIRED) for source in (S.DRAFT, S.APPROVED)),
)
OUT = (Status.ISSUED, Status.RECALLED)
"""What the receivers see."""


def decide(move: Move, facts: Facts) -> Status | Refusal:
    return decide_by(ROWS, move, facts.status, facts)


def offers(facts: Facts) -> tuple[Offer[Move], ...]:
    return offers_by(ROWS, facts.status, facts)


def parts(roles: frozenset[Role], approver: Role) -> frozenset[Role]:
    """The roles that count for a paper that `approver` approves: where the first has to, a leader cannot."""
    return roles if approver is Role.LEADER else roles - {Role.LEADER}


def may_work(roles: frozenset[Role], status: Status) -> Refusal | None:
    """Whether another version may be made or put in now."""
    if Role.OFFICE not in roles:
        return Refusal("who", say("文稿由整改办拟制和修改。"))
    if status is not Status.DRAFT:
        return Refusal("when", say("文稿已不在拟稿状态，不能再换版本；要修改，请先退回。"))
    return None


def may_sign(*, receives: bool, status: Status, signed: bool) -> Refusal | None:
    """Whether this person may sign for a copy now."""
    if not receives:
        return Refusal("who", say("由收文单位的负责人或经办人签收。"))
    if status is not Status.ISSUED:
        return Refusal("when", say("这份文件已经收回，不需要签收。"))
    return Refusal("when", say("已经签收过了。")) if signed else None

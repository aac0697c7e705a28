"""How does a request of the inspection group live, from being taken down to the group's receipt? One table.

Source: “按时提供资料；决不允许推诿扯皮；不因我们的工作影响巡视进度” (the mobilisation speech, third point); trade.md
§2.4. Example: a unit objects once, the office decides within a working day; a second objection goes to the leader,
and what the leader decides is final.
"""

from dataclasses import dataclass
from enum import StrEnum

from bihuan.rules.life import Check, Note, Offer, Refusal, Row, gates_of
from bihuan.rules.life import decide as decide_by
from bihuan.rules.life import offers as offers_by
from bihuan.rules.people import Role
from bihuan.say import Say, say

OBJECTIONS_BEFORE_LEADER = 2
"""How often a request may bounce before the leader, not the office, says whose it is."""


class Kind(StrEnum):
    MATERIAL = "material"
    EXPLANATION = "explanation"
    ATTENDANCE = "attendance"
    FIX = "fix"
    PETITION = "petition"
    LOGISTICS = "logistics"
    OTHER = "other"


class Status(StrEnum):
    RECEIVED = "received"
    ASSIGNED = "assigned"
    OBJECTED = "objected"
    ACCEPTED = "accepted"
    PREPARED = "prepared"
    CHECKED = "checked"
    RELEASED = "released"
    HANDED_OVER = "handed_over"
    RECEIPTED = "receipted"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class Move(StrEnum):
    ASSIGN = "assign"
    ACCEPT = "accept"
    OBJECT = "object"
    SETTLE = "settle"
    SETTLE_FINALLY = "settle_finally"
    PREPARE = "prepare"
    SUBMIT = "submit"
    ANSWER = "answer"
    TAKE_BACK = "take_back"
    CHECK = "check"
    RETURN = "return"
    RELEASE = "release"
    HOLD_BACK = "hold_back"
    HAND_OVER = "hand_over"
    TAKE_BACK_HANDOVER = "take_back_handover"
    RECEIPT = "receipt"
    SEND_BACK = "send_back"
    CLOSE = "close"
    REASSIGN = "reassign"
    AMEND = "amend"
    WITHDRAW = "withdraw"
    REOPEN = "reopen"


class Party(StrEnum):
    """In whose hands the request is (球在谁手里)."""

    OFFICE = "office"
    UNIT = "unit"
    LEADER = "leader"
    GROUP = "group"


KINDS: dict[Kind, Say] = {
    Kind.MATERIAL: say("资料调阅"),
    Kind.EXPLANATION: say("情况说明"),
    Kind.ATTENDANCE: say("列席会议"),
    Kind.FIX: say("立行立改"),
    Kind.PETITION: say("信访转办"),
    Kind.LOGISTICS: say("服务保障"),
    Kind.OTHER: say("其他"),
}
DUE_WORKDAYS: dict[Kind, int] = {
    Kind.MATERIAL: 1,
    Kind.EXPLANATION: 2,
    Kind.ATTENDANCE: 1,
    Kind.FIX: 5,
    Kind.PETITION: 15,
    Kind.LOGISTICS: 0,
    Kind.OTHER: 1,
}
"""Working days until it is due, where the group named no time: a proposal that the office changes as it types."""
RELEASED_BY_LEADER = frozenset({Kind.EXPLANATION, Kind.FIX, Kind.PETITION})
"""Kinds that a leader releases before the hand-over; a request can say otherwise for itself."""

NAMES: dict[Status, Say] = {
    Status.RECEIVED: say("待分派"),
    Status.ASSIGNED: say("待签收"),
    Status.OBJECTED: say("有异议"),
    Status.ACCEPTED: say("准备中"),
    Status.PREPARED: say("待审核"),
    Status.CHECKED: say("待签发"),
    Status.RELEASED: say("待移交"),
    Status.HANDED_OVER: say("待回执"),
    Status.RECEIPTED: say("已回执"),
    Status.CLOSED: say("已办结"),
    Status.WITHDRAWN: say("已撤销"),
}
VERBS: dict[Move, Say] = {
    Move.ASSIGN: say("分派"),
    Move.ACCEPT: say("签收"),
    Move.OBJECT: say("提出异议"),
    Move.SETTLE: say("处理异议"),
    Move.SETTLE_FINALLY: say("裁定"),
    Move.PREPARE: say("准备材料"),
    Move.SUBMIT: say("交联络组审核"),
    Move.ANSWER: say("用已有材料答复"),
    Move.TAKE_BACK: say("取回修改"),
    Move.CHECK: say("审核通过"),
    Move.RETURN: say("退回补正"),
    Move.RELEASE: say("签发"),
    Move.HOLD_BACK: say("不予签发"),
    Move.HAND_OVER: say("移交"),
    Move.TAKE_BACK_HANDOVER: say("收回移交"),
    Move.RECEIPT: say("登记回执"),
    Move.SEND_BACK: say("巡视组退回"),
    Move.CLOSE: say("办结"),
    Move.REASSIGN: say("改派"),
    Move.AMEND: say("更正登记"),
    Move.WITHDRAW: say("撤销"),
    Move.REOPEN: say("重新办理"),
}
PARTIES: dict[Party, Say] = {
    Party.OFFICE: say("联络组"),
    Party.UNIT: say("承办单位"),
    Party.LEADER: say("责任领导"),
    Party.GROUP: say("巡视组"),
}


@dataclass(frozen=True)
class Facts:
    """All that the rules may know about one request and one person at one moment."""

    status: Status
    kind: Kind = Kind.MATERIAL
    parts: frozenset[Role] = frozenset()
    note: str = ""
    assigned: bool = True
    """A lead unit is named; there are never two. What was answered from what was there already may have none."""
    objections: int = 0
    settled_finally: bool = False
    needs_release: bool = False
    answered: bool = False
    """There is at least one material or a written answer of the present version."""
    early_originals: int = 0
    """Papers called originals although made after their own date: they are later explanations."""
    unlisted: int = 0
    """Materials of the answer that stand on no hand-over list of this request yet."""
    listed: int = 0
    """Materials of the answer that stand on one; a list that was cancelled holds nothing."""
    group_signed: bool = True
    """The name of who signed for the group is given, or nobody has been asked yet."""
    own_submission: bool = False
    """This person handed in the present version."""


def bounced_little(f: Facts) -> bool:
    return f.objections < OBJECTIONS_BEFORE_LEADER


def bounced_enough(f: Facts) -> bool:
    return not bounced_little(f)


def needs_release(f: Facts) -> bool:
    return f.needs_release


def needs_none(f: Facts) -> bool:
    return not f.needs_release


def stands_on_no_list(f: Facts) -> bool:
    """Nothing of it, or not all of it, is on a list: what was handed over by list comes back by cancelling the list."""
    return not f.listed or f.unlisted > 0


def has_unit(f: Facts) -> bool:
    return f.assigned


def has_no_unit(f: Facts) -> bool:
    return not f.assigned


def _may_still_object(f: Facts) -> Check:
    return Check(say("承办单位尚未裁定；已经裁定的不能再提异议"), not f.settled_finally)


def _may_reassign(f: Facts) -> Check:
    return Check(say("承办单位尚未裁定；已经裁定的不能改派"), not f.settled_finally)


def _answered(f: Facts) -> Check:
    return Check(say("至少附一件材料或写明答复"), f.answered)


def _originals(f: Facts) -> Check:
    return Check(say("事后制作的材料已注明是情况说明，不作原件提供"), f.early_originals == 0)


def _listed(f: Facts) -> Check:
    return Check(say("材料已列入交接清单"), f.unlisted == 0)


def _signed(f: Facts) -> Check:
    return Check(say("写明巡视组签收人"), f.group_signed)


def _not_own(f: Facts) -> Check:
    return Check(say("自己交来的材料不能由自己审核。"), not f.own_submission, "who")


OFFICE = frozenset({Role.OFFICE})
LEADER = frozenset({Role.LEADER})
FINAL = frozenset({Role.LEADER, Role.FIRST})
HEAD, UNIT = frozenset({Role.HEAD}), frozenset({Role.HEAD, Role.HANDLER})
HELPING = UNIT | frozenset({Role.SUPPORT})
READY = (_answered, _originals)
S, M = Status, Move
IN_WORK = (S.ASSIGNED, S.OBJECTED, S.ACCEPTED, S.PREPARED, S.CHECKED, S.RELEASED)
OPEN = (S.RECEIVED, *IN_WORK, S.HANDED_OVER, S.RECEIPTED)
BEFORE_HANDOVER = (S.RECEIVED, *IN_WORK)
"""Once something was given to the group, the request is closed and not withdrawn."""


def _back(move: Move, source: Status, who: frozenset[Role]) -> tuple[Row[Status, Move, Facts], ...]:
    """An answer goes back to the unit that gave it; to the office where it answered from what was there already."""
    return (
        Row(move, source, S.ACCEPTED, who, Note.REQUIRED, has_unit),
        Row(move, source, S.RECEIVED, who, Note.REQUIRED, has_no_unit),
    )


ROWS: tuple[Row[Status, Move, Facts], ...] = (
    Row(M.ASSIGN, S.RECEIVED, S.ASSIGNED, OFFICE, Note.OPTIONAL),
    Row(M.ANSWER, S.RECEIVED, S.RELEASED, OFFICE, Note.OPTIONAL, needs_none, READY),
    Row(M.ANSWER, S.RECEIVED, S.CHECKED, OFFICE, Note.OPTIONAL, needs_release, READY),
    Row(M.ACCEPT, S.ASSIGNED, S.ACCEPTED, UNIT, Note.OPTIONAL),
    Row(M.OBJECT, S.ASSIGNED, S.OBJECTED, HEAD, Note.REQUIRED, gates=(_may_still_object,)),
    Row(M.SETTLE, S.OBJECTED, S.ASSIGNED, OFFICE, Note.REQUIRED, bounced_little),
    Row(M.SETTLE_FINALLY, S.OBJECTED, S.ACCEPTED, FINAL, Note.REQUIRED, bounced_enough),
    Row(M.PREPARE, S.RECEIVED, S.RECEIVED, OFFICE),
    Row(M.PREPARE, S.ACCEPTED, S.ACCEPTED, HELPING),
    Row(M.SUBMIT, S.ACCEPTED, S.PREPARED, UNIT, Note.OPTIONAL, gates=READY),
    Row(M.TAKE_BACK, S.PREPARED, S.ACCEPTED, UNIT, Note.OPTIONAL),
    Row(M.CHECK, S.PREPARED, S.CHECKED, OFFICE, Note.OPTIONAL, needs_release, (_not_own,)),
    Row(M.CHECK, S.PREPARED, S.RELEASED, OFFICE, Note.OPTIONAL, needs_none, (_not_own,)),
    Row(M.RELEASE, S.CHECKED, S.RELEASED, LEADER, Note.OPTIONAL),
    *_back(M.HOLD_BACK, S.CHECKED, LEADER),
    Row(M.HAND_OVER, S.RELEASED, S.HANDED_OVER, OFFICE, Note.OPTIONAL, gates=(_listed,)),
    Row(M.RETURN, S.PREPARED, S.ACCEPTED, OFFICE, Note.REQUIRED),
    *_back(M.RETURN, S.RELEASED, OFFICE),
    Row(M.RECEIPT, S.HANDED_OVER, S.RECEIPTED, OFFICE, Note.OPTIONAL, gates=(_signed,)),
    Row(M.CLOSE, S.RECEIPTED, S.CLOSED, OFFICE, Note.OPTIONAL),
    *_back(M.SEND_BACK, S.HANDED_OVER, OFFICE),
    Row(M.TAKE_BACK_HANDOVER, S.HANDED_OVER, S.RELEASED, OFFICE, Note.REQUIRED, stands_on_no_list),
    *_back(M.SEND_BACK, S.RECEIPTED, OFFICE),
    *(
        Row(M.REASSIGN, source, S.ASSIGNED, OFFICE, Note.REQUIRED, gates=(_may_reassign,))
        for source in (S.ASSIGNED, S.ACCEPTED)
    ),
    *(Row(M.AMEND, source, source, OFFICE, Note.OPTIONAL) for source in OPEN),
    *(Row(M.WITHDRAW, source, S.WITHDRAWN, OFFICE, Note.REQUIRED) for source in BEFORE_HANDOVER),
    *_back(M.REOPEN, S.CLOSED, OFFICE),
    Row(M.REOPEN, S.WITHDRAWN, S.RECEIVED, OFFICE, Note.REQUIRED),
)

TURNS: dict[Status, Party | None] = {
    S.RECEIVED: Party.OFFICE,
    S.ASSIGNED: Party.UNIT,
    S.ACCEPTED: Party.UNIT,
    S.PREPARED: Party.OFFICE,
    S.CHECKED: Party.LEADER,
    S.RELEASED: Party.OFFICE,
    S.HANDED_OVER: Party.GROUP,
    S.RECEIPTED: Party.OFFICE,
    S.CLOSED: None,
    S.WITHDRAWN: None,
}


FORWARD = frozenset({
    M.ASSIGN, M.ANSWER, M.ACCEPT, M.SETTLE, M.SETTLE_FINALLY, M.SUBMIT, M.CHECK, M.RELEASE, M.HAND_OVER, M.RECEIPT,
    M.CLOSE,
})  # fmt: skip
"""The moves that carry a request on; a page offers one of them as its one next step, and none of the others."""
GOALS: dict[Status, Move] = {S.RECEIVED: Move.ANSWER, S.ACCEPTED: Move.SUBMIT, S.RELEASED: Move.HAND_OVER}
"""The move whose gates are shown as the checklist in each status."""


def decide(move: Move, facts: Facts) -> Status | Refusal:
    return decide_by(ROWS, move, facts.status, facts)


def offers(facts: Facts) -> tuple[Offer[Move], ...]:
    return offers_by(ROWS, facts.status, facts)


def turn(facts: Facts) -> Party | None:
    """Who has the ball; None once nobody has to do anything."""
    if facts.status is Status.OBJECTED:
        return Party.OFFICE if bounced_little(facts) else Party.LEADER
    return TURNS[facts.status]


def checklist(facts: Facts) -> tuple[Check, ...]:
    """What the next step asks for, as the page shows it before."""
    goal = GOALS.get(facts.status)
    rows = [r for r in ROWS if r.move is goal and r.source is facts.status and r.when(facts)]
    return gates_of(rows[0], facts) if rows else ()


def is_red(facts: Facts) -> bool:
    """Whether the office sees it red at once: it bounces, whatever its due time."""
    return facts.status is Status.OBJECTED

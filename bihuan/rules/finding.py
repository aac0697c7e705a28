"""How does a finding live, from the letter to the close-out? One table, read by the whole product.

Source: “主动认领、深刻剖析原因；马上能改的即知即改；复杂的建立台账，紧盯时限” (the mobilisation speech,
fourth point); close-out chain: trade.md §3.4. Example: a head claims, so *unclaimed* becomes *claimed*, or,
for an immediate fix, *rectifying* at once.
"""

from dataclasses import dataclass
from enum import StrEnum

from bihuan.rules.life import Check, Note, Offer, Refusal, Row, find_row
from bihuan.rules.life import decide as decide_by
from bihuan.rules.life import offers as offers_by
from bihuan.rules.people import Role
from bihuan.say import Say, say

DISPUTES_BEFORE_LEADER = 2
"""How often a finding may bounce before the leader, not the office, says whose it is."""


class Status(StrEnum):
    UNCLAIMED = "unclaimed"
    DISPUTED = "disputed"
    CLAIMED = "claimed"
    PLANNED = "planned"
    RECTIFYING = "rectifying"
    UNDER_REVIEW = "under_review"
    CLOSED = "closed"


class Move(StrEnum):
    ASSIGN = "assign"
    ADJUST = "adjust"
    CLAIM = "claim"
    DISPUTE = "dispute"
    SETTLE = "settle"
    SETTLE_FINALLY = "settle_finally"
    DRAFT_PLAN = "draft_plan"
    SUBMIT_PLAN = "submit_plan"
    WITHDRAW_PLAN = "withdraw_plan"
    APPROVE_PLAN = "approve_plan"
    RETURN_PLAN = "return_plan"
    WORK = "work"
    REPORT_PARTLY = "report_partly"
    CONFIRM_PARTLY = "confirm_partly"
    DECLINE_PARTLY = "decline_partly"
    APPLY = "apply"
    APPROVE = "approve"
    RETURN = "return"
    REOPEN = "reopen"
    TRANSFER = "transfer"


class Partly(StrEnum):
    """基本完成: reported by the unit, then confirmed by the office. Never counted as done."""

    NO = "no"
    REPORTED = "reported"
    CONFIRMED = "confirmed"


NAMES: dict[Status, Say] = {
    Status.UNCLAIMED: say("待认领"),
    Status.DISPUTED: say("有争议"),
    Status.CLAIMED: say("已认领"),
    Status.PLANNED: say("方案审核中"),
    Status.RECTIFYING: say("整改中"),
    Status.UNDER_REVIEW: say("销号审核中"),
    Status.CLOSED: say("已销号"),
}

VERBS: dict[Move, Say] = {
    Move.ASSIGN: say("分派"),
    Move.ADJUST: say("调整"),
    Move.CLAIM: say("认领"),
    Move.DISPUTE: say("提出异议"),
    Move.SETTLE: say("处理异议"),
    Move.SETTLE_FINALLY: say("裁定"),
    Move.DRAFT_PLAN: say("填写方案"),
    Move.SUBMIT_PLAN: say("提交方案"),
    Move.WITHDRAW_PLAN: say("撤回方案"),
    Move.APPROVE_PLAN: say("同意方案"),
    Move.RETURN_PLAN: say("退回方案"),
    Move.WORK: say("登记进展"),
    Move.REPORT_PARTLY: say("报基本完成"),
    Move.CONFIRM_PARTLY: say("确认基本完成"),
    Move.DECLINE_PARTLY: say("不认可基本完成"),
    Move.APPLY: say("申请销号"),
    Move.APPROVE: say("审核同意"),
    Move.RETURN: say("退回整改"),
    Move.REOPEN: say("重新整改"),
    Move.TRANSFER: say("改派"),
}


@dataclass(frozen=True)
class Facts:
    """All that the rules may know about one finding and one person at one moment."""

    status: Status
    parts: frozenset[Role] = frozenset()
    note: str = ""
    assigned: bool = True
    immediate: bool = False
    disputes: int = 0
    settled_finally: bool = False
    has_cause: bool = False
    has_goal: bool = False
    measures: int = 0
    measures_incomplete: int = 0
    """Measures that lack what, who, by when or the proof to come."""
    measures_open: int = 0
    measures_without_proof: int = 0
    early_proof_unexplained: int = 0
    """Proof dated before the feedback, with no explanation."""
    rule_proof_incomplete: int = 0
    """Proof of a new rule (制度) without meeting, approval and issue number."""
    numbers_missing: int = 0
    """Numbered kinds (挽回损失 …) whose number is not above zero."""
    partly: Partly = Partly.NO
    promise_signed: bool = True
    """The typed name under the promise of truthfulness is the applicant's own."""
    submitted_plan: bool = False
    """This person submitted the plan that is under review."""
    applied: bool = False
    """This person made the pending application."""
    approved_a_level: bool = False
    """This person approved another level of the pending application."""
    is_last_level: bool = True


def is_immediate(f: Facts) -> bool:
    return f.immediate


def has_levels_left(f: Facts) -> bool:
    return not f.is_last_level


def bounced_enough(f: Facts) -> bool:
    return f.disputes >= DISPUTES_BEFORE_LEADER


def bounced_enough_and_immediate(f: Facts) -> bool:
    return bounced_enough(f) and f.immediate


def bounced_little(f: Facts) -> bool:
    return not bounced_enough(f)


def partly_reported(f: Facts) -> bool:
    return f.partly is Partly.REPORTED


def partly_not_reported(f: Facts) -> bool:
    return f.partly is Partly.NO


def _assigned(f: Facts) -> Check:
    return Check(say("已分派牵头单位"), f.assigned)


def _may_still_dispute(f: Facts) -> Check:
    return Check(say("责任单位尚未裁定；已经裁定的不能再提异议"), not f.settled_finally)


def _cause(f: Facts) -> Check:
    return Check(say("写明原因剖析"), f.has_cause)


def _goal(f: Facts) -> Check:
    return Check(say("写明整改目标"), f.has_goal)


def _measures(f: Facts) -> Check:
    return Check(say("至少有一条整改措施"), f.measures > 0)


def _measures_complete(f: Facts) -> Check:
    text = say("每条措施写明做什么、谁来做、何时完成、留下什么佐证")
    return Check(text, f.measures > 0 and f.measures_incomplete == 0)


def _measures_done(f: Facts) -> Check:
    return Check(say("全部措施已完成"), f.measures > 0 and f.measures_open == 0)


def _proof(f: Facts) -> Check:
    return Check(say("每条措施都有佐证材料"), f.measures > 0 and f.measures_without_proof == 0)


def _early_proof(f: Facts) -> Check:
    return Check(say("早于反馈日期的佐证均已说明情况"), f.early_proof_unexplained == 0)


def _rule_proof(f: Facts) -> Check:
    return Check(say("制度类佐证写明研究会议、审批和文号"), f.rule_proof_incomplete == 0)


def _numbers(f: Facts) -> Check:
    return Check(say("计数类措施已填写大于零的数量"), f.numbers_missing == 0)


def _promise(f: Facts) -> Check:
    return Check(say("在真实性承诺下签署本人姓名"), f.promise_signed)


def _not_own_plan(f: Facts) -> Check:
    return Check(say("自己提交的方案不能由自己审核。"), not f.submitted_plan, "who")


def _not_own_application(f: Facts) -> Check:
    return Check(say("自己申请的销号不能由自己审核。"), not f.applied, "who")


def _one_level_each(f: Facts) -> Check:
    return Check(say("您已审核过其中一级，同一人不能审核两级。"), not f.approved_a_level, "who")


CLOSING = (_measures, _measures_done, _proof, _early_proof, _rule_proof, _numbers, _promise)
REVIEWING = (_not_own_application, _one_level_each)
FIRST, LEADER, OFFICE = frozenset({Role.FIRST}), frozenset({Role.LEADER}), frozenset({Role.OFFICE})
HEAD, REVIEWER = frozenset({Role.HEAD}), frozenset({Role.REVIEWER})
UNIT = frozenset({Role.HEAD, Role.HANDLER})
WATCHERS = frozenset({Role.OFFICE, Role.SUPERVISOR})
S, M = Status, Move

ROWS: tuple[Row[Status, Move, Facts], ...] = (
    Row(M.CLAIM, S.UNCLAIMED, S.RECTIFYING, HEAD, Note.OPTIONAL, is_immediate, (_assigned,)),
    Row(M.CLAIM, S.UNCLAIMED, S.CLAIMED, HEAD, Note.OPTIONAL, gates=(_assigned,)),
    Row(M.DISPUTE, S.UNCLAIMED, S.DISPUTED, HEAD, Note.REQUIRED, gates=(_assigned, _may_still_dispute)),
    Row(M.SETTLE, S.DISPUTED, S.UNCLAIMED, OFFICE, Note.REQUIRED, bounced_little),
    Row(M.SETTLE_FINALLY, S.DISPUTED, S.RECTIFYING, LEADER | FIRST, Note.REQUIRED,
        bounced_enough_and_immediate),
    Row(M.SETTLE_FINALLY, S.DISPUTED, S.CLAIMED, LEADER | FIRST, Note.REQUIRED, bounced_enough),
    Row(M.SUBMIT_PLAN, S.CLAIMED, S.PLANNED, HEAD, Note.OPTIONAL,
        gates=(_cause, _goal, _measures, _measures_complete)),
    Row(M.DRAFT_PLAN, S.CLAIMED, S.CLAIMED, UNIT),
    Row(M.DRAFT_PLAN, S.RECTIFYING, S.RECTIFYING, UNIT, when=is_immediate),
    Row(M.APPROVE_PLAN, S.PLANNED, S.RECTIFYING, LEADER, Note.OPTIONAL, gates=(_not_own_plan,)),
    Row(M.RETURN_PLAN, S.PLANNED, S.CLAIMED, LEADER, Note.REQUIRED, gates=(_not_own_plan,)),
    Row(M.WITHDRAW_PLAN, S.PLANNED, S.CLAIMED, HEAD, Note.OPTIONAL),
    Row(M.APPLY, S.RECTIFYING, S.UNDER_REVIEW, HEAD, Note.OPTIONAL, gates=CLOSING),
    Row(M.WORK, S.RECTIFYING, S.RECTIFYING, UNIT | frozenset({Role.SUPPORT})),
    Row(M.REPORT_PARTLY, S.RECTIFYING, S.RECTIFYING, HEAD, Note.REQUIRED, partly_not_reported, (_measures,)),
    Row(M.CONFIRM_PARTLY, S.RECTIFYING, S.RECTIFYING, OFFICE, Note.OPTIONAL, partly_reported),
    Row(M.DECLINE_PARTLY, S.RECTIFYING, S.RECTIFYING, OFFICE, Note.REQUIRED, partly_reported),
    Row(M.APPROVE, S.UNDER_REVIEW, S.UNDER_REVIEW, REVIEWER, Note.OPTIONAL, has_levels_left, REVIEWING),
    Row(M.APPROVE, S.UNDER_REVIEW, S.CLOSED, REVIEWER, Note.OPTIONAL, gates=REVIEWING),
    Row(M.RETURN, S.UNDER_REVIEW, S.RECTIFYING, REVIEWER, Note.REQUIRED, gates=(_not_own_application,)),
    Row(M.APPLY, S.UNDER_REVIEW, S.UNDER_REVIEW, HEAD, Note.OPTIONAL, gates=CLOSING),
    Row(M.REOPEN, S.CLOSED, S.RECTIFYING, WATCHERS, Note.REQUIRED),
    Row(M.TRANSFER, S.CLAIMED, S.UNCLAIMED, OFFICE, Note.REQUIRED),
    Row(M.TRANSFER, S.RECTIFYING, S.UNCLAIMED, OFFICE, Note.REQUIRED),
    Row(M.ASSIGN, S.UNCLAIMED, S.UNCLAIMED, OFFICE),
    *(Row(M.ADJUST, status, status, OFFICE) for status in (S.CLAIMED, S.PLANNED, S.RECTIFYING)),
)  # fmt: skip

TURN: dict[Status, Role | None] = {
    Status.UNCLAIMED: Role.HEAD,
    Status.DISPUTED: Role.OFFICE,
    Status.CLAIMED: Role.HEAD,
    Status.PLANNED: Role.LEADER,
    Status.RECTIFYING: Role.HEAD,
    Status.UNDER_REVIEW: Role.REVIEWER,
    Status.CLOSED: None,
}


def turn(facts: Facts) -> Role | None:
    """Whose turn it is (球在谁手里): the part that must move next, or nobody once it is closed."""
    if facts.status is Status.UNCLAIMED and not facts.assigned:
        return Role.OFFICE
    if facts.status is Status.DISPUTED and bounced_enough(facts):
        return Role.LEADER
    return TURN[facts.status]


def decide(move: Move, facts: Facts, *, ask_note: bool = True) -> Status | Refusal:
    """The status after `move`, or why not."""
    return decide_by(ROWS, move, facts.status, facts, ask_note=ask_note)


def offers(facts: Facts) -> tuple[Offer[Move], ...]:
    """What this person may do now, most important first, each with its reason where it is barred."""
    return offers_by(ROWS, facts.status, facts)


def checklist(move: Move, facts: Facts) -> tuple[Check, ...]:
    """The gates of `move` from the present status, met and unmet; empty where it does not start here.

    The promise is left out: it is signed in the form of the move itself.
    """
    row = find_row(ROWS, move, facts.status, facts)
    return tuple(gate(facts) for gate in row.gates if gate is not _promise) if row else ()

"""May a date be moved, and who decides? The unit asks with a reason before the date passes, others decide.

Source: 申请延期 → 同意 / 驳回, as rectification systems have it; the limits are stated defaults, for each office to
confirm. Example: 15 days more on a deadline are for the leader to grant, 16 for the first responsible. Days are counted
from the original deadline, so that two short extensions do not pass for less than they are.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bihuan.rules.finding import Status as FindingStatus
from bihuan.rules.life import Check, Note, Offer, Refusal, Row
from bihuan.rules.life import decide as decide_by
from bihuan.rules.life import offers as offers_by
from bihuan.rules.people import NAMES as ROLES
from bihuan.rules.people import Role
from bihuan.say import Say, say


class Status(StrEnum):
    ASKED = "asked"
    APPROVED = "approved"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class Move(StrEnum):
    APPROVE = "approve"
    REFUSE = "refuse"
    WITHDRAW = "withdraw"


NAMES: dict[Status, Say] = {
    Status.ASKED: say("延期待审批"),
    Status.APPROVED: say("已同意延期"),
    Status.REFUSED: say("未同意延期"),
    Status.WITHDRAWN: say("已撤回延期申请"),
}
VERBS: dict[Move, Say] = {
    Move.APPROVE: say("同意延期"),
    Move.REFUSE: say("不同意延期"),
    Move.WITHDRAW: say("撤回延期申请"),
}


@dataclass(frozen=True)
class Limits:
    """How often and how far a date may move, and up to how many days the leader decides; data of the rule set."""

    most: int = 2
    most_days: int = 90
    leader_days: int = 15


DEFAULT = Limits()
ASKING = frozenset({FindingStatus.CLAIMED, FindingStatus.PLANNED, FindingStatus.RECTIFYING})
"""Where a finding must stand for its deadline to be asked about."""
RUNNING = ASKING | {FindingStatus.UNDER_REVIEW}
"""Where an asking can still be granted."""
UNIT = frozenset({Role.HEAD, Role.HANDLER})
DECIDERS = frozenset({Role.LEADER, Role.FIRST})


def level(days: int, limits: Limits = DEFAULT) -> Role:
    """Who decides on a date that lies so many days after the original one."""
    return Role.LEADER if days <= limits.leader_days else Role.FIRST


# --- asking -----------------------------------------------------------------


@dataclass(frozen=True)
class Asking:
    """One finding or measure and one person who might ask for more time."""

    parts: frozenset[Role]
    today: date
    open: bool
    original: date | None
    due: date | None
    """The date that holds at present."""
    granted: int = 0
    pending: bool = False


def bar(asking: Asking, limits: Limits = DEFAULT) -> Refusal | None:
    """Why no extension can be asked for at all now, before a date or a reason was typed."""
    if not asking.parts & UNIT:
        return Refusal("who", say("延期由牵头单位申请。"))
    if not asking.open:
        return Refusal("when", say("只有正在整改、尚未完成的才能申请延期。"))
    if asking.pending:
        return Refusal("when", say("已有一份延期申请在等候审批，请等审批或先撤回。"))
    if asking.due is None:
        return Refusal("what", say("还没有定时限，不用延期。"))
    if asking.today > asking.due:
        return Refusal("when", say("时限 {due} 已过，延期须在到期前申请。", due=asking.due.isoformat()))
    if not limits.most:
        return Refusal("when", say("本轮的规则不允许延期。"))
    if asking.granted >= limits.most:
        return Refusal("when", say("已经延期 {count} 次，不能再延。", count=asking.granted))
    return None


def ask(asking: Asking, wanted: date, reason: str, limits: Limits = DEFAULT) -> Role | Refusal:
    """Who is to decide on the wanted date, or why it cannot be asked for."""
    if refusal := bar(asking, limits):
        return refusal
    original, due = asking.original, asking.due
    if original is None or due is None or wanted <= due:
        return Refusal("what", say("新时限须晚于现在的时限 {due}。", due=due.isoformat() if due else ""))
    days = (wanted - original).days
    if days > limits.most_days:
        said = say("比原时限 {original} 晚了 {days} 天，延期总共不超过 {most} 天。",
                   original=original.isoformat(), days=days, most=limits.most_days)  # fmt: skip
        return Refusal("what", said)
    if not reason.strip():
        return Refusal("what", say("请写明延期理由。"))
    return level(days, limits)


# --- deciding ---------------------------------------------------------------


@dataclass(frozen=True)
class Facts:
    """One asking and one person at one moment."""

    status: Status
    parts: frozenset[Role] = frozenset()
    note: str = ""
    level: Role = Role.LEADER
    """Who decides, as it stood when it was asked for."""
    asked: bool = False
    """This person asked for it."""
    running: bool = True
    """What is to be extended still goes on."""
    ahead: bool = True
    """The wanted date has not passed."""


def _not_own(f: Facts) -> Check:
    return Check(say("自己申请的延期不能由自己审批。"), not f.asked, "who")


def _not_of_the_unit(f: Facts) -> Check:
    return Check(say("本单位申请的延期不能由本单位的人审批。"), not f.parts & UNIT, "who")


def _high_enough(f: Facts) -> Check:
    return Check(say("延期时间较长，由{who}审批。", who=ROLES[f.level]), bool({f.level, Role.FIRST} & f.parts), "who")


def _running(f: Facts) -> Check:
    return Check(say("问题或措施仍在整改"), f.running)


def _ahead(f: Facts) -> Check:
    return Check(say("申请的新时限还没有过"), f.ahead)


JUDGING = (_not_own, _not_of_the_unit, _high_enough)
ROWS: tuple[Row[Status, Move, Facts], ...] = (
    Row(Move.APPROVE, Status.ASKED, Status.APPROVED, DECIDERS, Note.OPTIONAL, gates=(*JUDGING, _running, _ahead)),
    Row(Move.REFUSE, Status.ASKED, Status.REFUSED, DECIDERS, Note.REQUIRED, gates=JUDGING),
    Row(Move.WITHDRAW, Status.ASKED, Status.WITHDRAWN, UNIT, Note.OPTIONAL),
)


def decide(move: Move, facts: Facts, *, ask_note: bool = True) -> Status | Refusal:
    return decide_by(ROWS, move, facts.status, facts, ask_note=ask_note)


def offers(facts: Facts) -> tuple[Offer[Move], ...]:
    return offers_by(ROWS, facts.status, facts)

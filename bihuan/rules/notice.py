"""What may stand in a public notice, and what may be kept out of it, on which ground and with whose consent?

Source: trade.md §2.5: two audiences, five grounds that need an explanation and the consent of the leading group; §3.1:
public wording is a mapping. Example: 已销号 is said 已完成, 整改完成 or 完成整改, and stays 已销号 in the ledger.
"""

from dataclasses import dataclass
from enum import StrEnum

from bihuan.rules.finding import Partly
from bihuan.rules.finding import Status as FindingStatus
from bihuan.rules.life import Check, Note, Offer, Refusal, Row
from bihuan.rules.life import decide as decide_by
from bihuan.rules.life import offers as offers_by
from bihuan.rules.people import Role
from bihuan.say import Say, say


class Audience(StrEnum):
    PARTY = "party"
    SOCIETY = "society"


AUDIENCES: dict[Audience, Say] = {Audience.PARTY: say("党内通报"), Audience.SOCIETY: say("社会公开")}


class Ground(StrEnum):
    SECRECY = "secrecy"
    CASE = "case"
    OPINION = "opinion"
    STABILITY = "stability"
    SENSITIVE = "sensitive"


GROUNDS: dict[Ground, Say] = {
    Ground.SECRECY: say("涉及党和国家秘密"),
    Ground.CASE: say("涉及正在初核或未公布的在办案件"),
    Ground.OPINION: say("可能引起大的负面炒作"),
    Ground.STABILITY: say("可能引发大规模上访或群体性事件"),
    Ground.SENSITIVE: say("涉及重大敏感事项"),
}


class Part(StrEnum):
    """What is kept out: the finding with everything about it, or what was done about it."""

    WHOLE = "whole"
    RESULT = "result"


PARTS: dict[Part, Say] = {Part.WHOLE: say("问题和整改情况"), Part.RESULT: say("只是整改情况")}


# --- the wording of completion ----------------------------------------------


class Public(StrEnum):
    """How far a finding is, as the public is told."""

    DONE = "done"
    PARTLY = "partly"
    OPEN = "open"


WORDINGS: dict[str, dict[Public, Say]] = {
    "plain": {Public.DONE: say("已完成"), Public.PARTLY: say("基本完成"), Public.OPEN: say("未完成")},
    "stages": {Public.DONE: say("整改完成"), Public.PARTLY: say("阶段性完成"), Public.OPEN: say("正在整改")},
    "lasting": {Public.DONE: say("完成整改"), Public.PARTLY: say("取得阶段性成果"), Public.OPEN: say("持续整改中")},
}
"""The sets of words that published notices use. Each can be read back to the same state."""
PLAIN = "plain"


def public_state(status: FindingStatus, partly: Partly) -> Public:
    """Only what was closed is done; only what the office has confirmed is partly done."""
    if status is FindingStatus.CLOSED:
        return Public.DONE
    return Public.PARTLY if partly is Partly.CONFIRMED else Public.OPEN


# --- keeping something out ---------------------------------------------------


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
    Status.ASKED: say("拟不公开，待审批"),
    Status.APPROVED: say("已同意不公开"),
    Status.REFUSED: say("未同意不公开"),
    Status.WITHDRAWN: say("已撤回不公开申请"),
}
VERBS: dict[Move, Say] = {
    Move.APPROVE: say("同意不公开"),
    Move.REFUSE: say("不同意，照常公开"),
    Move.WITHDRAW: say("撤回，照常公开"),
}


@dataclass(frozen=True)
class Facts:
    """One withholding and one person at one moment."""

    status: Status
    parts: frozenset[Role] = frozenset()
    note: str = ""
    asked: bool = False
    """This person asked for it."""


def _not_own(f: Facts) -> Check:
    return Check(say("自己提出的不公开不能由自己审批。"), not f.asked, "who")


FIRST, OFFICE = frozenset({Role.FIRST}), frozenset({Role.OFFICE})
ROWS: tuple[Row[Status, Move, Facts], ...] = (
    Row(Move.APPROVE, Status.ASKED, Status.APPROVED, FIRST, Note.REQUIRED, gates=(_not_own,)),
    Row(Move.REFUSE, Status.ASKED, Status.REFUSED, FIRST, Note.REQUIRED, gates=(_not_own,)),
    Row(Move.WITHDRAW, Status.ASKED, Status.WITHDRAWN, OFFICE, Note.OPTIONAL),
    Row(Move.WITHDRAW, Status.APPROVED, Status.WITHDRAWN, OFFICE, Note.REQUIRED),
)
"""The approval names the meeting of the leading group at which it was agreed; that is why it takes a note."""


def decide(move: Move, facts: Facts, *, ask_note: bool = True) -> Status | Refusal:
    return decide_by(ROWS, move, facts.status, facts, ask_note=ask_note)


def offers(facts: Facts) -> tuple[Offer[Move], ...]:
    return offers_by(ROWS, facts.status, facts)


def ask(parts: frozenset[Role], ground: str, reason: str, *, pending: bool) -> Refusal | None:
    """Whether something may be proposed to be kept out."""
    if Role.OFFICE not in parts:
        return Refusal("who", say("是否公开由整改办提出。"))
    if pending:
        return Refusal("when", say("这一条已提出不公开，请先撤回再改。"))
    if ground not in list(Ground):
        return Refusal("what", say("请选择不公开的情形，只有五种情形可以不公开。"))
    return None if reason.strip() else Refusal("what", say("请写明不公开的理由。"))


# --- release -----------------------------------------------------------------


@dataclass(frozen=True)
class Release:
    """What is known of a notice that somebody wants to note down as published."""

    parts: frozenset[Role]
    issued: bool
    """The notice itself was approved and issued."""
    pending: int = 0
    """Withholdings that nobody has decided on."""
    numbers: int = 0
    """Personal numbers that still stand in it."""
    others: int = 0
    """Names and amounts that stand in it."""
    looked_at: bool = False
    """The names and amounts were looked at one by one."""


def release(facts: Release) -> Refusal | None:
    """Whether the notice may be noted down as published, or what is missing."""
    if Role.OFFICE not in facts.parts:
        return Refusal("who", say("公开情况由整改办登记。"))
    not_looked_at = facts.others > 0 and not facts.looked_at
    wanting = (
        (not facts.issued, say("公开稿还没有经主要负责人审核并印发。")),
        (facts.pending > 0, say("还有 {count} 条不公开申请没有审批。", count=facts.pending)),
        (facts.numbers > 0, say("还有 {count} 处身份证号、电话或银行卡号，请先改写。", count=facts.numbers)),
        (not_looked_at, say("有 {count} 处姓名或金额，请逐处核对后勾选。", count=facts.others)),
    )
    missing = tuple(words for lacks, words in wanting if lacks)
    return Refusal("what", say("还差 {count} 项条件。", count=len(missing)), missing) if missing else None

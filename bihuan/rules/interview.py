"""How does an individual interview (个别谈话) live: planned, told, confirmed, over? Times and rooms alone.

Source: trade.md §1.3, prohibition 1, and §2.4. No move takes a reason: why somebody came late or did not come is
nobody's business here, and a field for it would be filled with what was said. Example: an interview that was moved
after the person had been told cannot be confirmed before it has been told again.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bihuan.rules.life import Check, Offer, Refusal, Row
from bihuan.rules.life import decide as decide_by
from bihuan.rules.life import offers as offers_by
from bihuan.rules.people import WHOLE_ORGANISATION, Role
from bihuan.say import Say, say

LENGTH = timedelta(minutes=45)
"""How long an interview is when nobody says otherwise. Our default, not a rule of anybody."""
BUFFER = timedelta(minutes=15)
"""Between two interviews in a room or with a person: nobody meets anybody at the door. Our default."""
ERASED_AFTER = timedelta(days=30)
"""How long after the group has left the names are kept. Our default (trade.md §1.3: a purge after the round)."""
STEP = timedelta(minutes=15)
"""By how much a key moves an interview."""
SHORTEST, LONGEST = timedelta(minutes=10), timedelta(hours=4)


class Status(StrEnum):
    PLANNED = "planned"
    NOTIFIED = "notified"
    CONFIRMED = "confirmed"
    DONE = "done"
    CANCELLED = "cancelled"


class Move(StrEnum):
    NOTIFY = "notify"
    CONFIRM = "confirm"
    FINISH = "finish"
    CANCEL = "cancel"
    RESUME = "resume"


NAMES: dict[Status, Say] = {
    Status.PLANNED: say("已排定"),
    Status.NOTIFIED: say("已通知"),
    Status.CONFIRMED: say("已确认到场"),
    Status.DONE: say("已结束"),
    Status.CANCELLED: say("已取消"),
}
VERBS: dict[Move, Say] = {
    Move.NOTIFY: say("标记已通知"),
    Move.CONFIRM: say("确认到场"),
    Move.FINISH: say("标记已结束"),
    Move.CANCEL: say("取消这场谈话"),
    Move.RESUME: say("恢复安排"),
}


@dataclass(frozen=True)
class Facts:
    """One interview and one person at one moment."""

    status: Status
    parts: frozenset[Role] = frozenset()
    note: str = ""
    has_notifier: bool = True
    told_now: bool = True
    """Whether the time and the room that the person was told are those that hold now."""
    begun: bool = True
    free: bool = True
    """Whether nothing else stands in its time and room."""


def told_before(f: Facts) -> bool:
    """Told, but of a time or room that no longer holds."""
    return not f.told_now


def _notifier(f: Facts) -> Check:
    return Check(say("已定由谁通知"), f.has_notifier)


def _told(f: Facts) -> Check:
    return Check(say("改动后的时间和房间已重新通知"), f.told_now)


def _begun(f: Facts) -> Check:
    return Check(say("已到开始时间"), f.begun)


def _free(f: Facts) -> Check:
    return Check(say("原来的时间和房间仍空着，且没有过去"), f.free)


BY = frozenset({Role.ARRANGER})
ROWS: tuple[Row[Status, Move, Facts], ...] = (
    Row(Move.NOTIFY, Status.PLANNED, Status.NOTIFIED, BY, gates=(_notifier,)),
    Row(Move.NOTIFY, Status.NOTIFIED, Status.NOTIFIED, BY, when=told_before, gates=(_notifier,)),
    Row(Move.NOTIFY, Status.CONFIRMED, Status.NOTIFIED, BY, when=told_before, gates=(_notifier,)),
    Row(Move.CONFIRM, Status.NOTIFIED, Status.CONFIRMED, BY, gates=(_told,)),
    Row(Move.FINISH, Status.PLANNED, Status.DONE, BY, gates=(_begun,)),
    Row(Move.FINISH, Status.NOTIFIED, Status.DONE, BY, gates=(_begun,)),
    Row(Move.FINISH, Status.CONFIRMED, Status.DONE, BY, gates=(_begun,)),
    Row(Move.CANCEL, Status.PLANNED, Status.CANCELLED, BY),
    Row(Move.CANCEL, Status.NOTIFIED, Status.CANCELLED, BY),
    Row(Move.CANCEL, Status.CONFIRMED, Status.CANCELLED, BY),
    Row(Move.RESUME, Status.CANCELLED, Status.PLANNED, BY, gates=(_free,)),
    Row(Move.RESUME, Status.DONE, Status.PLANNED, BY),
)
MOVABLE = frozenset({Status.PLANNED, Status.NOTIFIED, Status.CONFIRMED})
"""Where time, room and person may still be changed."""


def decide(move: Move, facts: Facts, *, ask_note: bool = True) -> Status | Refusal:
    return decide_by(ROWS, move, facts.status, facts, ask_note=ask_note)


def offers(facts: Facts) -> tuple[Offer[Move], ...]:
    return offers_by(ROWS, facts.status, facts)


def movable(status: Status) -> Refusal | None:
    if status in MOVABLE:
        return None
    return Refusal("when", say("{status}的谈话不能再改，请先恢复安排。", status=NAMES[status]))


def bad_slot(start: datetime, end: datetime, now: datetime) -> Refusal | None:
    """Why a time cannot be planned, whatever else is in it. `start` is local, for the sentence shows it."""
    if start < now:
        return Refusal("what", say("{time} 已经过去，请选以后的时间。", time=f"{start:%Y-%m-%d %H:%M}"))
    if not SHORTEST <= end - start <= LONGEST:
        return Refusal("what", say("一场谈话应在 10 分钟到 4 小时之间，请改正时长。"))
    if end.date() != start.date():
        return Refusal("what", say("谈话不能跨过零点，请改正时间。"))
    return None


def unfit(roles: Iterable[Role]) -> Refusal | None:
    """Why somebody may not arrange interviews: the one who leads or supervises must not know who is interviewed."""
    roles = frozenset(roles)
    if roles & ((WHOLE_ORGANISATION | {Role.LEADER}) - {Role.OFFICE}):
        return Refusal("what", say("第一责任人、责任领导和监督人员不能担任谈话安排人，请另选一人。"))
    if not roles & {Role.OFFICE, Role.HANDLER}:
        return Refusal("what", say("谈话安排人须是联络组工作人员或经办人，请另选一人。"))
    return None


def erase_on(leaving: date | None) -> date | None:
    """The day from which the names of a round are gone."""
    return leaving + ERASED_AFTER if leaving else None


def is_over(leaving: date | None, today: date) -> bool:
    """Whether the names of a round are to be erased, and no new ones may be written."""
    day = erase_on(leaving)
    return day is not None and today >= day

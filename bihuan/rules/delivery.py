"""How far has a unit come with a text that was passed down (传达), and which meeting about it can be right?

Source: trade.md §1.1, Art. 32: the speeches and the feedback go to the next level, received, read and studied. Example:
a meeting on a day before the text was sent was not about this text.
"""

from datetime import date
from enum import StrEnum

from bihuan.rules.life import Refusal
from bihuan.say import Say, say


class Stage(StrEnum):
    SENT = "sent"
    RECEIVED = "received"
    READ = "read"
    MET = "met"


NAMES: dict[Stage, Say] = {
    Stage.SENT: say("未签收"),
    Stage.RECEIVED: say("已签收"),
    Stage.READ: say("已阅读"),
    Stage.MET: say("已开会传达"),
}
VERBS: dict[Stage, Say] = {
    Stage.RECEIVED: say("签收"),
    Stage.READ: say("登记已阅读"),
    Stage.MET: say("登记传达会议"),
}


def stage(*, received: bool, read: bool, met: bool) -> Stage:
    """The furthest that was reached: who has met about a text has also read it."""
    return Stage.MET if met else Stage.READ if read else Stage.RECEIVED if received else Stage.SENT


def gone(ref: str, *, withdrawn: bool) -> Refusal | None:
    """Why nothing can be done with a text any more."""
    return Refusal("when", say("{ref} 已经撤回，不用再办理。", ref=ref)) if withdrawn else None


def bad_meeting(on: date | None, attended: int | None, *, sent_on: date, today: date) -> Refusal | None:
    """Why this meeting cannot have been held about a text sent on that day."""
    if on is None or not attended or attended < 1:
        return Refusal("what", say("请填写会议日期和参会人数。"))
    if on < sent_on:
        return Refusal(
            "what",
            say("会议日期 {day} 早于下发日期 {sent}，请改正。", day=on.isoformat(), sent=sent_on.isoformat()),
        )
    if on > today:
        return Refusal("what", say("会议日期 {day} 还没有到，开过会后再登记。", day=on.isoformat()))
    return None

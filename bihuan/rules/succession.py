"""May what one person has in hand go to another, and may somebody leave with things open? 责任交接.

Source: 离任交接 as offices do it: the one who leaves and the one who takes over both sign. Example: 赵启 handles two
findings; 吴敏 takes both over in one step, and both names stand under it.
"""

from dataclasses import dataclass

from bihuan.rules.life import Refusal
from bihuan.say import Say, say


@dataclass(frozen=True)
class Facts:
    """One hand-over between two people, with the names typed under it."""

    open: int
    """How many open things name the person who hands over."""
    leaver: str
    successor: str
    same: bool = False
    able: bool = True
    """Whether the successor's account is in use and holds a post."""
    signed_leaver: str = ""
    signed_successor: str = ""


def hand_on(facts: Facts) -> Refusal | None:
    """Why it may not be handed on, or None."""
    if facts.same:
        return Refusal("what", say("不能交给本人，请另选接收人。"))
    if not facts.able:
        return Refusal("what", say("{name}的账户已停用或没有岗位，请先设置岗位或另选接收人。", name=facts.successor))
    if not facts.open:
        return Refusal("when", say("{name}名下没有未办结的事项，不用交接。", name=facts.leaver))
    signed = ((facts.signed_leaver, facts.leaver), (facts.signed_successor, facts.successor))
    if any(typed.strip() != name for typed, name in signed):
        return Refusal("what", say("请由交出人{leaver}和接收人{successor}分别签署本人姓名。",
                                   leaver=facts.leaver, successor=facts.successor))  # fmt: skip
    return None


def leave(name: str, open_things: int, note: str) -> Refusal | None:
    """Nobody loses a post or an account with things open without it being said: a reason is written down."""
    return Refusal("what", left_open(name, open_things)) if open_things and not note.strip() else None


def left_open(name: str, open_things: int) -> Say:
    return say("{name}名下还有 {count} 件没有办结，请先办理责任交接；确需先办的，请写明理由。",
               name=name, count=open_things)  # fmt: skip

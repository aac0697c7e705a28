"""Who may make the archive (归档包) of a round? The office that keeps the record, and the supervisor who checks it.

Source: 立卷归档 at the end of a rectification (trade.md §2.2). It holds everything of the round and the whole trail, so
nobody else may have one, and none is made with a part left out. A round need not be finished: the archive says so.
"""

from bihuan.rules.life import Refusal
from bihuan.rules.people import Role
from bihuan.say import say

MAKERS = frozenset({Role.OFFICE, Role.SUPERVISOR})


def may_archive(roles: frozenset[Role]) -> Refusal | None:
    """Whether this person may have one at all."""
    if roles & MAKERS:
        return None
    return Refusal("who", say("归档包由整改办或监督人员制作。"))


def may_begin(roles: frozenset[Role], *, at_work: bool) -> Refusal | None:
    """Whether one may be begun now; `at_work`: another of the same round is being made."""
    if refusal := may_archive(roles):
        return refusal
    return Refusal("when", say("这一轮的归档包正在制作，请等它完成或先取消。")) if at_work else None

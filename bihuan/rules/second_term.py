"""May a new final date be ordered (限期二次整改)? By the office, after the old one was missed or a talk was held.

Source: trade.md §3.3. It is no extension that a unit asked for: it does not count among those, and the original date
stays. Example: a finding due on 31 May may be ordered to be done by 20 July, and not by 20 May.
"""

from dataclasses import dataclass
from datetime import date

from bihuan.rules.finding import Status
from bihuan.rules.life import Refusal
from bihuan.rules.people import Role
from bihuan.say import say

RUNNING = frozenset({Status.CLAIMED, Status.PLANNED, Status.RECTIFYING, Status.UNDER_REVIEW})


@dataclass(frozen=True)
class Ordering:
    """One finding and one person who orders."""

    ref: str
    parts: frozenset[Role]
    status: Status
    due: date | None
    """The date that holds at present."""
    today: date
    pending: bool = False
    """An extension that the unit asked for waits for its decision."""


def order(asked: Ordering, until: date, reason: str) -> Refusal | None:
    """Why the new date cannot be ordered; nothing where it can."""
    ref = asked.ref
    if Role.OFFICE not in asked.parts:
        return Refusal("who", say("新时限由整改办登记。"))
    if asked.status not in RUNNING:
        return Refusal("when", say("{ref} 不在整改中，不能另定时限。", ref=ref))
    if asked.pending:
        return Refusal("when", say("{ref} 有一份延期申请在等候审批，请先审批再另定时限。", ref=ref))
    if asked.due is None:
        return Refusal("what", say("{ref} 还没有定时限，请先在台账中定下时限。", ref=ref))
    if until <= asked.due or until <= asked.today:
        said = say("{ref} 现在的时限是 {due}，新时限须晚于它，也须晚于今天。", ref=ref, due=asked.due.isoformat())
        return Refusal("what", said)
    if not reason.strip():
        return Refusal("what", say("请写明另定时限的依据。"))
    return None

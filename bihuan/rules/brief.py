"""What does the day's brief (联络日报) call at risk? What nobody has handed in yet although its time is nearly over.

Source: “资料专班倒排” (trade.md §5): work is planned back from the due time. Example: a request that is still being
prepared at 14:30 and due at 17:30 is at risk; once it was handed in to the office it is not.
"""

from datetime import datetime

from bihuan.rules.request import Status
from bihuan.rules.workdays import Calendar, working_seconds
from bihuan.say import Say, say

RISK_HOURS = 4
"""Working hours before the due time from which on a request is at risk. Our default."""
UNREADY = frozenset({Status.RECEIVED, Status.ASSIGNED, Status.OBJECTED, Status.ACCEPTED})
"""Nothing has been handed in to the office yet."""
COUNTED: dict[str, Say] = {
    "came_in": say("今日登记"),
    "handed_over": say("今日移交"),
    "late": say("已逾期"),
    "at_risk": say("即将到期未备好"),
}
"""The four figures of a brief, in the order of the page."""


def is_at_risk(status: Status, due: datetime, now: datetime, calendar: Calendar) -> bool:
    """Both moments in local time. What is late already is no longer at risk."""
    return status in UNREADY and now <= due and working_seconds(now, due, calendar) <= RISK_HOURS * 3600

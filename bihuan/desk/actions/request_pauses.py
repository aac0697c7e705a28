"""Does the clock of a request stand still while the group has it? What that moves when the group sends it back."""

from datetime import datetime

from django.utils import timezone

from bihuan.desk.models import DueChange, Request
from bihuan.people.viewer import Viewer
from bihuan.rounds.queries import calendar_of, ruleset_of
from bihuan.rules.pauses import pause
from bihuan.rules.request import Party
from bihuan.say import say


def move_on(row: Request, *, by: Viewer, at: datetime) -> None:
    """From the hand-over until now, receipted or not. What had come late stays late; the first time is kept."""
    handed = row.handoffs.filter(to_party=Party.GROUP.value).last()
    if handed is None or handed.at > row.due or not ruleset_of(row.round).pauses.with_group:
        return
    due, start, end = (timezone.localtime(moment) for moment in (row.due, handed.at, at))
    found = pause(due.date(), start.date(), end.date(), calendar_of(row.organisation))
    if found is None:
        return
    row.moved_due_at = due + (found.due - found.was)
    reason = say("{start} 至 {end} 在巡视组手里，停止计时 {days} 个工作日。",
                 start=found.start.isoformat(), end=found.end.isoformat(), days=found.days)  # fmt: skip
    DueChange.objects.create(request=row, due_at=row.moved_due_at, reason=str(reason), by=by.account, at=at)

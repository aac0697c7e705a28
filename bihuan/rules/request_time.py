"""By when is a request due where the group named no time, and by when does the office decide an objection?

Source: trade.md §2.4, §3; the numbers are `request.DUE_WORKDAYS`, a proposal that the office changes as it types.
Example: a material asked for on Friday at 10:00 is due on Monday at 17:30; asked for after hours, the day counts as the
next working day.
"""

from datetime import datetime, timedelta

from bihuan.rules.request import DUE_WORKDAYS, Kind, Status
from bihuan.rules.workdays import END_OF_DAY, Calendar, add, on_or_after

SETTLED_WITHIN = 1
"""Working days in which the office decides an objection."""
OVER = frozenset({Status.CLOSED, Status.WITHDRAWN, Status.HANDED_OVER, Status.RECEIPTED})
"""Statuses in which the group has what it asked for, or no longer asks: nothing is late any more."""


def due_by(kind: Kind, asked: datetime, calendar: Calendar) -> datetime:
    """The end of the last working day that the kind allows, in the local time in which `asked` is given."""
    return _end_of(asked, DUE_WORKDAYS[kind], calendar)


def settle_by(raised: datetime, calendar: Calendar) -> datetime:
    """By when an objection is decided."""
    return _end_of(raised, SETTLED_WITHIN, calendar)


def is_late(status: Status, due: datetime, now: datetime) -> bool:
    """Whether the group still waits after the due time."""
    return status not in OVER and due < now


def _end_of(start: datetime, workdays: int, calendar: Calendar) -> datetime:
    after_hours = start.time() >= END_OF_DAY
    first = on_or_after(start.date() + timedelta(days=1) if after_hours else start.date(), calendar)
    return datetime.combine(add(first, workdays, calendar), END_OF_DAY, tzinfo=start.tzinfo)

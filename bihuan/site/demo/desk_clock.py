"""When does the desk work? The minutes of its working days from the entry to now, numbered through.

`Clock(...)(0)` is 08:30 on the day of the entry; every position below `now` lies before the moment of building.
"""

from datetime import date, datetime, time, timedelta
from functools import cached_property

from django.utils import timezone

from bihuan.rules import workdays
from bihuan.rules.workdays import END_OF_DAY, OFFICE_HOURS, Calendar

HALVES = tuple(
    (opens, (closes.hour - opens.hour) * 60 + closes.minute - opens.minute) for opens, closes in OFFICE_HOURS
)
DAY = sum(minutes for _opens, minutes in HALVES)
"""Minutes of work in a day."""
ON_SITE = 16
"""For so many working days has the group been here."""
MARGIN = 10
"""Minutes kept free before now, so that acts which push each other stay in the past."""


class Clock:
    """Positions are working minutes since the entry."""

    def __init__(self, now: datetime, calendar: Calendar) -> None:
        self.calendar = calendar
        here = timezone.localtime(now)
        worked = (
            workdays.working_seconds(datetime.combine(here.date(), time.min, here.tzinfo), here, self.calendar) // 60
        )
        is_on = workdays.is_workday(here.date(), self.calendar) and worked > MARGIN
        self.present = here.date() if is_on else workdays.add(here.date(), -1, self.calendar)
        """The last day on which the desk has worked."""
        self.is_closed = self.at(0, END_OF_DAY.hour, END_OF_DAY.minute) <= here
        self.now = ON_SITE * DAY + (worked if is_on else DAY) - MARGIN

    @cached_property
    def entry(self) -> date:
        return workdays.add(self.present, -ON_SITE, self.calendar)

    def day(self, number: int) -> date:
        """The working day so many after the one on which the desk worked last; before it where negative."""
        return workdays.add(self.present, number, self.calendar)

    def at(self, number: int, hour: int, minute: int = 0) -> datetime:
        """A time on `day(number)`."""
        return self.on(self.day(number), hour, minute)

    def on(self, day: date, hour: int, minute: int = 0) -> datetime:
        return datetime.combine(day, time(hour, minute), timezone.get_default_timezone())

    def due(self, number: int) -> datetime:
        """The close of a day: of the next one that is still ahead, or so many after it, or before the present one."""
        shift = 1 if number >= 0 and self.is_closed else 0
        return self.at(number + shift, END_OF_DAY.hour, END_OF_DAY.minute)

    def __call__(self, position: int) -> datetime:
        """The moment of a position; before the entry it is the entry's first minute."""
        day, minute = divmod(max(position, 0), DAY)
        opens, first = HALVES[0]
        if minute >= first:
            opens, minute = HALVES[1][0], minute - first
        return self.on(self.day(day - ON_SITE), opens.hour, opens.minute) + timedelta(minutes=minute)

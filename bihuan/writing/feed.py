"""How does a calendar become a file that phones and mail programs subscribe to? As iCalendar, RFC 5545.

Times are written in UTC, so that no table of time zones has to come along; whole days are dates.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import icalendar

REFRESH = timedelta(hours=1)
"""How often a program should ask again."""


@dataclass(frozen=True)
class Event:
    """One entry. `uid` stays the same as long as the thing does; an event without an end is a moment."""

    uid: str
    summary: str
    start: datetime | date
    end: datetime | date | None = None
    place: str = ""
    kind: str = ""


def feed(title: str, events: Iterable[Event], *, at: datetime) -> bytes:
    """The file, made at `at`."""
    made = icalendar.Calendar()
    made.add("prodid", "-//Bihuan//Desk//ZH")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", title)
    made.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", icalendar.vDuration(REFRESH))
    for event in events:
        made.add_component(_event(event, at))
    content: bytes = made.to_ical()
    return content


def _event(event: Event, at: datetime) -> icalendar.Event:
    made = icalendar.Event()
    made.add("uid", event.uid)
    made.add("dtstamp", _moment(at))
    made.add("summary", event.summary)
    made.add("dtstart", _moment(event.start))
    if event.end is not None:
        made.add("dtend", _moment(event.end))
    if event.place:
        made.add("location", event.place)
    if event.kind:
        made.add("categories", [event.kind])
    return made


def _moment(when: datetime | date) -> datetime | date:
    return when.astimezone(UTC) if isinstance(when, datetime) else when

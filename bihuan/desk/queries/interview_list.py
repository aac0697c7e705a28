"""Where would the people of a pasted list be laid, and which of them are on the plan already?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice

from django.utils import timezone

from bihuan.desk.models import Interview, Room
from bihuan.desk.queries.interviews import LIVE, named, rooms_of
from bihuan.desk.seal import likeness
from bihuan.reading.kinds.interviewees import Listed
from bihuan.rounds.models import Round
from bihuan.rounds.queries import calendar_of
from bihuan.rules.interview import BUFFER
from bihuan.rules.laying import Slot, free_slots
from bihuan.say import Say, say

NOTICE = timedelta(minutes=30)
"""Nobody is laid into a slot that begins sooner than this: the list is still to be looked through."""


@dataclass(frozen=True)
class Laid:
    """One person of the list, a free slot, and what a person should look at before saying yes."""

    line: int
    person: Listed
    room: Room
    start: datetime
    doubts: tuple[Say, ...]
    known: bool
    """Whether the same person is on the plan, or stands in the list above."""


def laid(round: Round, people: Sequence[Listed], *, since: date, length: timedelta, at: datetime) -> list[Laid]:
    """Each person with the earliest slot that is free. Nothing where there is no room in use."""
    rooms = {room.pk: room for room in rooms_of(round)}
    begin = max(datetime.combine(since, time.min), _local(at + NOTICE))
    calendar = calendar_of(round.organisation)
    slots = free_slots(_busy(round, begin), list(rooms), since=begin, length=length, buffer=BUFFER, calendar=calendar)
    pairs = zip(people, islice(slots, len(people)), strict=False)
    planned, above, found = _planned(round), {}, []
    for line, (person, slot) in enumerate(pairs, start=1):
        mark = likeness(person.name, person.unit)
        doubts = [] if person.unit else [say("没有写单位，请核对。")]
        if mark in planned:
            doubts.append(say("已排在{slot}，默认不再排入。", slot=named(planned[mark])))
        elif mark in above:
            doubts.append(say("与第 {line} 行是同一人，默认不再排入。", line=above[mark]))
        known = mark in planned or mark in above
        found.append(Laid(line, person, rooms[slot.room], timezone.make_aware(slot.start), tuple(doubts), known))
        above.setdefault(mark, line)
    return found


def _busy(round: Round, since: datetime) -> list[Slot]:
    rows = round.interviews.filter(LIVE, ends_at__gte=timezone.make_aware(since) - BUFFER)
    return [Slot(_local(row.starts_at), row.room_id, _local(row.ends_at)) for row in rows]


def _planned(round: Round) -> dict[str, Interview]:
    rows = round.interviews.filter(LIVE).exclude(likeness="").select_related("room").order_by("starts_at")
    return {row.likeness: row for row in rows}


def _local(moment: datetime) -> datetime:
    return timezone.localtime(moment).replace(tzinfo=None)

"""Which interviews are there, for the two people who arrange them? For everybody else none, not even a count."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from datetime import time as clock

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import TruncDate
from django.http import Http404
from django.utils import timezone

from bihuan.desk.models import Interview, Room
from bihuan.desk.queries.arrangers import arranged_rounds
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.interview import Facts, Status, bad_slot
from bihuan.rules.people import Role
from bihuan.rules.slots import Booking, Need, What, conflicts_of
from bihuan.say import say
from bihuan.trail.answers import words

LIVE = ~Q(status=Status.CANCELLED.value)


def interviews_for(viewer: Viewer) -> QuerySet[Interview]:
    """The interviews that this viewer arranges, without what is sealed. Enough for a calendar that shows times."""
    return Interview.objects.filter(round__in=arranged_rounds(viewer)).defer("sealed", "likeness")


def interview_for(round: Round, number: int) -> Interview:
    """One interview of a round that the viewer arranges, or 404."""
    row = interviews_in(round).filter(number=number).first()
    if row is None:
        raise Http404
    return row


def interviews_in(round: Round) -> QuerySet[Interview]:
    related = ("room", "told_room", "notifier")
    return round.interviews.select_related(*related).order_by("starts_at", "room", "number")


def interviews_on(round: Round, day: date) -> list[Interview]:
    return list(interviews_in(round).filter(starts_at__gte=_midnight(day), starts_at__lt=_midnight(day, 1)))


@dataclass(frozen=True)
class Day:
    """A day with interviews, and how many."""

    on: date
    count: int


def days_of(round: Round) -> list[Day]:
    rows = round.interviews.filter(LIVE).annotate(on=TruncDate("starts_at")).order_by("on")
    return [Day(row["on"], row["count"]) for row in rows.values("on").annotate(count=Count("pk"))]


def day_to_show(days: list[Day], today: date) -> date:
    """The day that the page opens with: today, else the next day with interviews, else the last one."""
    coming = [day.on for day in days if day.on >= today]
    return coming[0] if coming else today


def rooms_of(round: Round, *, also: date | None = None) -> list[Room]:
    """The rooms in use, in the order in which they came, and closed ones that still have something on this day."""
    wanted = Q(closed=False)
    if also:
        here = Interview.objects.filter(LIVE, starts_at__gte=_midnight(also), starts_at__lt=_midnight(also, 1))
        wanted |= Q(pk__in=here.filter(round=round).values("room"))
    return list(round.rooms.filter(wanted).order_by("pk"))


def rooms_in(round: Round) -> list[Room]:
    """All rooms of the round, those in use first."""
    return list(round.rooms.order_by("closed", "pk"))


def room_in(round: Round, name: str) -> Room:
    """One room by its name, or 404."""
    room = round.rooms.filter(name=name).first()
    if room is None:
        raise Http404
    return room


def booking(ref: str, room: Room, start: datetime, end: datetime, likeness: str) -> Booking:
    """A slot as the rules compare it. The person is told apart by a digest and has no name here."""
    needs = {Need(What.ROOM, str(room.pk), room.name)} | ({Need(What.PERSON, likeness)} if likeness else set())
    return Booking(ref, start, end, frozenset(needs))


def booked(round: Round, since: datetime, until: datetime, *, but: Interview | None = None) -> list[Booking]:
    """What stands within a day of these moments."""
    near = {"starts_at__gt": since - timedelta(days=1), "ends_at__lt": until + timedelta(days=1)}
    rows = round.interviews.filter(LIVE, **near).exclude(pk=but.pk if but else None).select_related("room")
    return [booking(named(row), row.room, row.starts_at, row.ends_at, row.likeness) for row in rows]


def named(row: Interview) -> str:
    """The interview in a sentence: its number, room and time."""
    return named_at(row.number, row.room, row.starts_at)


def named_at(number: int, room: Room, start: datetime) -> str:
    time = f"{timezone.localtime(start):%m-%d %H:%M}"
    return words(say("{number} 号谈话（{room} {time}）", number=number, room=room.name, time=time))


def told_now(row: Interview) -> bool:
    return row.told_start is None or (row.told_start, row.told_room_id) == (row.starts_at, row.room_id)


def is_free(row: Interview, at: datetime, buffer: timedelta) -> bool:
    """Whether the slot of a cancelled interview could be taken again."""
    mine = booking(named(row), row.room, row.starts_at, row.ends_at, row.likeness)
    others = booked(row.round, row.starts_at, row.ends_at, but=row)
    return not (bad_slot(row.starts_at, row.ends_at, at) or conflicts_of(mine, others, buffer))


def facts(row: Interview, *, arranger: bool, at: datetime, free: bool = True) -> Facts:
    return Facts(
        status=Status(row.status),
        parts=frozenset({Role.ARRANGER} if arranger else ()),
        has_notifier=row.notifier_id is not None,
        told_now=told_now(row),
        begun=row.starts_at <= at,
        free=free,
    )


def _midnight(day: date, later: int = 0) -> datetime:
    return timezone.make_aware(datetime.combine(day + timedelta(days=later), clock.min))

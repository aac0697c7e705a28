"""What is planned at a time, and what would be in the way of one more plan?

Only the office plans, so these are the plans of the whole organisation; what a unit sees of them is
`visits_for` and `meetings_for`.
"""

import re
from dataclasses import dataclass
from datetime import datetime

from bihuan.desk.models import Meeting, Visit
from bihuan.people.models import Organisation, Unit
from bihuan.rules.slots import Booking, Conflict, Need, What, conflicts, conflicts_of
from bihuan.rules.visit import BUFFER, Status, bars
from bihuan.say import Say, say

NEW = say("本次安排")
"""What a sentence calls a plan that has no reference yet."""
NAMES_APART = re.compile(r"[、，,；;/\s]+")
SIGNS = re.compile(r"[\s·.\-—]+")


@dataclass(frozen=True)
class Obstacles:
    """What is in the way of a plan: what cannot be, and what may be meant and is to be confirmed."""

    barred: tuple[Say, ...] = ()
    doubts: tuple[Say, ...] = ()


def booking_of_visit(
    ref: str, unit: Unit, starts_at: datetime, ends_at: datetime, *, led_by: str = "", transport: str = ""
) -> Booking:
    needs = {_at(unit), *_people(led_by), *_one(What.VEHICLE, transport)}
    return Booking(ref, starts_at, ends_at, frozenset(needs), _named(ref, unit))


def booking_of_meeting(
    ref: str, unit: Unit, starts_at: datetime, ends_at: datetime, *, place: str = "", attended_by: str = ""
) -> Booking:
    needs = {_at(unit), *_people(attended_by), *_one(What.ROOM, place)}
    return Booking(ref, starts_at, ends_at, frozenset(needs), _named(ref, unit))


def bookings(organisation: Organisation, start: datetime, end: datetime) -> list[Booking]:
    """Every visit and meeting that is not cancelled and lies, in part or whole, between two moments."""
    span = {"organisation": organisation, "starts_at__lt": end, "ends_at__gt": start}
    visits = Visit.objects.filter(**span).exclude(status=Status.CANCELLED.value).select_related("unit")
    meetings = Meeting.objects.filter(**span, cancelled=False).select_related("unit")
    return [
        *(booking_of_visit(v.ref, v.unit, v.starts_at, v.ends_at, led_by=v.led_by, transport=v.transport)
          for v in visits),
        *(booking_of_meeting(m.ref, m.unit, m.starts_at, m.ends_at, place=m.place, attended_by=m.attended_by)
          for m in meetings),
    ]  # fmt: skip


def conflicts_between(organisation: Organisation, start: datetime, end: datetime) -> dict[str, list[Conflict]]:
    """What gets in each other's way between two moments, under the reference of either side."""
    found: dict[str, list[Conflict]] = {}
    for conflict in conflicts(bookings(organisation, start, end), BUFFER):
        for side in (conflict.first, conflict.second):
            found.setdefault(side.ref, []).append(conflict)
    return found


def obstacles(organisation: Organisation, booking: Booking, *, at: datetime) -> Obstacles:
    """What a plan would meet, also that its time is over already."""
    others = bookings(organisation, booking.start - BUFFER, booking.end + BUFFER)
    met = conflicts_of(booking, others, BUFFER)
    past = (say("开始时间已经过去，只用于补登记。"),) if booking.start < at else ()
    return Obstacles(
        barred=tuple(each.sentence for each in met if bars(each)),
        doubts=(*past, *(each.sentence for each in met if not bars(each))),
    )


def _named(ref: str, unit: Unit) -> Say | str:
    return f"{ref} {unit.label}" if ref else NEW


def _at(unit: Unit) -> Need:
    return Need(What.UNIT, unit.path, unit.label)


def _people(names: str) -> set[Need]:
    """Those of the group who lead or come, each told apart by name."""
    return {Need(What.LEADER, name, name) for name in NAMES_APART.split(names) if name}


def _one(what: What, name: str) -> set[Need]:
    """A vehicle or a place; signs and spaces between make no other one of it."""
    key = SIGNS.sub("", name).casefold()
    return {Need(what, key, name.strip())} if key else set()

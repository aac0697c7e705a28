"""Which bookings get in each other's way? The same room, person, vehicle, leading person or unit, at one time.

Example: a visit by the minibus until 10:00 and another by it from 10:10 overlap nowhere, but a buffer of 30 minutes is
not kept. What a person is told names the room or the vehicle, and never a person who is to be interviewed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from bihuan.say import Say, say


class What(StrEnum):
    ROOM = "room"
    PERSON = "person"
    VEHICLE = "vehicle"
    LEADER = "leader"
    UNIT = "unit"


@dataclass(frozen=True, order=True)
class Need:
    """Something that is in one place at a time: `key` tells it apart, `name` may be shown (and is empty for PERSON)."""

    what: What
    key: str
    name: str = field(default="", compare=False)

    @property
    def words(self) -> Say:
        match self.what:
            case What.ROOM:
                return say("房间“{name}”", name=self.name)
            case What.VEHICLE:
                return say("车辆“{name}”", name=self.name)
            case What.LEADER:
                return say("巡视组人员“{name}”", name=self.name)
            case What.UNIT:
                return say("单位“{name}”", name=self.name)
        return say("谈话对象")


@dataclass(frozen=True)
class Booking:
    """One thing planned from `start` to `end`, and what it takes up in that time."""

    ref: str
    start: datetime
    end: datetime
    needs: frozenset[Need]
    name: Say | str = ""
    """What a sentence calls it, where that is not its reference."""

    @property
    def words(self) -> Say | str:
        return self.name or self.ref


@dataclass(frozen=True)
class Conflict:
    """Two bookings that need the same thing; the one that starts earlier comes first."""

    first: Booking
    second: Booking
    need: Need
    buffer: timedelta

    @property
    def overlaps(self) -> bool:
        """Whether they meet in time; otherwise only the buffer between them is not kept."""
        return self.second.start < self.first.end

    @property
    def sentence(self) -> Say:
        pair = {"first": self.first.words, "second": self.second.words, "thing": self.need.words}
        if self.overlaps:
            return say("{first} 与 {second} 的{thing}相同，时间重叠，请调整其中一个。", **pair)
        gap, buffer = (_minutes(each) for each in (self.second.start - self.first.end, self.buffer))
        return say(
            "{first} 与 {second} 的{thing}相同，中间只隔 {gap} 分钟，不足 {buffer} 分钟。",
            **pair, gap=gap, buffer=buffer,
        )  # fmt: skip


def conflicts(bookings: Iterable[Booking], buffer: timedelta = timedelta()) -> tuple[Conflict, ...]:
    """Every pair that needs the same thing with less than `buffer` between them, earliest first."""
    rows: defaultdict[Need, list[Booking]] = defaultdict(list)
    for booking in bookings:
        for need in booking.needs:
            rows[need].append(booking)
    found = [each for need, booked in rows.items() for each in _sweep(need, booked, buffer)]
    return tuple(sorted(found, key=_order))


def conflicts_of(booking: Booking, others: Iterable[Booking], buffer: timedelta = timedelta()) -> tuple[Conflict, ...]:
    """Those that `booking` is part of; a booking of the same reference is its own earlier self and left out."""
    others = [each for each in others if each.ref != booking.ref and each.needs & booking.needs]
    return tuple(each for each in conflicts([booking, *others], buffer) if booking in (each.first, each.second))


def _sweep(need: Need, booked: list[Booking], buffer: timedelta) -> Iterator[Conflict]:
    """In order of their starts, each meets those that have not ended a buffer before it."""
    running: list[Booking] = []
    for booking in sorted(booked, key=_start):
        running = [earlier for earlier in running if booking.start - earlier.end < buffer]
        yield from (Conflict(earlier, booking, need, buffer) for earlier in running)
        running.append(booking)


def _start(booking: Booking) -> tuple[datetime, datetime, str]:
    return booking.start, booking.end, booking.ref


def _order(conflict: Conflict) -> tuple[object, ...]:
    return *_start(conflict.first), *_start(conflict.second), conflict.need


def _minutes(span: timedelta) -> int:
    return int(span.total_seconds() // 60)

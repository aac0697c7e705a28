"""How does a day of interviews look as a table: rooms beside each other, a quarter of an hour in each line?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from math import ceil

from django.utils import timezone

from bihuan.desk.models import Room
from bihuan.desk.queries.interviewees import Seen
from bihuan.rules.interview import STEP, Status
from bihuan.rules.workdays import END_OF_DAY, OFFICE_HOURS

OPENS = OFFICE_HOURS[0][0]


@dataclass(frozen=True)
class Cell:
    """A free quarter of an hour, or an interview over `span` lines."""

    room: Room
    start: datetime
    seen: Seen | None = None
    span: int = 1


@dataclass(frozen=True)
class GridLine:
    """A quarter of an hour; a room that an interview above still takes up has no cell."""

    start: datetime
    cells: tuple[Cell, ...]

    @property
    def full_hour(self) -> bool:
        return self.start.minute == 0


def grid(day: date, rooms: Sequence[Room], seen: Iterable[Seen]) -> tuple[GridLine, ...]:
    """The office hours of the day, longer where an interview stands outside them. Cancelled ones are not in it."""
    shown = [each for each in seen if each.row.status != Status.CANCELLED]
    first, count = _bounds(day, shown)
    at = {(each.row.room_id, _line(each.row.starts_at, first)): each for each in shown}
    lines: list[list[Cell]] = [[] for _ in range(count)]
    for room in rooms:
        for cell in _column(room, first, count, at):
            lines[_line(cell.start, first)].append(cell)
    return tuple(GridLine(first + n * STEP, tuple(cells)) for n, cells in enumerate(lines))


def _column(room: Room, first: datetime, count: int, at: dict[tuple[int, int], Seen]) -> Iterator[Cell]:
    line = 0
    while line < count:
        start, seen = first + line * STEP, at.get((room.pk, line))
        span = max(1, ceil((seen.row.ends_at - start) / STEP)) if seen else 1
        yield Cell(room, start, seen, span)
        line += span


def _bounds(day: date, shown: Sequence[Seen]) -> tuple[datetime, int]:
    """The first line and the number of lines."""
    starts = [timezone.localtime(each.row.starts_at) for each in shown] + [_at(day, OPENS)]
    ends = [timezone.localtime(each.row.ends_at) for each in shown] + [_at(day, END_OF_DAY)]
    first = min(starts)
    first -= timedelta(minutes=first.minute % 15)
    return first, ceil((max(ends) - first) / STEP)


def _line(moment: datetime, first: datetime) -> int:
    return (moment - first) // STEP


def _at(day: date, clock: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, clock))

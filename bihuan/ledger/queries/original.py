"""What does the left side show: the lines of the original near some rows, cut into pieces that know their rows?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.db.models import Q

from bihuan.ledger.models import DraftRow, Intake, OriginalLine

AT_ONCE = 400
"""So many lines are shown in one go; of a longer stretch only the lines near the rows."""
AROUND = 2
FURNITURE = "furniture"
FIRST = ("row", "loose", "dropped", "suggestion", "heading")
"""Where places overlap, the piece is shown as the first of these."""


@dataclass(frozen=True)
class Piece:
    """A stretch of a line: its text, its place, and the numbers of the rows made from it."""

    text: str
    place: str
    rows: tuple[int, ...] = ()


@dataclass(frozen=True)
class Shown:
    """One line as it is shown; `skipped` lines before it are left out."""

    line: OriginalLine
    cells: tuple[tuple[Piece, ...], ...]
    skipped: int = 0


def texts_of(intake: Intake, first: int = 0, last: int | None = None) -> dict[int, str]:
    """Block → its text, of the whole original or of the lines from `first` to `last`."""
    lines = OriginalLine.objects.filter(intake=intake, position__gte=first)
    lines = lines if last is None else lines.filter(position__lte=last)
    cells = lines.values_list("cells", flat=True)
    return {block: text for line in cells for block, _, text in line}


def original(intake: Intake, rows: Sequence[DraftRow], *, first: bool, last: bool) -> list[Shown]:
    """The lines near these rows. `first` and `last` page: also what stands before and after all rows. Two queries."""
    lines = list(OriginalLine.objects.filter(_near(rows, first, last), intake=intake).order_by("position"))
    if len(lines) > AT_ONCE * 2:
        lines = lines[: AT_ONCE * 2]
    positions = [line.position for line in lines]
    marks = _marks(_touching(intake, positions))
    return list(_shown(lines, marks))


def _near(rows: Sequence[DraftRow], first: bool, last: bool) -> Q:
    if not rows:
        return Q(position__lt=AT_ONCE)
    low = 0 if first else min(row.first_line for row in rows)
    high = max(row.last_line for row in rows)
    if high - low <= AT_ONCE:
        return Q(position__gte=low) if last and not first else Q(position__gte=low, position__lte=high + _tail(last))
    wanted = {at for row in rows for line in (row.first_line, row.last_line) for at in _around(line)}
    return Q(position__in=wanted)


def _tail(last: bool) -> int:
    return AT_ONCE if last else 0


def _around(line: int) -> range:
    return range(max(line - AROUND, 0), line + AROUND + 1)


def _touching(intake: Intake, positions: list[int]) -> Iterable[DraftRow]:
    """The rows of all places that begin or end in these lines, or go through them."""
    if not positions:
        return ()
    low, high = positions[0], positions[-1]
    rows = DraftRow.objects.filter(intake=intake).exclude(place=DraftRow.Place.GONE)
    if high - low < len(positions):
        return rows.filter(first_line__lte=high, last_line__gte=low)
    return rows.filter(Q(first_line__in=positions) | Q(last_line__in=positions))


def _marks(rows: Iterable[DraftRow]) -> dict[int, list[tuple[int, int, DraftRow]]]:
    marks: dict[int, list[tuple[int, int, DraftRow]]] = {}
    for row in rows:
        for block, start, end in row.spans:
            marks.setdefault(block, []).append((start, end, row))
    return marks


def _shown(lines: list[OriginalLine], marks: dict[int, list[tuple[int, int, DraftRow]]]) -> Iterator[Shown]:
    before = -1
    for line in lines:
        cells = tuple(tuple(pieces(text, marks.get(block, ()))) for block, _, text in line.cells)
        yield Shown(line, cells, line.position - before - 1)
        before = line.position


def pieces(text: str, marks: Iterable[tuple[int, int, DraftRow]]) -> Iterator[Piece]:
    """The text cut wherever a row begins or ends. Joined again, the pieces are the text."""
    marks = list(marks)
    edges = sorted({0, len(text), *(min(max(at, 0), len(text)) for start, end, _ in marks for at in (start, end))})
    for start, end in pairwise(edges):
        here = [row for begin, stop, row in marks if begin <= start and stop >= end]
        place = min((row.place for row in here), key=FIRST.index, default=FURNITURE)
        yield Piece(text[start:end], place, tuple(sorted(row.number for row in here if row.place == place)))

"""Which drafted rows say nearly what another row, or a finding of the same round, says already?"""

from collections.abc import Iterable

from bihuan.ledger.models import DraftRow, Finding
from bihuan.reading.likeness import duplicates
from bihuan.rounds.models import Round

LEAST = 0.9


def mark(rows: Iterable[DraftRow], round: Round) -> list[DraftRow]:
    """Set `like` of each row that is: a finding goes before a row. Returns the rows whose mark has changed."""
    drafted = [row for row in rows if row.place == DraftRow.Place.ROW]
    known = [*Finding.objects.filter(round=round).order_by("number").values_list("number", "text")]
    marks = _marks([text for _, text in known] + [row.text for row in drafted], len(known))
    changed = []
    for place, row in enumerate(drafted, start=len(known)):
        other = marks.get(place)
        like = "" if other is None else _name(other, known, drafted)
        if like != row.like:
            row.like = like
            changed.append(row)
    return changed


def _marks(texts: list[str], known: int) -> dict[int, int]:
    """Place of a drafted row → the earliest place that it repeats."""
    marks: dict[int, int] = {}
    for one, other, _ in duplicates(texts, LEAST):
        if other >= known:
            marks[other] = min(one, marks.get(other, one))
    return marks


def _name(place: int, known: list[tuple[int, str]], drafted: list[DraftRow]) -> str:
    return f"F-{known[place][0]:03d}" if place < len(known) else str(drafted[place - len(known)].number)

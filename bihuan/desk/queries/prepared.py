"""What is being prepared ahead, by whom, and how far is each unit?"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.http import Http404

from bihuan.desk.models import Prepared
from bihuan.people.models import Unit
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round


@dataclass(frozen=True)
class Progress:
    """How far one unit is with what it was given."""

    unit: Unit | None
    total: int
    done: int
    late: int


def prepared_for(viewer: Viewer, round: Round) -> QuerySet[Prepared]:
    """Those who see the organisation see all of it; others what was given to their own units."""
    rows = Prepared.objects.filter(round=round, round__organisation=viewer.organisation)
    rows = rows if viewer.sees_all else rows.filter(viewer.within("unit__path"))
    return rows.select_related("unit", "round").prefetch_related("materials")


def prepared_item_for(viewer: Viewer, ref: str) -> Prepared:
    """`A-007`, or 404."""
    match = re.fullmatch(r"A-([0-9]{1,9})", ref)
    rows = Prepared.objects.filter(round__organisation=viewer.organisation)
    rows = rows if viewer.sees_all else rows.filter(viewer.within("unit__path"))
    found = rows.filter(number=int(match[1])) if match else rows.none()
    row = found.select_related("unit", "round__organisation").prefetch_related("materials").first()
    if row is None:
        raise Http404(ref)
    return row


def progress(rows: Iterable[Prepared], today: date) -> list[Progress]:
    """One line a unit, those with most left to do first. Asks the database nothing."""
    by_unit: dict[int | None, list[Prepared]] = {}
    for row in rows:
        by_unit.setdefault(row.unit_id, []).append(row)
    told = [
        Progress(
            unit=group[0].unit,
            total=len(group),
            done=sum(row.done_at is not None for row in group),
            late=sum(is_late(row, today) for row in group),
        )
        for group in by_unit.values()
    ]
    return sorted(told, key=lambda each: (each.done - each.total, each.unit.path if each.unit else ""))


def is_late(row: Prepared, today: date) -> bool:
    return row.done_at is None and row.due_on is not None and row.due_on < today


def titles_listed(round: Round) -> set[str]:
    """What the list of this round has already."""
    return set(Prepared.objects.filter(round=round).values_list("title", flat=True))

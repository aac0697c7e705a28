"""What is on one unit's self-check sheet, what may this viewer do with it, and which sheets wait for him or her?"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Q, QuerySet
from django.http import Http404

from bihuan.desk.models import CheckAnswer, CheckPoint, CheckSheet
from bihuan.desk.queries.acting import own_paths
from bihuan.desk.queries.selfchecks import sheets_for
from bihuan.people.viewer import Viewer
from bihuan.rules.life import Check, Offer, Refusal
from bihuan.rules.people import lies_in, parts
from bihuan.rules.sheet import Facts, Move, Status, checklist, decide, offers


@dataclass(frozen=True)
class Line:
    """One point of the sheet with the unit's answer, if there is one."""

    point: CheckPoint
    answer: CheckAnswer | None

    @property
    def lacks_text(self) -> bool:
        return bool(self.answer and self.answer.is_found and not self.answer.text.strip())


@dataclass(frozen=True)
class Area:
    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class SheetCard:
    """One sheet with all that its page shows."""

    sheet: CheckSheet
    areas: tuple[Area, ...]
    facts: Facts
    offers: tuple[Offer[Move], ...]
    checks: tuple[Check, ...]
    may_answer: bool
    may_read: bool
    """An answer on a sheet that was never signed is still the unit's own draft."""


def sheet_for(viewer: Viewer, ref: str, unit: str) -> CheckSheet:
    """The sheet of `S-001` for `U-014`, or 404."""
    list_number, unit_number = re.fullmatch(r"S-([0-9]{1,9})", ref), re.fullmatch(r"U-([0-9]{1,9})", unit)
    if not list_number or not unit_number:
        raise Http404(ref)
    rows = sheets_for(viewer).filter(selfcheck__number=int(list_number[1]), unit__number=int(unit_number[1]))
    if (row := rows.first()) is None:
        raise Http404(f"{ref}/{unit}")
    return row


def point_of(sheet: CheckSheet, number: int) -> CheckPoint:
    """One point of the sheet's list, or 404."""
    row = CheckPoint.objects.filter(selfcheck=sheet.selfcheck_id, number=number).first()
    if row is None:
        raise Http404(number)
    return row


def sheets_waiting_for(viewer: Viewer) -> QuerySet[CheckSheet]:
    """The sheets that this head or handler has still to fill or sign, the first due first."""
    mine = Q(pk__in=[])
    for path in own_paths(viewer):
        mine |= Q(unit__path=path)
    rows = sheets_for(viewer).filter(mine).exclude(status=Status.SIGNED.value)
    return rows.order_by("selfcheck__due_on", "selfcheck__number", "unit__path")


def facts_of(
    sheet: CheckSheet, viewer: Viewer, lines: Iterable[Line], *, note: str = "", typed: str | None = None
) -> Facts:
    lines = list(lines)
    return Facts(
        Status(sheet.status),
        parts(viewer.posts, lead_path=sheet.unit.path),
        note,
        points=len(lines),
        answered=sum(line.answer is not None for line in lines),
        unexplained=sum(line.lacks_text for line in lines),
        name=viewer.name,
        typed=typed,
    )


def lines_of_sheet(sheet: CheckSheet) -> list[Line]:
    """Every point with its answer, in order. Two queries."""
    answers = {row.point_id: row for row in sheet.answers.select_related("proof")}
    return [Line(point, answers.get(point.pk)) for point in sheet.selfcheck.points.order_by("number")]


def line_of_sheet(sheet: CheckSheet, point: CheckPoint) -> Line:
    return Line(point, sheet.answers.filter(point=point).select_related("proof").first())


def may_read(viewer: Viewer, sheet: CheckSheet) -> bool:
    """The unit and the leader in charge at any time; everybody else who sees the sheet once it has been signed."""
    return sheet.status != Status.OPEN.value or any(lies_in(sheet.unit.path, path) for path in viewer.paths)


def sheet_card(viewer: Viewer, sheet: CheckSheet) -> SheetCard:
    lines = lines_of_sheet(sheet)
    facts = facts_of(sheet, viewer, lines)
    areas = tuple(Area(name, tuple(group)) for name, group in groupby(lines, key=lambda line: line.point.area))
    return SheetCard(
        sheet=sheet,
        areas=areas,
        facts=facts,
        offers=tuple(offer for offer in offers(facts) if offer.move is not Move.ANSWER),
        checks=checklist(facts),
        may_answer=not isinstance(decide(Move.ANSWER, facts), Refusal),
        may_read=may_read(viewer, sheet),
    )

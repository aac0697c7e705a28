"""How does a self-check (自查自纠) begin? A list of points by focus area is given to units with a due day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from bihuan.desk.actions.office import bad_units, may_keep, next_number
from bihuan.desk.models import CheckPoint, CheckSheet, SelfCheck
from bihuan.people.models import Unit
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.life import Refusal
from bihuan.say import say
from bihuan.trail.actions import record

MOST = 200
"""Points on one list: a longer one would not be answered with care."""
LONGEST = 500


@dataclass(frozen=True)
class Given:
    """A list: its title, the day by which it is to be signed, its points as (area, text), and who gets it."""

    title: str
    due_on: date
    points: Sequence[tuple[str, str]]
    units: Sequence[Unit]


@transaction.atomic
def give_selfcheck(round: Round, given: Given, *, by: Viewer, at: datetime) -> SelfCheck | Refusal:
    """A new list, and an open sheet for each unit."""
    if refusal := may_keep(round, by) or _bad(round, given, at):
        return refusal
    row = SelfCheck.objects.create(
        organisation=round.organisation,
        round=round,
        number=next_number(SelfCheck, round.organisation),
        title=given.title.strip(),
        due_on=given.due_on,
        given_by=by.account,
        given_at=at,
    )
    points = _by_area(given.points)
    CheckPoint.objects.bulk_create(
        CheckPoint(selfcheck=row, number=number, area=area, text=text)
        for number, (area, text) in enumerate(points, start=1)
    )
    told = {"title": row.title, "finish_by": row.due_on, "points": len(points), "units": _hand_out(row, given.units)}
    record("selfcheck.given", row.ref, organisation=row.organisation.code, by=by, at=at, after=told)
    return row


@transaction.atomic
def give_to_more(selfcheck: SelfCheck, units: Sequence[Unit], *, by: Viewer, at: datetime) -> SelfCheck | Refusal:
    """The same list for units that have no sheet yet."""
    rows = SelfCheck.objects.select_for_update(of=("self",)).select_related("organisation", "round")
    row = rows.get(pk=selfcheck.pk)
    if refusal := may_keep(row.round, by) or bad_units(units, row.organisation):
        return refusal
    there = set(row.sheets.values_list("unit", flat=True))
    if new := [unit for unit in units if unit.pk not in there]:
        told = {"units": _hand_out(row, new)}
        record("selfcheck.extended", row.ref, organisation=row.organisation.code, by=by, at=at, after=told)
    return row


def _hand_out(row: SelfCheck, units: Sequence[Unit]) -> list[str]:
    each = {unit.pk: unit for unit in units}
    CheckSheet.objects.bulk_create(CheckSheet(selfcheck=row, unit=unit) for unit in each.values())
    return [unit.label for unit in each.values()]


def _by_area(points: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The points together by area, areas in the order in which they first come, none twice."""
    each = list(dict.fromkeys((area.strip(), text.strip()) for area, text in points if text.strip()))
    areas = list(dict.fromkeys(area for area, _text in each))
    return sorted(each, key=lambda point: areas.index(point[0]))


def _bad(round: Round, given: Given, at: datetime) -> Refusal | None:
    points = _by_area(given.points)
    if not given.title.strip():
        return Refusal("what", say("请填写自查清单的名称。"))
    if given.due_on < timezone.localdate(at):
        return Refusal("what", say("完成时限 {day} 已经过去，请改正。", day=given.due_on.isoformat()))
    if not points:
        return Refusal("what", say("请至少选择或填写一个要点。"))
    if len(points) > MOST:
        return Refusal("what", say("一份清单最多 {count} 个要点，请分成几份。", count=MOST))
    if long := next((text for _area, text in points if len(text) > LONGEST), ""):
        return Refusal("what", say("要点“{words}…”超过 {count} 个字，请写短些。", words=long[:20], count=LONGEST))
    if long := next((area for area, _text in points if len(area) > 100), ""):
        return Refusal("what", say("领域“{words}…”超过 {count} 个字，请写短些。", words=long[:20], count=100))
    return bad_units(given.units, round.organisation)

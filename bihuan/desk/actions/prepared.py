"""How is something prepared before it is asked for? Listed by the office, given to a unit, filled or said not to be."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.core.files import File
from django.db import transaction
from django.db.models import Max

from bihuan.desk.actions.materials import Described, may_register, register
from bihuan.desk.models import Material, Prepared
from bihuan.people.models import Organisation, Unit
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.life import Refusal
from bihuan.say import say
from bihuan.trail.actions import Told, record, record_all


@dataclass(frozen=True)
class Ahead:
    """One thing to be prepared; it may be given to a unit later."""

    title: str
    period: str = ""
    unit: Unit | None = None
    due_on: date | None = None


@transaction.atomic
def list_ahead(round: Round, wanted: Iterable[Ahead], *, by: Viewer, at: datetime) -> list[Prepared] | Refusal:
    """Put things on the round's list, all or none. What stands on it already stays as it is."""
    organisation = Organisation.objects.select_for_update(no_key=True).get(pk=round.organisation_id)
    there = set(Prepared.objects.filter(round=round).values_list("title", flat=True))
    new = list({each.title.strip(): each for each in wanted if each.title.strip() not in there}.values())
    if refusal := _not_listed(round, new, by):
        return refusal
    last = Prepared.objects.filter(round__organisation=organisation).aggregate(last=Max("number"))["last"] or 0
    rows = Prepared.objects.bulk_create(
        Prepared(
            round=round,
            number=number,
            title=each.title.strip()[:200],
            period=each.period.strip()[:100],
            unit=each.unit,
            due_on=each.due_on,
        )
        for number, each in enumerate(new, start=last + 1)
    )
    told = [
        Told("prepared.listed", row.ref, unit_path=row.unit.path if row.unit else "", after=_picture(row))
        for row in rows
    ]
    record_all(told, organisation=organisation.code, by=by, at=at)
    return rows


def _not_listed(round: Round, new: list[Ahead], by: Viewer) -> Refusal | None:
    if not by.is_office or round.organisation_id != by.organisation.pk:
        return Refusal("who", say("预先准备的清单由联络组列出。"))
    if not new:
        return Refusal("what", say("没有选出新的内容；已在清单上的不会重复列入。"))
    if any(not each.title.strip() for each in new):
        return Refusal("what", say("请写明要准备什么。"))
    return next((refusal for each in new if (refusal := _no_unit(round, each.unit))), None)


def _no_unit(round: Round, unit: Unit | None) -> Refusal | None:
    if unit is None:
        return None
    if unit.organisation_id != round.organisation_id:
        return Refusal("what", say("请选择单位。"))
    if unit.closed_on is not None:
        return Refusal("what", say("{unit}已撤并，请选择现在承担这项工作的单位。", unit=unit.label))
    return None


@transaction.atomic
def give(row: Prepared, unit: Unit, due_on: date | None, *, by: Viewer, at: datetime) -> Prepared | Refusal:
    """Give it to a unit with a day, or to another one."""
    row = _locked(row)
    if not by.is_office:
        return Refusal("who", say("预先准备的清单由联络组列出。"))
    if row.done_at is not None:
        return Refusal("when", say("这一项已经备好，要改单位请先重新打开。"))
    if refusal := _no_unit(row.round, unit):
        return refusal
    before = _picture(row)
    row.unit, row.due_on = unit, due_on
    row.save(update_fields=["unit", "due_on"])
    _tell("prepared.given", row, by, at, before=before, after=_picture(row))
    return row


@transaction.atomic
def fill(row: Prepared, materials: Iterable[Material], *, by: Viewer, at: datetime) -> Prepared | Refusal:
    """Say which registered materials it is; it is ready with the first of them."""
    row, chosen = _locked(row), list(materials)
    if refusal := _not_filled(row, by):
        return refusal
    if not chosen:
        return Refusal("what", say("请选择已登记的材料，或登记一份新的。"))
    row.materials.add(*chosen)
    row.nothing, row.done_at = "", row.done_at or at
    row.save(update_fields=["nothing", "done_at"])
    _tell("prepared.filled", row, by, at, after={"materials": [material.ref for material in chosen]})
    return row


def fill_new(row: Prepared, said: Described, *, file: File | None, by: Viewer, at: datetime) -> Prepared | Refusal:
    """Register a material and take it for this."""
    if refusal := _not_filled(row, by):
        return refusal
    material = register(row.round, said, file=file, by=by, at=at)
    return material if isinstance(material, Refusal) else fill(row, [material], by=by, at=at)


@transaction.atomic
def say_nothing(row: Prepared, reason: str, *, by: Viewer, at: datetime) -> Prepared | Refusal:
    """The unit has nothing of the kind, and says why."""
    row = _locked(row)
    if refusal := _not_filled(row, by):
        return refusal
    if not reason.strip():
        return Refusal("what", say("请写明为什么没有，例如“本单位没有这项职能”。"))
    if row.materials.exists():
        return Refusal("when", say("这一项已经有材料，不能再说明没有。"))
    row.nothing, row.done_at = reason.strip()[:200], at
    row.save(update_fields=["nothing", "done_at"])
    _tell("prepared.nothing", row, by, at, after={"nothing": row.nothing})
    return row


@transaction.atomic
def reopen(row: Prepared, *, by: Viewer, at: datetime) -> Prepared | Refusal:
    """It is not ready after all; what was registered stays registered and attached."""
    row = _locked(row)
    if not by.is_office:
        return Refusal("who", say("预先准备的清单由联络组列出。"))
    before = {"nothing": row.nothing}
    row.nothing, row.done_at = "", None
    row.save(update_fields=["nothing", "done_at"])
    _tell("prepared.reopened", row, by, at, before=before, after={"nothing": ""})
    return row


@transaction.atomic
def drop(row: Prepared, *, by: Viewer, at: datetime) -> Prepared | Refusal:
    """Take it off the list, as long as nothing was prepared."""
    row = _locked(row)
    if not by.is_office:
        return Refusal("who", say("预先准备的清单由联络组列出。"))
    if row.done_at is not None or row.materials.exists():
        return Refusal("when", say("这一项已经有材料或说明，不能去掉。"))
    _tell("prepared.dropped", row, by, at, after=_picture(row))
    row.delete()
    return row


def may_fill(row: Prepared, by: Viewer) -> bool:
    return may_register(by, row.unit) if row.unit else by.is_office


def _not_filled(row: Prepared, by: Viewer) -> Refusal | None:
    if not may_fill(row, by):
        return Refusal("who", say("这一项由交办的单位准备。"))
    return None


def _locked(row: Prepared) -> Prepared:
    Prepared.objects.select_for_update().get(pk=row.pk)
    return Prepared.objects.select_related("round__organisation", "unit").get(pk=row.pk)


def _picture(row: Prepared) -> dict[str, object]:
    return {"title": row.title, "period": row.period, "unit": row.unit.label if row.unit else "", "due_on": row.due_on}


def _tell(
    event: str,
    row: Prepared,
    by: Viewer,
    at: datetime,
    *,
    after: dict[str, object],
    before: dict[str, object] | None = None,
) -> None:
    path = row.unit.path if row.unit else ""
    code = row.round.organisation.code
    record(event, row.ref, organisation=code, by=by, at=at, unit_path=path, before=before, after=after)

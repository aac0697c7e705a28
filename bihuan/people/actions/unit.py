"""What can happen to a unit? Added, renamed, moved with everything below it, closed, opened again; never deleted."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max, QuerySet, Value
from django.db.models.functions import Concat, Substr
from django.utils import timezone

from bihuan.people.actions.permission import Actor, barred
from bihuan.people.duties import unfinished
from bihuan.people.models import Organisation, Post, Unit
from bihuan.rules import administration
from bihuan.rules.life import Refusal
from bihuan.trail.actions import record


@transaction.atomic
def add_unit(
    organisation: Organisation,
    name: str,
    *,
    parent: Unit,
    by: Actor,
    at: datetime,
    short_name: str = "",
    order: int = 0,
) -> Unit | Refusal:
    """A new unit below `parent`, with the next free number of the organisation."""
    if refusal := barred(by, organisation) or barred(by, parent.organisation):
        return refusal
    units = _locked(organisation)
    name, parent = name.strip(), units.get(pk=parent.pk)
    if refusal := administration.name_unit(name, taken=units.filter(name=name).exists()):
        return refusal
    if refusal := administration.place_unit("", parent.path, parent_open=parent.closed_on is None):
        return refusal
    number = units.aggregate(last=Max("number"))["last"] + 1
    unit = Unit.objects.create(
        organisation=organisation,
        parent=parent,
        number=number,
        path=f"{parent.path}{number}/",
        name=name,
        short_name=short_name.strip(),
        order=order,
    )
    after = {"name": name, "parent": parent.name, "short_name": unit.short_name, "order": order}
    _tell("unit.added", unit, by=by, at=at, after=after)
    return unit


@transaction.atomic
def rename_unit(
    unit: Unit, name: str, *, by: Actor, at: datetime, short_name: str | None = None, order: int | None = None
) -> Unit | Refusal:
    """Another name, and where given another short name or place among its siblings."""
    if refusal := barred(by, unit.organisation):
        return refusal
    units = _locked(unit.organisation)
    unit, name = units.get(pk=unit.pk), name.strip()
    if refusal := administration.name_unit(name, taken=units.filter(name=name).exclude(pk=unit.pk).exists()):
        return refusal
    wanted = {"name": name, "short_name": unit.short_name if short_name is None else short_name.strip()}
    wanted["order"] = unit.order if order is None else order
    before = {field: getattr(unit, field) for field, value in wanted.items() if getattr(unit, field) != value}
    if before:
        for field, value in wanted.items():
            setattr(unit, field, value)
        unit.save(update_fields=list(wanted))
        _tell("unit.renamed", unit, by=by, at=at, before=before, after={field: wanted[field] for field in before})
    return unit


@transaction.atomic
def move_unit(unit: Unit, *, parent: Unit, by: Actor, at: datetime) -> Unit | Refusal:
    """The unit and everything below it to another parent: all their paths in one UPDATE."""
    if refusal := barred(by, unit.organisation) or barred(by, parent.organisation):
        return refusal
    units = _locked(unit.organisation)
    unit, parent = units.get(pk=unit.pk), units.get(pk=parent.pk)
    below = units.filter(path__startswith=unit.path)
    deepest = max(path.count("/") for path in below.values_list("path", flat=True)) - unit.path.count("/")
    is_open = parent.closed_on is None
    if refusal := administration.place_unit(unit.path, parent.path, parent_open=is_open, levels_below=deepest):
        return refusal
    if unit.parent_id == parent.pk:
        return unit
    old, new, former = unit.path, f"{parent.path}{unit.number}/", unit.parent.name
    below.update(path=Concat(Value(new), Substr("path", len(old) + 1)))
    units.filter(pk=unit.pk).update(parent=parent)
    unit.refresh_from_db()
    before, after = {"parent": former, "path": old}, {"parent": parent.name, "path": new}
    _tell("unit.moved", unit, by=by, at=at, before=before, after=after)
    return unit


@transaction.atomic
def close_unit(unit: Unit, *, by: Actor, at: datetime, note: str = "") -> Unit | Refusal:
    """The unit is no more from this day on; it keeps its place, its name and its past."""
    if refusal := barred(by, unit.organisation):
        return refusal
    unit = _locked(unit.organisation).get(pk=unit.pk)
    refusal = administration.close_unit(
        unit.path,
        closed=unit.closed_on is not None,
        open_children=unit.children.filter(closed_on__isnull=True).count(),
        open_posts=Post.objects.filter(unit=unit, ended_on__isnull=True).count(),
    )
    if refusal := refusal or unfinished(unit):
        return refusal
    unit.closed_on = timezone.localdate(at)
    unit.save(update_fields=["closed_on"])
    _tell("unit.closed", unit, by=by, at=at, after={"closed_on": unit.closed_on}, note=note)
    return unit


@transaction.atomic
def reopen_unit(unit: Unit, *, by: Actor, at: datetime, note: str = "") -> Unit | Refusal:
    if refusal := barred(by, unit.organisation):
        return refusal
    unit = _locked(unit.organisation).select_related("parent").get(pk=unit.pk)
    if refusal := administration.reopen_unit(
        closed=unit.closed_on is not None, parent_open=unit.parent is None or unit.parent.closed_on is None
    ):
        return refusal
    before, unit.closed_on = {"closed_on": unit.closed_on}, None
    unit.save(update_fields=["closed_on"])
    _tell("unit.reopened", unit, by=by, at=at, before=before, note=note)
    return unit


def _locked(organisation: Organisation) -> QuerySet[Unit]:
    """The units of the organisation, whose row is locked: numbers, names and paths are decided one at a time."""
    Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
    return Unit.objects.filter(organisation=organisation)


def _tell(event: str, unit: Unit, *, by: Actor, at: datetime, **told: Any) -> None:
    record(event, unit.ref, organisation=unit.organisation.code, by=by, at=at, unit_path=unit.path, **told)

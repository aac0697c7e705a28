"""How does a confirmed list come in? All of it in one transaction, through the same actions as by hand, or none."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from bihuan.people.actions.account import change_account
from bihuan.people.actions.permission import Actor, barred
from bihuan.people.actions.post import change_post, give_post
from bihuan.people.actions.slip import Slip, open_account
from bihuan.people.actions.unit import add_unit, move_unit, rename_unit
from bihuan.people.models import Account, Organisation, Post, Unit
from bihuan.people.queries.roster import known
from bihuan.people.roster import PersonStep, Plan, UnitStep, plan
from bihuan.reading.kinds.people import Roster
from bihuan.rules.life import Refusal
from bihuan.say import say
from bihuan.trail.actions import record


@dataclass(frozen=True)
class Imported:
    """What came in: the slips of the new people, and the counts."""

    slips: tuple[Slip, ...]
    counts: dict[str, int]


class _StepRefusedError(Exception):
    def __init__(self, refusal: Refusal) -> None:
        self.refusal = refusal


def plan_import(organisation: Organisation, roster: Roster) -> Plan:
    """The dry run: nothing is written."""
    return plan(roster, known(organisation, [person.username for person in roster.people]))


def import_people(
    organisation: Organisation, roster: Roster, *, mark: str, by: Actor, at: datetime
) -> Imported | Refusal:
    """Do what the plan with this mark said; refused where the same list would do something else by now."""
    if refusal := barred(by, organisation):
        return refusal
    try:
        with transaction.atomic():
            return _import(organisation, roster, mark, by, at)
    except _StepRefusedError as stopped:
        return stopped.refusal


def _import(organisation: Organisation, roster: Roster, mark: str, by: Actor, at: datetime) -> Imported:
    Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
    steps = plan_import(organisation, roster)
    if steps.faults or steps.mark != mark:
        raise _StepRefusedError(Refusal("when", say("在您查看期间单位或人员有了变化，请重新核对后再确认。")))
    for unit in steps.units:
        _do_unit(organisation, unit, by, at)
    units = {unit.name: unit for unit in Unit.objects.filter(organisation=organisation)}
    slips = [slip for person in steps.people if (slip := _do_person(organisation, person, units, by, at))]
    counts = steps.counts()
    record("people.imported", organisation.code, organisation=organisation.code, by=by, at=at, after=counts)
    return Imported(tuple(slips), counts)


def _do_unit(organisation: Organisation, step: UnitStep, by: Actor, at: datetime) -> None:
    draft, units = step.draft, Unit.objects.filter(organisation=organisation)
    if step.verdict == "unchanged":
        return
    parent = units.get(name=step.parent) if step.parent else None
    if step.verdict == "added":
        given = {"parent": parent, "short_name": draft.short_name, "order": draft.order or 0}
        _done(add_unit(organisation, draft.name, **given, by=by, at=at))
        return
    unit = units.get(name=draft.name)
    _done(rename_unit(unit, unit.name, short_name=draft.short_name or None, order=draft.order, by=by, at=at))
    if parent is not None and unit.parent_id != parent.pk:
        _done(move_unit(unit, parent=parent, by=by, at=at))


def _do_person(
    organisation: Organisation, step: PersonStep, units: dict[str, Unit], by: Actor, at: datetime
) -> Slip | None:
    draft, slip = step.draft, None
    if step.verdict == "unchanged":
        return None
    if step.is_first and not step.is_known:
        account, slip = _done(open_account(organisation, draft.username, draft.name, phone=draft.phone, by=by, at=at))
    else:
        account = Account.objects.get(organisation=organisation, username=draft.username)
        if step.is_first:
            _done(change_account(account, name=draft.name, phone=draft.phone or account.phone, by=by, at=at))
    charge = [units[name] for name in step.charge]
    if not step.has_post:
        _done(give_post(account, units[step.unit], step.role, title=draft.title, charge=charge, by=by, at=at))
    else:
        post = Post.objects.get(account=account, unit=units[step.unit], role=step.role)
        _done(change_post(post, title=draft.title or post.title, charge=charge or None, by=by, at=at))
    return slip


def _done(outcome: object) -> object:
    """The outcome of one step; a refusal undoes the whole import."""
    if isinstance(outcome, Refusal):
        raise _StepRefusedError(outcome)
    return outcome

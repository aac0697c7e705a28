"""What can happen to a post? Given, its title or charge changed, ended; a post given again is the old one revived."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from bihuan.people.actions.account import locked
from bihuan.people.actions.permission import Actor, barred
from bihuan.people.belongings import belongings
from bihuan.people.models import Account, Post, Unit
from bihuan.rules import administration, succession
from bihuan.rules.life import Refusal
from bihuan.rules.people import Role
from bihuan.trail.actions import record


@transaction.atomic
def give_post(
    account: Account,
    unit: Unit,
    role: Role,
    *,
    by: Actor,
    at: datetime,
    title: str = "",
    charge: Iterable[Unit] = (),
) -> Post | Refusal:
    """A role in a unit from now on; for a leader with the units in charge."""
    charge = list(charge)
    if refusal := _barred(by, account, unit, *charge):
        return refusal
    account = locked(account)
    former = Post.objects.filter(account=account, unit=unit, role=role).first()
    refusal = administration.give_post(
        Role(role),
        unit_open=unit.closed_on is None,
        account_active=account.is_active,
        held=former is not None and former.ended_on is None,
        charges=len(charge),
    )
    if refusal:
        return refusal
    post = former or Post(account=account, unit=unit, role=role)
    post.title, post.ended_on = title.strip(), None
    post.save()
    post.charge.set(charge)
    after = {"unit": unit.name, "role": post.role, "title": post.title, "charge": [u.name for u in charge]}
    _tell("post.given", post, by=by, at=at, after=after)
    return post


@transaction.atomic
def set_charge(post: Post, charge: Iterable[Unit], *, by: Actor, at: datetime) -> Post | Refusal:
    """Which units this leader answers for, each with everything below it."""
    charge = list(charge)
    if refusal := _barred(by, post.account, post.unit, *charge):
        return refusal
    post = Post.objects.select_for_update().get(pk=post.pk)
    if refusal := administration.set_charge(Role(post.role), charges=len(charge), ended=post.ended_on is not None):
        return refusal
    before, after = ([unit.name for unit in units] for units in (post.charge.all(), charge))
    if set(before) != set(after):
        post.charge.set(charge)
        _tell("post.charge_set", post, by=by, at=at, before={"charge": before}, after={"charge": after})
    return post


@transaction.atomic
def set_title(post: Post, title: str, *, by: Actor, at: datetime) -> Post | Refusal:
    if refusal := _barred(by, post.account, post.unit):
        return refusal
    post = Post.objects.select_for_update().get(pk=post.pk)
    if refusal := administration.set_charge(Role(post.role), charges=0, ended=post.ended_on is not None):
        return refusal
    before, after = post.title, title.strip()
    if before != after:
        post.title = after
        post.save(update_fields=["title"])
        _tell("post.title_set", post, by=by, at=at, before={"title": before}, after={"title": after})
    return post


@transaction.atomic
def change_post(
    post: Post, *, title: str, by: Actor, at: datetime, charge: Iterable[Unit] | None = None
) -> Post | Refusal:
    """Title and, where given, charge: both or neither."""
    outcome = set_title(post, title, by=by, at=at)
    if charge is not None and not isinstance(outcome, Refusal):
        outcome = set_charge(post, charge, by=by, at=at)
    if isinstance(outcome, Refusal):
        transaction.set_rollback(True)
    return outcome


@transaction.atomic
def end_post(post: Post, *, by: Actor, at: datetime, note: str = "") -> Post | Refusal:
    """The person no longer has this role in this unit; what was done with it stays done."""
    if refusal := _barred(by, post.account, post.unit):
        return refusal
    locked(post.account)
    post = Post.objects.select_for_update().get(pk=post.pk)
    others = Post.objects.filter(
        account__organisation=post.account.organisation_id,
        account__is_active=True,
        role=Role.OFFICE,
        ended_on__isnull=True,
        unit__closed_on__isnull=True,
    ).exclude(pk=post.pk)
    ended = post.ended_on is not None
    refusal = administration.end_post(Role(post.role), ended=ended, other_office_posts=others.count())
    left = len(belongings(post.account))
    if refusal := refusal or succession.leave(post.account.name, left, note):
        return refusal
    post.ended_on = timezone.localdate(at)
    post.save(update_fields=["ended_on"])
    before = {"unit": post.unit.name, "role": post.role, "title": post.title}
    after = {"ended_on": post.ended_on} | ({"left_open": left} if left else {})
    _tell("post.ended", post, by=by, at=at, before=before, after=after, note=note)
    return post


def _barred(by: Actor, account: Account, *units: Unit) -> Refusal | None:
    """Account and units must all be of the one organisation that the actor looks after."""
    organisation = account.organisation
    if any(unit.organisation_id != organisation.pk for unit in units):
        return administration.administer(frozenset(), same_organisation=False)
    return barred(by, organisation)


def _tell(event: str, post: Post, *, by: Actor, at: datetime, **told: Any) -> None:
    code = post.account.organisation.code
    record(event, post.account.username, organisation=code, by=by, at=at, unit_path=post.unit.path, **told)

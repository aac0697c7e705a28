"""What can happen to an account? Added, changed, deactivated, activated again, unlocked; never deleted."""

from datetime import datetime
from typing import Any

from axes.utils import reset
from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction

from bihuan.people.actions.password import unfit
from bihuan.people.actions.permission import Actor, barred
from bihuan.people.belongings import belongings
from bihuan.people.models import Account, Organisation, Post
from bihuan.rules import administration, succession
from bihuan.rules.life import Refusal
from bihuan.rules.people import Role
from bihuan.trail.actions import record


@transaction.atomic
def add_account(
    organisation: Organisation,
    username: str,
    name: str,
    *,
    password: str,
    by: Actor,
    at: datetime,
    phone: str = "",
    must_change_password: bool = False,
    hasher: Any = "default",
) -> Account | Refusal:
    """A new account without posts. `hasher` as for Django's make_password; see `password.QuickArgon2`."""
    if refusal := barred(by, organisation):
        return refusal
    username, name = spelt(username), name.strip()
    taken = Account.objects.filter(username=username).exists()
    if refusal := administration.name_account(username, name, taken=taken):
        return refusal
    account = Account(
        organisation=organisation,
        username=username,
        name=name,
        phone=phone.strip(),
        must_change_password=must_change_password,
    )
    if refusal := unfit(password, account):
        return refusal
    account.password = make_password(password, hasher=hasher)
    try:
        with transaction.atomic():
            account.save(force_insert=True)
    except IntegrityError:  # another organisation took the name at the same moment
        return administration.name_account(username, name, taken=True)
    tell("account.added", account, by=by, at=at, after={"name": name, "phone": account.phone})
    return account


@transaction.atomic
def change_account(account: Account, *, name: str, phone: str, by: Actor, at: datetime) -> Account | Refusal:
    """Another name or telephone number; the username stays for good, because the trail speaks of it."""
    if refusal := barred(by, account.organisation):
        return refusal
    account = locked(account)
    wanted = {"name": name.strip(), "phone": phone.strip()}
    if refusal := administration.name_account(account.username, wanted["name"], taken=False):
        return refusal
    before = {field: getattr(account, field) for field, value in wanted.items() if getattr(account, field) != value}
    if before:
        account.name, account.phone = wanted["name"], wanted["phone"]
        account.save(update_fields=["name", "phone"])
        tell("account.changed", account, by=by, at=at, before=before, after={field: wanted[field] for field in before})
    return account


@transaction.atomic
def deactivate_account(account: Account, *, by: Actor, at: datetime, note: str = "") -> Account | Refusal:
    """Nobody signs in with it any more, and whoever is signed in is out with the next click; its posts stay."""
    if refusal := barred(by, account.organisation):
        return refusal
    account = locked(account)
    refusal = administration.deactivate(
        active=account.is_active,
        own=account.username == by.username,
        holds_office=_office_posts(account.organisation).filter(account=account).exists(),
        other_office_posts=_office_posts(account.organisation).exclude(account=account).count(),
    )
    left = len(belongings(account))
    if refusal := refusal or succession.leave(account.name, left, note):
        return refusal
    account.is_active = False
    account.save(update_fields=["is_active"])
    tell("account.deactivated", account, by=by, at=at, after={"left_open": left} if left else {}, note=note)
    return account


@transaction.atomic
def reactivate_account(account: Account, *, by: Actor, at: datetime, note: str = "") -> Account | Refusal:
    if refusal := barred(by, account.organisation):
        return refusal
    account = locked(account)
    if refusal := administration.reactivate(active=account.is_active):
        return refusal
    account.is_active = True
    account.save(update_fields=["is_active"])
    tell("account.reactivated", account, by=by, at=at, note=note)
    return account


@transaction.atomic
def unlock_account(account: Account, *, by: Actor, at: datetime) -> Account | Refusal:
    """Forget the failed attempts, so that the person need not wait."""
    if refusal := barred(by, account.organisation):
        return refusal
    reset(username=account.username)
    tell("account.unlocked", account, by=by, at=at)
    return account


def spelt(username: str) -> str:
    """The one spelling of a username: full-width letters and capitals are the same as plain ones."""
    return Account.normalize_username(username).strip().lower()


def locked(account: Account) -> Account:
    """The account with its row locked, after its organisation's: the last office post is counted under that lock."""
    Organisation.objects.select_for_update(no_key=True).get(pk=account.organisation_id)
    return Account.objects.select_for_update().get(pk=account.pk)


def tell(event: str, account: Account, *, by: Actor, at: datetime, **told: Any) -> None:
    record(event, account.username, organisation=account.organisation.code, by=by, at=at, **told)


def _office_posts(organisation: Organisation) -> Any:
    """The office posts that somebody can act with today."""
    return Post.objects.filter(
        account__organisation=organisation,
        account__is_active=True,
        role=Role.OFFICE,
        ended_on__isnull=True,
        unit__closed_on__isnull=True,
    )

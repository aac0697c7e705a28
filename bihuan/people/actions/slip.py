"""How does a person get the first password? On a slip of paper: made here, shown once, kept nowhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from bihuan.people.actions.account import add_account
from bihuan.people.actions.password import QuickArgon2, made, set_password
from bihuan.people.actions.permission import Actor
from bihuan.people.actions.post import give_post
from bihuan.people.models import Account, Organisation, Unit
from bihuan.rules.life import Refusal
from bihuan.rules.people import Role


@dataclass(frozen=True)
class Slip:
    """What is printed and handed over."""

    name: str
    username: str
    password: str


@transaction.atomic
def add_person(
    organisation: Organisation,
    *,
    name: str,
    username: str,
    phone: str,
    unit: Unit,
    role: Role,
    title: str,
    charge: Iterable[Unit],
    by: Actor,
    at: datetime,
) -> Slip | Refusal:
    """An account with its first post; neither without the other."""
    outcome = open_account(organisation, username, name, phone=phone, by=by, at=at)
    if isinstance(outcome, Refusal):
        return outcome
    account, slip = outcome
    post = give_post(account, unit, role, title=title, charge=charge, by=by, at=at)
    if isinstance(post, Refusal):
        transaction.set_rollback(True)
        return post
    return slip


def open_account(
    organisation: Organisation, username: str, name: str, *, phone: str, by: Actor, at: datetime
) -> tuple[Account, Slip] | Refusal:
    """A new account with a made password."""
    password = made()
    account = add_account(
        organisation,
        username,
        name,
        password=password,
        phone=phone,
        must_change_password=True,
        hasher=QuickArgon2(),
        by=by,
        at=at,
    )
    return account if isinstance(account, Refusal) else (account, Slip(account.name, account.username, password))


def renew_password(account: Account, *, by: Actor, at: datetime) -> Slip | Refusal:
    """Another first password, for somebody who has lost the slip or forgotten the own one."""
    password = made()
    outcome = set_password(account, password, by=by, at=at)
    return outcome if isinstance(outcome, Refusal) else Slip(outcome.name, outcome.username, password)

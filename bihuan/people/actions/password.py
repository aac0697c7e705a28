"""How does a password change? By its owner who knows the old one; or by the office, for the first sign-in."""

from datetime import datetime

from django.contrib.auth.hashers import Argon2PasswordHasher
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.crypto import get_random_string

from bihuan.people.actions.permission import Actor, barred
from bihuan.people.models import Account
from bihuan.people.viewer import Viewer
from bihuan.rules.life import Refusal
from bihuan.say import say
from bihuan.trail.actions import record

LEGIBLE = "abcdefghjkmnpqrstuvwxyz23456789"
"""No letter or digit here is taken for another one on paper."""


class QuickArgon2(Argon2PasswordHasher):
    """For a made password only: it is random, so guessing it is hopeless whatever one guess costs.

    It lets an import make five hundred accounts without holding the database for half a minute. Django makes the
    hash anew, at full strength, when the owner first signs in.
    """

    time_cost, memory_cost, parallelism = 1, 1024, 1


def made() -> str:
    """A first password, as a person copies it from paper: `k7mp-w3xh-q9td`, 59 bits."""
    return "-".join(get_random_string(4, LEGIBLE) for _ in range(3))


@transaction.atomic
def set_password(account: Account, password: str, *, by: Actor, at: datetime) -> Account | Refusal:
    """A first password, given by the office; the person changes it on the next sign-in. Ends the person's sessions."""
    if refusal := barred(by, account.organisation):
        return refusal
    account = Account.objects.select_for_update().get(pk=account.pk)
    if refusal := unfit(password, account):
        return refusal
    account.set_password(password)
    account.must_change_password = True
    account.save(update_fields=["password", "must_change_password"])
    record("account.password_set", account.username, organisation=account.organisation.code, by=by, at=at)
    return account


@transaction.atomic
def change_own_password(*, old: str, new: str, by: Viewer, at: datetime) -> Account | Refusal:
    """The person's own change. The caller keeps the session alive (`update_session_auth_hash`)."""
    account = Account.objects.select_for_update().get(pk=by.account.pk)
    if not account.check_password(old):
        return Refusal("what", say("原密码不对，请重新输入。"))
    if old == new:
        return Refusal("what", say("新密码与原密码相同，请换一个。"))
    if refusal := unfit(new, account):
        return refusal
    account.set_password(new)
    account.must_change_password = False
    account.save(update_fields=["password", "must_change_password"])
    record("account.password_changed", account.username, organisation=by.organisation.code, by=by, at=at)
    return account


def unfit(password: str, account: Account) -> Refusal | None:
    """Why this password is not good enough for this account, in the reader's language."""
    try:
        validate_password(password, account)
    except ValidationError as error:
        return Refusal("what", say("密码不合要求：{reasons}", reasons=" ".join(error.messages)))
    return None

"""What happens at the door? Signing in and out, and the lock after repeated failures; each leaves a line in the trail.

These take the request, because the session and the count of failures belong to a browser and not to a viewer.
"""

from datetime import datetime

from django.contrib.auth import authenticate, login, logout
from django.db import transaction
from django.http import HttpRequest

from bihuan.people.actions.account import spelt
from bihuan.people.models import Account
from bihuan.people.queries.signing import locked_until, tries_left
from bihuan.people.viewer import System, Viewer, viewer_of
from bihuan.rules.life import Refusal
from bihuan.say import say
from bihuan.trail.actions import record


def sign_in(request: HttpRequest, *, username: str, password: str, at: datetime) -> Account | Refusal:
    """The account, now signed in. A wrong name and a wrong password get the same answer."""
    username = spelt(username)
    was_locked = locked_until(username, at=at) is not None
    account = authenticate(request, username=username, password=password)
    if account is None:
        return _failed(username, was_locked=was_locked, at=at)
    with transaction.atomic():
        login(request, account)
        record("account.signed_in", username, organisation=account.organisation.code, by=viewer_of(account), at=at)
    return account


def _failed(username: str, *, was_locked: bool, at: datetime) -> Refusal:
    """The answer to a failure; the one that locks the account is told in its organisation's trail."""
    left = tries_left(username, at=at)
    account = Account.objects.filter(username=username).select_related("organisation").first()
    if not left and not was_locked and account is not None:
        with transaction.atomic():
            record("account.locked", username, organisation=account.organisation.code, by=System(), at=at)
    return Refusal("what", say("登录名或密码不对。还可以再试 {left} 次。", left=left))


def sign_out(request: HttpRequest, *, at: datetime) -> None:
    """Ends the session; nothing happens where there is none."""
    viewer = request.viewer
    with transaction.atomic():
        if viewer:
            record("account.signed_out", viewer.username, organisation=viewer.organisation.code, by=viewer, at=at)
        logout(request)


@transaction.atomic
def change_own_settings(*, phone: str, language: str, by: Viewer, at: datetime) -> Account:
    """The two things about an account that are its owner's own affair."""
    account = Account.objects.select_for_update().get(pk=by.account.pk)
    wanted = {"phone": phone.strip(), "language": language}
    before = {field: getattr(account, field) for field, value in wanted.items() if getattr(account, field) != value}
    if before:
        account.phone, account.language = wanted["phone"], wanted["language"]
        account.save(update_fields=["phone", "language"])
        record(
            "account.settings_changed",
            account.username,
            organisation=by.organisation.code,
            by=by,
            at=at,
            before=before,
            after={field: wanted[field] for field in before},
        )
    return account

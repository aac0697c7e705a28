"""What is done to a private calendar address? It is made, renewed and revoked by the person whose calendar it is.

The secret in the address is given back once and never kept: the table has its SHA-256.
"""

from datetime import datetime
from hashlib import sha256
from secrets import token_urlsafe

from django.db import transaction

from bihuan.desk.models import Subscription
from bihuan.people.models import Account
from bihuan.people.viewer import Viewer
from bihuan.rules.life import Refusal
from bihuan.say import say
from bihuan.trail.actions import record

BYTES = 32


@transaction.atomic
def subscribe(*, by: Viewer, at: datetime) -> str:
    """A new secret for this person's calendar; the one before opens nothing any more."""
    Account.objects.select_for_update(of=("self",)).get(pk=by.account.pk)
    token = token_urlsafe(BYTES)
    kept = {"digest": sha256(token.encode()).hexdigest(), "made_at": at}
    _row, is_new = Subscription.objects.update_or_create(account=by.account, defaults=kept)
    _record("subscription.made" if is_new else "subscription.renewed", by=by, at=at)
    return token


@transaction.atomic
def unsubscribe(*, by: Viewer, at: datetime) -> Refusal | None:
    deleted, _of_what = Subscription.objects.filter(account=by.account).delete()
    if not deleted:
        return Refusal("when", say("没有开通日历订阅，不需要停用。"))
    _record("subscription.revoked", by=by, at=at)
    return None


def _record(event: str, *, by: Viewer, at: datetime) -> None:
    record(event, by.username, organisation=by.organisation.code, by=by, at=at)

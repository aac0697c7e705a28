"""How does everything that a person has in hand go to a successor? In one step, signed by both, told for each thing."""

from datetime import datetime

from django.db import transaction

from bihuan.people.actions.account import locked, tell
from bihuan.people.actions.permission import barred
from bihuan.people.belongings import KEEPERS, bar, belongings
from bihuan.people.models import Account, Post
from bihuan.people.viewer import Viewer
from bihuan.rules import succession
from bihuan.rules.life import Refusal


@transaction.atomic
def hand_on(
    account: Account,
    *,
    successor: Account,
    signed_leaver: str,
    signed_successor: str,
    by: Viewer,
    at: datetime,
    note: str = "",
) -> Account | Refusal:
    """All or nothing: where one thing cannot go to this successor, nothing goes."""
    refusal = barred(by, account.organisation) or barred(by, successor.organisation)
    if refusal:
        return refusal
    account, things = locked(account), belongings(account)
    facts = succession.Facts(
        open=len(things),
        leaver=account.name,
        successor=successor.name,
        same=account.pk == successor.pk,
        able=successor.is_active and _holds_a_post(successor),
        signed_leaver=signed_leaver,
        signed_successor=signed_successor,
    )
    if refusal := succession.hand_on(facts) or bar(account, successor):
        return refusal
    for keeper in KEEPERS:
        keeper.pass_on(account, successor, by=by, at=at)
    signed = {"signed_leaver": signed_leaver.strip(), "signed_successor": signed_successor.strip()}
    after = {"successor": successor.name, "count": len(things), **signed}
    tell("account.handed_on", account, by=by, at=at, after=after, note=note.strip())
    return account


def _holds_a_post(account: Account) -> bool:
    return Post.objects.filter(account=account, ended_on__isnull=True, unit__closed_on__isnull=True).exists()

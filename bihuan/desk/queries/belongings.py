"""What of the desk is in a person's hands by name? The open requests that name a handler."""

from django.db.models import QuerySet

from bihuan.desk.models import Request
from bihuan.desk.queries.requests import OVER, requests_for
from bihuan.people.belongings import Belonging
from bihuan.people.models import Account
from bihuan.people.viewer import viewer_of
from bihuan.rules.life import Refusal
from bihuan.say import say

HANDLER = say("承办人")


def in_hand(account: Account) -> QuerySet[Request]:
    rows = Request.objects.filter(organisation=account.organisation, handler=account)
    return rows.exclude(status__in=OVER).order_by("number")


def open_of(account: Account) -> list[Belonging]:
    """One query."""
    return [Belonging(row.ref, row.text, (HANDLER,)) for row in in_hand(account)]


def bar(account: Account, successor: Account) -> Refusal | None:
    """Whoever is to do the work must be able to see it."""
    seen = requests_for(viewer_of(successor)).values("pk")
    row = in_hand(account).exclude(pk__in=seen).select_related("lead_unit").first()
    if row is None:
        return None
    unit = row.lead_unit.label if row.lead_unit else ""
    return Refusal("what", say("{ref} 由{unit}承办，{name}在那里没有岗位，请先设置岗位或另选接收人。",
                               ref=row.ref, unit=unit, name=successor.name))  # fmt: skip

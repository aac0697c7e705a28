"""How do the requests that a person handles go to a successor? The ball stays where it is; one line for each."""

from datetime import datetime

from bihuan.desk.models import Request
from bihuan.desk.queries.belongings import in_hand
from bihuan.people.models import Account
from bihuan.people.viewer import Viewer
from bihuan.trail.actions import Told, record_all

BATCH = 500


def pass_on(account: Account, successor: Account, *, by: Viewer, at: datetime) -> None:
    """Inside the transaction of `people.actions.hand_on`, which has asked whether it may be."""
    rows = list(in_hand(account).select_for_update(of=("self",)).select_related("lead_unit"))
    before, after = {"handler": account.name}, {"handler": successor.name}
    for row in rows:
        row.handler = successor
    Request.objects.bulk_update(rows, ["handler"], batch_size=BATCH)
    told = [
        Told("request.handed_on", row.ref, row.lead_unit.path if row.lead_unit else "", before, after) for row in rows
    ]
    record_all(told, organisation=account.organisation.code, by=by, at=at)

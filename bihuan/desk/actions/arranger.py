"""Who may see who is interviewed? The office gives the two seats and takes them back; each time it is written down."""

from datetime import datetime

from django.db import transaction

from bihuan.desk.models import Arranger
from bihuan.desk.queries.arrangers import SEATS, arrangers_of
from bihuan.people.models import Account
from bihuan.people.viewer import Viewer, viewer_of
from bihuan.rounds.models import Round
from bihuan.rules.interview import unfit
from bihuan.rules.life import Refusal
from bihuan.say import say
from bihuan.trail.actions import record


@transaction.atomic
def seat(round: Round, account: Account, *, by: Viewer, at: datetime) -> Arranger | Refusal:
    """Give the first free seat. The office gives it; whoever leads or supervises never gets one."""
    Round.objects.select_for_update(of=("self",)).get(pk=round.pk)
    held = arrangers_of(round)
    if not _runs(round, by):
        return Refusal("who", say("谈话安排人由联络组指定。"))
    if account.organisation_id != round.organisation_id or not account.is_active:
        return Refusal("what", say("请从名单中选择一人。"))
    if any(row.account_id == account.pk for row in held):
        return Refusal("when", say("{name}已经是谈话安排人。", name=account.name))
    if len(held) >= len(SEATS):
        return Refusal("when", say("谈话安排人最多两人，请先取消其中一人。"))
    if refusal := unfit(viewer_of(account).roles):
        return refusal
    number = next(number for number in SEATS if number not in {row.seat for row in held})
    row = Arranger.objects.create(round=round, account=account, seat=number)
    _tell("arranger.seated", row, by=by, at=at)
    return row


@transaction.atomic
def unseat(round: Round, account: Account, *, by: Viewer, at: datetime) -> Round | Refusal:
    """Take a seat back: the office does, or the one who sits there. What the person has seen stays in the trail."""
    if not (_runs(round, by) or by.account == account):
        return Refusal("who", say("谈话安排人由联络组指定。"))
    row = Arranger.objects.select_for_update().filter(round=round, account=account).first()
    if row is None:
        return Refusal("when", say("此人已经不是谈话安排人。"))
    row.delete()
    _tell("arranger.unseated", row, by=by, at=at)
    return round


def _runs(round: Round, by: Viewer) -> bool:
    return by.is_office and by.organisation.pk == round.organisation_id


def _tell(event: str, row: Arranger, *, by: Viewer, at: datetime) -> None:
    organisation = row.round.organisation.code
    record(event, row.round.ref, organisation=organisation, by=by, at=at, after={"arranger": row.account.name})

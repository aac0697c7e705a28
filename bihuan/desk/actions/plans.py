"""What do all plans of the desk ask before they are saved: who plans, in which round, and what is in the way?"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone

from bihuan.desk.queries.bookings import obstacles
from bihuan.people.models import Organisation, Unit
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.life import Refusal
from bihuan.rules.people import Role
from bihuan.rules.rounds import may_change
from bihuan.rules.slots import Booking
from bihuan.say import say

DOUBTFUL = say("有几处需要核对；确需如此，请勾选“仍按此安排”后再保存。")
IMPOSSIBLE = say("这样安排行不通，请调整时间或车辆。")

Values = Mapping[str, Any]


def may_plan(organisation: Organisation, round: Round, by: Viewer) -> Refusal | None:
    """Plans are made by the office of the inspected organisation, in a round that is not finished."""
    if Role.OFFICE not in by.roles or by.organisation != organisation:
        return Refusal("who", say("行程由联络组安排，请与联络组联系。"))
    return may_change(round.finished_on)


def hold(organisation: Organisation) -> Organisation:
    """Held until the transaction ends, so that two plans cannot take one vehicle, or one number, at once."""
    return Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)


def bad_plan(unit: Unit, organisation: Organisation, starts_at: datetime, ends_at: datetime) -> Refusal | None:
    """What no confirmation mends: a unit that is no more, or an end before the start."""
    if unit.organisation_id != organisation.pk:
        return Refusal("what", say("请选择单位。"))
    if unit.closed_on is not None:
        text = say("“{unit}”已于 {date} 撤销，请选择现在的单位。", unit=unit.label, date=unit.closed_on.isoformat())
        return Refusal("what", text)
    if ends_at <= starts_at:
        return Refusal("what", say("结束时间应晚于开始时间，请改正。"))
    return None


def in_the_way(organisation: Organisation, booking: Booking, *, at: datetime, confirmed: bool) -> Refusal | None:
    """Why a plan is not saved: it cannot be, or nobody has said yet that it is meant."""
    found = obstacles(organisation, booking, at=at)
    if found.barred:
        return Refusal("what", IMPOSSIBLE, found.barred)
    if found.doubts and not confirmed:
        return Refusal("what", DOUBTFUL, found.doubts)
    return None


def told(moment: datetime) -> str:
    """A moment as the trail keeps it, for people to read."""
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M")

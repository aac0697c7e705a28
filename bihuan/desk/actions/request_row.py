"""How is a request held while something is written to it, and how is the write told? One line under the lead unit."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone

from bihuan.desk.models import Handoff, Request
from bihuan.desk.queries.request_facts import gather, holder, unit_in_hand
from bihuan.desk.queries.requests import RELATED
from bihuan.people.models import Unit
from bihuan.people.viewer import Viewer
from bihuan.rules.life import Refusal
from bihuan.rules.request import Status
from bihuan.say import say
from bihuan.trail.actions import record

Values = Mapping[str, Any]


def locked(request: Request) -> Request:
    """The row as it is now with what the rules ask of it, held until the transaction ends."""
    Request.objects.select_for_update().get(pk=request.pk)
    return gather(Request.objects.select_related(*RELATED).get(pk=request.pk))


def clock(moment: datetime) -> str:
    """A moment as the trail keeps it for people: `2026-03-31 17:30`."""
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M")


def tell(
    event: str,
    request: Request,
    *,
    by: Viewer,
    at: datetime,
    before: Values | None = None,
    after: Values | None = None,
    note: str = "",
) -> None:
    record(
        event,
        request.ref,
        organisation=request.organisation.code,
        by=by,
        at=at,
        unit_path=request.lead_unit.path if request.lead_unit else "",
        before=before,
        after=after,
        note=note,
    )


def changed(before: Values, after: Values) -> tuple[dict[str, Any], dict[str, Any]]:
    """(before, after) without the fields that stayed as they were."""
    fields = [name for name in after if before.get(name) != after[name]]
    return {name: before.get(name) for name in fields}, {name: after[name] for name in fields}


def barred(unit: Unit | None, request: Request) -> Refusal | None:
    """Why a request cannot be given to this unit."""
    if unit is None or unit.organisation_id != request.organisation_id:
        return Refusal("what", say("请选择单位。"))
    if unit.closed_on is not None:
        return Refusal("what", say("{unit}已撤并，请选择现在承担这项工作的单位。", unit=unit.label))
    return None


def pass_on(row: Request, status: Status, move: str, *, by: Viewer, at: datetime, note: str) -> Handoff:
    """Bring the row into a status, with whoever has the ball then, and keep the pass."""
    party, unit = row.holder, unit_before(row)
    row.status = status.value
    row.holder = holder(row)
    now = unit_in_hand(row)
    if (row.holder, now) != (party, unit):
        row.since = at
    row.save()
    return Handoff.objects.create(
        request=row,
        move=move,
        from_party=party,
        from_unit=unit,
        to_party=row.holder,
        to_unit=now,
        to_status=row.status,
        note=note,
        by=by.account,
        at=at,
    )


def unit_before(row: Request) -> Unit | None:
    """The unit that had the ball according to the last pass, whatever the row has been changed to since."""
    last = row.handoffs.select_related("to_unit").last()
    return last.to_unit if last else None

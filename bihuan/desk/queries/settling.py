"""By when does the office decide an objection? Worked out from the organisation's calendar while it is open."""

from collections.abc import Iterator
from datetime import datetime

from django.utils import timezone

from bihuan.desk.models import Objection, Request
from bihuan.people.models import Organisation
from bihuan.rounds.dated import Dated
from bihuan.rules.request import Status
from bihuan.rules.request_time import settle_by
from bihuan.rules.workdays import Calendar
from bihuan.say import say


def settled_by(objection: Objection, calendar: Calendar) -> datetime:
    return settle_by(timezone.localtime(objection.raised_at), calendar)


def objections_dated(organisation: Organisation, calendar: Calendar) -> Iterator[Dated]:
    """The last objection of every request that waits for a decision."""
    waiting = Request.objects.filter(organisation=organisation, status=Status.OBJECTED.value)
    for request in waiting.select_related("lead_unit").prefetch_related("objections").order_by("number"):
        objection = list(request.objections.all())[-1]
        path = request.lead_unit.path if request.lead_unit else ""
        on = settled_by(objection, calendar).date()
        yield Dated("request", request.ref, request.text, "settle_by", say("异议处理"), on, path)

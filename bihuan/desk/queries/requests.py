"""Which requests may this viewer see, and which wait for him or her? One filter for every page, count and choice."""

import re
from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from django.http import Http404

from bihuan.desk.models import Request, RequestSupport
from bihuan.desk.queries.request_facts import GATHERED
from bihuan.people.models import Unit
from bihuan.people.viewer import Viewer
from bihuan.rules.people import Role
from bihuan.rules.request import Party, Status
from bihuan.say import Say, say

RELATED = ("organisation", "round", "lead_unit", "handler", "visit")
DUE = Coalesce("moved_due_at", "due_at")
"""The present due time, for the database; `Request.due` is its twin."""
OVER = (Status.CLOSED.value, Status.WITHDRAWN.value)
MOST = 500
"""How many requests one step may touch at once."""


def requests_for(viewer: Viewer) -> QuerySet[Request]:
    """Office, first responsible and supervisors see all; others what own units or units in charge lead or support."""
    requests = Request.objects.filter(organisation=viewer.organisation)
    if viewer.sees_all:
        return requests
    supported = RequestSupport.objects.filter(viewer.within("unit__path"), request=OuterRef("pk"))
    return requests.filter(viewer.within("lead_unit__path") | Q(Exists(supported)))


def number_of(ref: str) -> int:
    """`R-014` → 14. Raises Http404 for anything else."""
    match = re.fullmatch(r"R-([0-9]{1,9})", ref)
    if match is None:
        raise Http404(ref)
    return int(match[1])


def request_for(viewer: Viewer, ref: str) -> Request:
    """One request by its reference, or Http404."""
    row = requests_for(viewer).filter(number=number_of(ref)).select_related(*RELATED).first()
    if row is None:
        raise Http404(ref)
    return row


def requests_named(viewer: Viewer, refs: Iterable[str]) -> list[Request]:
    """The requests with these references that the viewer may see; whatever else was named is left out."""
    numbers = {int(match[1]) for ref in refs if (match := re.fullmatch(r"R-([0-9]{1,9})", ref))}
    rows = requests_for(viewer).filter(number__in=sorted(numbers)[:MOST]).select_related(*RELATED)
    return list(rows.prefetch_related(*GATHERED).order_by("number"))


def requests_waiting_for(viewer: Viewer) -> QuerySet[Request]:
    """The requests whose next step is this viewer's, the most urgent first; `due_now` is the present due time.

    A unit's request waits for its heads, and for the handler it names or, where it names none, for every handler.
    """
    turn = Q(pk__in=[])
    unit, leader = Q(holder=Party.UNIT.value), Q(holder=Party.LEADER.value)
    for post in viewer.posts:
        within = Q(lead_unit__path__startswith=post.path)
        if post.role is Role.OFFICE:
            turn |= Q(holder=Party.OFFICE.value)
        if post.role is Role.FIRST:
            turn |= leader
        if post.role is Role.HEAD:
            turn |= unit & within
        if post.role is Role.HANDLER:
            turn |= unit & within & (Q(handler=viewer.account) | Q(handler__isnull=True))
        for path in post.charge:
            turn |= leader & Q(lead_unit__path__startswith=path)
    rows = requests_for(viewer).filter(turn).annotate(due_now=DUE)
    return rows.order_by("due_now", "number")


def open_requests_of(unit: Unit) -> Say | None:
    """What a unit still leads, for whoever wants to close the unit."""
    count = Request.objects.filter(lead_unit=unit).exclude(status__in=OVER).count()
    return say("还有 {count} 件由它承办的联络事项没有办结，请先改派或办结。", count=count) if count else None

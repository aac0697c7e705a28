"""Which meetings that the group attends may this viewer see?"""

from django.db.models import Q, QuerySet
from django.http import Http404

from bihuan.desk.models import Meeting
from bihuan.desk.queries.bookings import conflicts_between
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.slots import Conflict
from bihuan.rules.visit import BUFFER


def meetings_for(viewer: Viewer) -> QuerySet[Meeting]:
    """All for those who see the organisation; otherwise those of own units and units in charge, and own duties."""
    meetings = Meeting.objects.filter(organisation=viewer.organisation)
    return meetings if viewer.sees_all else meetings.filter(viewer.within("unit__path") | Q(contact=viewer.account))


def meeting_for(viewer: Viewer, ref: str) -> Meeting:
    """`C-001`, or Http404."""
    head, _, number = ref.partition("-")
    if head != "C" or not number.isdecimal() or len(number) > 9:
        raise Http404
    related = ("organisation", "round", "unit", "contact")
    row = meetings_for(viewer).filter(number=int(number)).select_related(*related).first()
    if row is None:
        raise Http404
    return row


def meetings_of(viewer: Viewer, round: Round) -> list[Meeting]:
    return list(meetings_for(viewer).filter(round=round).select_related("unit", "contact"))


def conflicts_of_meetings(viewer: Viewer, meetings: list[Meeting]) -> dict[str, list[Conflict]]:
    """For those who plan; a unit is not told of plans that concern others."""
    if not viewer.is_office or not meetings:
        return {}
    start, end = min(each.starts_at for each in meetings), max(each.ends_at for each in meetings)
    return conflicts_between(viewer.organisation, start - BUFFER, end + BUFFER)

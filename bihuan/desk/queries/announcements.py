"""What was announced in a round, where was it posted, and must the lines be closed by now?"""

from datetime import date

from django.db.models import QuerySet
from django.http import Http404

from bihuan.desk.models import Announcement, Posting
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round

SCOPE = "受理反映{organisation}领导班子及其成员、下一级党组织领导班子主要负责人和重要岗位党员干部问题的来信来电来访，重点是违反政治纪律、组织纪律、廉洁纪律、群众纪律、工作纪律、生活纪律等方面的问题。其他不属于受理范围的信访问题，按规定由有关部门处理。"  # noqa: E501
HOURS = "工作日 8:30–12:00，14:30–17:30"
"""What such announcements usually say of scope and hours; the office changes it to what the group gives."""


def announcements_for(viewer: Viewer) -> QuerySet[Announcement]:
    """An announcement is for everybody: the whole organisation sees it."""
    return Announcement.objects.filter(round__organisation=viewer.organisation).select_related(
        "round__organisation", "lines_closed_by", "code"
    )


def announcement_for(viewer: Viewer, round: Round, kind: str) -> Announcement:
    """The announcement of this kind, or 404."""
    row = announcements_for(viewer).filter(round=round, kind=kind).first()
    if row is None:
        raise Http404(kind)
    return row


def postings_for(viewer: Viewer) -> QuerySet[Posting]:
    """All for those who see the organisation, else those in own units and units in charge."""
    rows = Posting.objects.filter(announcement__round__organisation=viewer.organisation)
    rows = rows if viewer.sees_all else rows.filter(viewer.within("unit__path"))
    return rows.select_related("announcement__round", "unit", "photo__organisation", "by")


def posting_for(viewer: Viewer, round: Round, kind: str, number: int) -> Posting:
    """The posting at this place of the announcement's list, counted from one, or 404."""
    rows = Posting.objects.filter(announcement__round=round, announcement__kind=kind).order_by("posted_at", "pk")
    keys = list(rows.values_list("pk", flat=True))
    found = postings_for(viewer).filter(pk=keys[number - 1]).first() if 0 < number <= len(keys) else None
    if found is None:
        raise Http404(number)
    return found


def numbered(viewer: Viewer, announcement: Announcement) -> list[tuple[int, Posting]]:
    """The postings that the viewer sees, each with its number in the whole list. Two queries."""
    rows = Posting.objects.filter(announcement=announcement).order_by("posted_at", "pk")
    number = {key: n for n, key in enumerate(rows.values_list("pk", flat=True), start=1)}
    return [(number[row.pk], row) for row in postings_for(viewer).filter(announcement=announcement)]


def lines_are_due(announcement: Announcement, today: date) -> bool:
    """From the last day on: boxes, telephone and mailbox are to be closed, and nobody has confirmed it."""
    last = announcement.cut_off_on
    return bool(last and today >= last and announcement.lines_closed_at is None)


def lines_to_close(viewer: Viewer, today: date) -> QuerySet[Announcement]:
    """For the office's day: announcements whose lines are to be closed."""
    rows = announcements_for(viewer).filter(lines_closed_at__isnull=True, cut_off_on__lte=today)
    return rows.filter(round__finished_on__isnull=True) if viewer.is_office else rows.none()


def prefilled(round: Round, kind: str) -> dict[str, object]:
    """What a new announcement begins with: the dates of the round, for the leaving notice also what was said before."""
    entry = Announcement.objects.filter(round=round, kind=Announcement.Kind.ENTRY.value).first()
    values: dict[str, object] = {"from_on": round.entry_on, "until_on": round.leaving_on}
    if kind == Announcement.Kind.ENTRY:
        scope = SCOPE.format(organisation=round.organisation.name)
        return values | {"scope": scope, "hours": HOURS, "cut_off_on": round.leaving_on}
    if entry:
        values |= {
            name: getattr(entry, name) for name in ("from_on", "until_on", "phone", "post_box", "email", "boxes")
        }
        values["until_on"] = round.leaving_on or entry.until_on
    return values

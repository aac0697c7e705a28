"""Which archives of a round are there, for those who may have one? To everybody else there are none."""

import re

from django.db.models import QuerySet
from django.http import Http404

from bihuan.dispatch.models import Archive
from bihuan.people.viewer import Viewer
from bihuan.rules.archive import MAKERS

Status = Archive.Status
AT_WORK = (Status.WAITING.value, Status.MAKING.value)


def may_see(viewer: Viewer) -> bool:
    return bool(viewer.roles & MAKERS)


def archives_for(viewer: Viewer) -> QuerySet[Archive]:
    """All of the organisation, newest first, or none."""
    rows = Archive.objects.filter(organisation=viewer.organisation).select_related("organisation", "round", "by")
    return rows if may_see(viewer) else rows.none()


def archive_for(viewer: Viewer, ref: str) -> Archive:
    """`G-001`, or 404."""
    match = re.fullmatch(r"G-([0-9]{1,9})", ref)
    row = archives_for(viewer).filter(number=int(match[1])).first() if match else None
    if row is None:
        raise Http404(ref)
    return row

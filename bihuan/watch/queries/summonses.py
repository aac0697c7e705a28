"""Which summonses (约谈) may someone see?"""

import re

from django.db.models import QuerySet
from django.http import Http404

from bihuan.people.viewer import Viewer
from bihuan.watch.models import Summons


def summonses_for(viewer: Viewer) -> QuerySet[Summons]:
    """All for those who see the whole; others those of own units and of units in charge."""
    rows = Summons.objects.filter(organisation=viewer.organisation)
    rows = rows.select_related("unit", "round", "letter", "recorded_by").prefetch_related("findings")
    return rows if viewer.sees_all else rows.filter(viewer.within("unit__path"))


def summons_for(viewer: Viewer, ref: str) -> Summons:
    """One by its reference, or 404."""
    match = re.fullmatch(r"T-([0-9]{1,9})", ref)
    row = summonses_for(viewer).filter(number=int(match[1])).first() if match else None
    if row is None:
        raise Http404(ref)
    return row

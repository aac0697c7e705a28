"""Which list of a hand-over is to be written, and what stands on it?"""

from dataclasses import replace
from datetime import datetime

from django.http import Http404

from bihuan.desk.queries.handover_paper import paper_of
from bihuan.desk.queries.handovers import handover_for, handovers_for, items_of
from bihuan.desk.queries.register import heading
from bihuan.dispatch.kinds.kind import NothingYet
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.say import say
from bihuan.writing.handover import HandoverPaper


def lists(viewer: Viewer, round: Round) -> list[tuple[str, str]]:
    """The lists of the round, the newest first."""
    return [(row.ref, f"{row.ref} {row.handed_at:%Y-%m-%d}") for row in handovers_for(viewer, round)]


def handover_values(viewer: Viewer, round: Round, at: datetime, *, ref: str = "") -> HandoverPaper:
    """The named list, else the newest."""
    try:
        row = handover_for(viewer, ref) if ref else handovers_for(viewer, round).first()
    except Http404:
        row = None
    if row is None or row.round_id != round.pk:
        raise NothingYet(say("这一轮没有可以看的交接清单。"))
    head = heading(viewer, round, at=at).trail_head
    return replace(paper_of(row, items_of(viewer, row), at=at), trail_head=head)

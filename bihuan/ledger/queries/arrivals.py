"""What is being read in the background, how far is it, and what came of it?"""

from django.db.models import QuerySet
from django.http import Http404

from bihuan.ledger.models import Arrival
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.say import Say, say

Status, Stage = Arrival.Status, Arrival.Stage
SHOWN = 5
STAGES: dict[str, Say] = {
    "": say("等待读取"),
    Stage.BLOCKS: say("正在读取文件"),
    Stage.PAPER: say("正在保存原件"),
    Stage.ROWS: say("正在列出草稿"),
}
"""The stages in order; the place of one among them is the progress."""


def arrivals_for(viewer: Viewer, round: Round) -> QuerySet[Arrival]:
    """The office's affair, as intakes are."""
    if not viewer.is_office:
        return Arrival.objects.none()
    arrivals = Arrival.objects.filter(round=round, round__organisation=viewer.organisation)
    return arrivals.select_related("round__organisation", "paper", "made_by", "intake__paper")


def unfinished_for(viewer: Viewer, round: Round) -> list[Arrival]:
    """What still waits, is being read, or failed: the newest few."""
    left = (Status.WAITING, Status.READING, Status.FAILED)
    return list(arrivals_for(viewer, round).filter(status__in=left)[:SHOWN])


def arrival_for(viewer: Viewer, round: Round, token: str) -> Arrival:
    arrival = arrivals_for(viewer, round).filter(token=token).first()
    if arrival is None:
        raise Http404
    return arrival


def done_of(arrival: Arrival) -> int:
    """How many stages are behind it."""
    return list(STAGES).index(arrival.stage)


def reason_of(arrival: Arrival) -> Say | None:
    return Say(arrival.reason["text"], arrival.reason["values"]) if arrival.reason else None


def is_repeated(arrival: Arrival) -> bool:
    """Whether the same content had been read into the round before; then that intake was found instead of a new one."""
    return arrival.intake is not None and arrival.intake.made_at < arrival.made_at

"""What does the frame of the work report say, and how much of a draft that was handed in tells of problems?"""

from datetime import datetime

from bihuan.desk.models import CheckAnswer, Material
from bihuan.desk.queries.materials import materials_for
from bihuan.desk.queries.register import heading
from bihuan.desk.queries.selfchecks import FOUND, sheets_for
from bihuan.people.viewer import Viewer
from bihuan.reading.problem_share import characters
from bihuan.rounds.models import Round
from bihuan.rounds.queries import milestones_of
from bihuan.rules.sheet import Status
from bihuan.rules.work_report import DEFINITION, Share, verdict
from bihuan.say import say
from bihuan.trail.answers import words
from bihuan.writing.work_report import Found, WorkReport

REPORT = "汇报"
"""What the title of a work report says."""


def drafts(viewer: Viewer, round: Round) -> list[tuple[str, str]]:
    """The materials that could be the text, the newest first, and none at all."""
    rows = [(row.ref, f"{row.ref} {row.title}") for row in _reports(viewer, round)]
    return [*rows, ("", words(say("还没有文稿")))]


def work_report(viewer: Viewer, round: Round, at: datetime, *, text: str = "") -> WorkReport:
    """`text` is the reference of a material whose content is counted."""
    draft = next((row for row in _reports(viewer, round) if row.ref == text), None)
    counted = characters(draft.paper.text) if draft and draft.paper else (0, 0)
    return WorkReport(
        heading=heading(viewer, round, at=at),
        due=_due(round),
        found=_found(viewer, round),
        checked=f"{draft.ref} {draft.title}" if draft else "",
        verdict=verdict(Share(*counted)),
        definition=DEFINITION,
    )


def _reports(viewer: Viewer, round: Round) -> list[Material]:
    rows = materials_for(viewer).filter(round=round, title__contains=REPORT, paper__isnull=False)
    return list(rows.select_related("paper").order_by("-number"))


def _found(viewer: Viewer, round: Round) -> tuple[Found, ...]:
    """What units have found themselves and signed for. One query."""
    signed = sheets_for(viewer).filter(selfcheck__round=round, status=Status.SIGNED.value)
    rows = CheckAnswer.objects.filter(sheet__in=signed.values("pk"), answer__in=FOUND)
    rows = rows.select_related("point", "sheet__unit").order_by(
        "point__selfcheck", "point__number", "sheet__unit__path"
    )
    return tuple(Found(row.sheet.unit.label, row.point.area, row.point.text, row.text) for row in rows)


def _due(round: Round) -> str:
    found = (each for each in milestones_of(round) if each.name == "work_report_due")
    return next((each.on.isoformat() for each in found), "")

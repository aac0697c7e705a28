"""Which day's brief is to be written, and what does it say? A brief that was sent says what it said then."""

from dataclasses import replace
from datetime import date, datetime

from django.utils import timezone
from django.utils.dateparse import parse_date

from bihuan.desk.queries.brief import briefs_for, figures
from bihuan.desk.queries.brief_paper import paper_of, paper_of_brief
from bihuan.desk.queries.register import heading
from bihuan.dispatch.kinds.kind import NothingYet
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.say import say
from bihuan.writing.brief import BriefPaper

MOST = 60
"""How many of the days that were sent are offered; an older one is named by its date."""


def days(viewer: Viewer, round: Round) -> list[tuple[str, str]]:
    """Today for the office, then the days of which a brief was sent."""
    sent = list(briefs_for(viewer).filter(round=round).order_by("-on").values_list("on", flat=True)[:MOST])
    today = timezone.localdate()
    shown = sent if today in sent or not viewer.is_office else [today, *sent]
    return [(day.isoformat(), day.isoformat()) for day in shown]


def brief_values(viewer: Viewer, round: Round, at: datetime, *, day: str = "") -> BriefPaper:
    """The brief of that day; without a day, today's for the office and the newest that was sent for others."""
    today = timezone.localdate(at)
    on = _day(day) or (today if viewer.is_office else None)
    sent = briefs_for(viewer).filter(round=round)
    row = (sent.filter(on=on) if on else sent).first()
    if row is not None:
        return paper_of_brief(row)
    if viewer.is_office and on == today:
        paper = paper_of(round, today, figures(viewer, round, today, now=at), sender=viewer.name)
        return replace(paper, trail_head=heading(viewer, round, at=at).trail_head)
    raise NothingYet(say("没有这个账号可以看的日报。"))


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None

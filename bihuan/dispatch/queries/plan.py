"""What does the record give for the rectification plan (整改方案)?"""

from collections import Counter
from datetime import datetime

from bihuan.dispatch.queries.people import duties_of
from bihuan.dispatch.queries.record import record_of
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rounds.queries import milestones_of
from bihuan.writing.dates import in_words
from bihuan.writing.plan import Milestone, PlanPaper


def plan_values(viewer: Viewer, round: Round, at: datetime) -> PlanPaper:
    """The frame's facts and every finding with its measures."""
    record = record_of(viewer, round, at)
    led = Counter(each.finding.leader_id for each in record.known if each.finding.leader_id)
    return PlanPaper(
        heading=record.heading,
        group=round.group,
        feedback_on=in_words(round.feedback_on) if round.feedback_on else "",
        figures=record.figures,
        duties=duties_of(viewer, led),
        milestones=tuple(
            Milestone(each.title, each.on.isoformat(), each.why)
            for each in milestones_of(round)
            if round.feedback_on and each.on >= round.feedback_on
        ),
        rows=record.rows,
    )

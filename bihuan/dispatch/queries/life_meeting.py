"""What does the record give for the democratic-life meeting on the rectification (专题民主生活会)?"""

from collections import Counter
from datetime import datetime

from django.utils import timezone

from bihuan.dispatch.queries.people import duties_of
from bihuan.dispatch.queries.progress import aspects_of
from bihuan.dispatch.queries.record import record_of
from bihuan.ledger.models import Meeting as MeetingRow
from bihuan.ledger.queries.meetings import meetings_for
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.meeting import NAMES, Kind, Status
from bihuan.rules.people import Role
from bihuan.writing.life_meeting import LifeMeetingPaper, Meeting


def life_meeting_values(viewer: Viewer, round: Round, at: datetime) -> LifeMeetingPaper:
    """The findings by aspect, the members of the leading body, and the meetings of this kind."""
    record = record_of(viewer, round, at)
    led = Counter(each.finding.leader_id for each in record.known if each.finding.leader_id)
    rows = meetings_for(viewer).filter(round=round, kind=Kind.DEMOCRATIC.value).select_related("chaired_by")
    return LifeMeetingPaper(
        heading=record.heading,
        figures=record.figures,
        meetings=tuple(_meeting(row) for row in rows),
        members=duties_of(viewer, led, Role.FIRST, Role.LEADER),
        aspects=aspects_of(record),
    )


def _meeting(row: MeetingRow) -> Meeting:
    on = timezone.localdate(row.held_at) if row.held_at else row.planned_on
    return Meeting(NAMES[Status(row.status)], on.isoformat(), row.place, row.chaired_by.name if row.chaired_by else "")

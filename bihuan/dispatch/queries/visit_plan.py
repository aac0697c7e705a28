"""What does the plan of extended visits say? The visits that the viewer may see, by batch and time."""

from datetime import datetime

from django.utils import timezone

from bihuan.desk.models import Visit
from bihuan.desk.queries.register import heading
from bihuan.desk.queries.visits import batches, things
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.visit import NAMES, Status
from bihuan.writing.visit_plan import VisitLine, VisitPlan


def visit_plan(viewer: Viewer, round: Round, at: datetime) -> VisitPlan:
    """Cancelled visits are left out: a plan says what is going to happen."""
    every = (visit for batch in batches(viewer, round) for visit in batch.visits)
    kept = tuple(_line(visit) for visit in every if visit.status != Status.CANCELLED.value)
    return VisitPlan(heading(viewer, round, at=at), round.group, kept)


def _line(visit: Visit) -> VisitLine:
    return VisitLine(
        ref=visit.ref,
        batch=visit.batch,
        unit=visit.unit.label,
        time=span(visit.starts_at, visit.ends_at),
        led_by=visit.led_by,
        prepare=things(visit.prepare),
        contact=visit.contact.name if visit.contact else "",
        phone=visit.contact.phone if visit.contact else "",
        transport=visit.transport,
        status=NAMES[Status(visit.status)],
        remark=visit.remark,
    )


def span(start: datetime, end: datetime) -> str:
    """`2026-03-12 09:00—17:30`; the day of the end is written where it is another one."""
    since, until = timezone.localtime(start), timezone.localtime(end)
    last = f"{until:%H:%M}" if since.date() == until.date() else f"{until:%Y-%m-%d %H:%M}"
    return f"{since:%Y-%m-%d %H:%M}—{last}"

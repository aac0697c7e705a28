"""What moved between two moments, for the weekly and the monthly report? The trail has the steps, passes the counts.

The period begins where the last issued report of its kind ended; before there was one, a week or a month ago.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime, timedelta

from django.utils import timezone

from bihuan.dispatch.models import Version
from bihuan.dispatch.queries.record import Known, Record, counted_of, percent, record_of, seen
from bihuan.ledger.models import Pass
from bihuan.ledger.phrases import PHRASES
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.deadlines import add_months
from bihuan.rules.dispatch import Status
from bihuan.rules.rates import Tally, is_overdue, tally
from bihuan.say import Say, say
from bihuan.trail.models import Line
from bihuan.trail.queries import lines_of
from bihuan.writing.periodic import Change, Movement, PeriodicPaper

TOLD = (
    "finding.raised",
    "finding.claimed",
    "finding.transferred",
    "plan.submitted",
    "plan.approved",
    "plan.returned",
    "progress.added",
    "measure.finished",
    "finding.partly_confirmed",
    "extension.approved",
    "extension.refused",
    "closeout.applied",
    "closeout.returned",
    "finding.closed",
    "finding.reopened",
)
"""The steps of a finding's life that a report tells, in their order."""
MONTH = "monthly"


def weekly_values(viewer: Viewer, round: Round, at: datetime) -> PeriodicPaper:
    return _values(viewer, round, at, "weekly", say("整改周报"))


def monthly_values(viewer: Viewer, round: Round, at: datetime) -> PeriodicPaper:
    return _values(viewer, round, at, MONTH, say("整改月报"))


def _values(viewer: Viewer, round: Round, at: datetime, kind: str, name: Say) -> PeriodicPaper:
    record, since = record_of(viewer, round, at), _since(round, kind, at)
    lines = _lines(viewer, record, since, at)
    told, units = Counter(line.event for line in lines), {row.ref: row.lead_unit for row in record.rows}
    horizon = record.today + (record.today - timezone.localdate(since))
    return PeriodicPaper(
        heading=record.heading,
        name=name,
        since=_moment(since),
        until=_moment(at),
        figures=record.figures,
        movements=_movements(record, _statuses(viewer, round, since)),
        counts=tuple((PHRASES[event], told[event]) for event in TOLD if told[event]),
        changes=tuple(_change(line, units[line.subject]) for line in lines),
        overdue=tuple(each.row for each in record.known if _late(each, record)),
        coming=tuple(
            each.row
            for each in record.known
            if not each.closed and each.counted.due and record.today <= each.counted.due <= horizon
        ),
    )


def _since(round: Round, kind: str, at: datetime) -> datetime:
    """The moment of the last issued report, or that many days ago."""
    issued = Version.objects.filter(
        outgoing__round=round, outgoing__kind=kind, outgoing__status=Status.ISSUED.value, at__lt=at
    )
    last = issued.order_by("-at").values_list("at", flat=True).first()
    if last is not None:
        return last
    if kind != MONTH:
        return at - timedelta(days=7)
    local = timezone.localtime(at)
    return datetime.combine(add_months(local.date(), -1), local.timetz())


def _lines(viewer: Viewer, record: Record, since: datetime, until: datetime) -> list[Line]:
    """The steps in the period, oldest first, of the findings that the viewer sees. One query."""
    refs = {row.ref for row in record.rows}
    lines = lines_of(viewer.organisation.code).filter(event__in=TOLD, at__gt=since, at__lte=until).order_by("number")
    return [line for line in lines if line.subject in refs]


def _statuses(viewer: Viewer, round: Round, moment: datetime) -> dict[int, str]:
    """Finding → the status it had then; findings that were not in the ledger yet are missing. One query."""
    passes = Pass.objects.filter(finding__in=seen(viewer, round).order_by(), at__lte=moment)
    return dict(passes.order_by("pk").values_list("finding_id", "status"))


def _movements(record: Record, before: Mapping[int, str]) -> tuple[Movement, ...]:
    groups = (
        (say("反馈问题"), [each for each in record.known if each.ordinary]),
        (say("立行立改"), [each for each in record.known if each.counted.immediate and not each.counted.own]),
        (say("自查发现"), [each for each in record.known if each.counted.own]),
    )
    return tuple(_movement(name, known, record, before) for name, known in groups)


def _movement(name: Say, known: list[Known], record: Record, before: Mapping[int, str]) -> Movement:
    rows = [each.finding for each in known if each.finding.pk in before]
    then = tally((counted_of(row, before[row.pk]) for row in rows), today=record.today)
    now: Tally = record.tally(known)
    return Movement(name, then.total, then.closed, percent(then), now.total, now.closed, percent(now))


def _change(line: Line, unit: str) -> Change:
    note = line.note or str(line.after.get("text", "")) if line.event != "finding.raised" else ""
    return Change(
        f"{timezone.localtime(line.at):%m-%d %H:%M}", line.subject, unit, PHRASES[line.event],
        line.actor_name, note,
    )  # fmt: skip


def _late(known: Known, record: Record) -> bool:
    return is_overdue(known.counted.status, known.counted.due, record.today)


def _moment(at: datetime) -> str:
    return f"{timezone.localtime(at):%Y-%m-%d %H:%M}"

"""What does the record give for the report on the rectification (整改进展情况报告)?"""

from collections import deque
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import count, takewhile

from django.utils import timezone

from bihuan.dispatch.queries.record import Known, Record, figure, record_of, seen
from bihuan.ledger.models import Pass
from bihuan.papers.fonts import chinese_font
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.deadlines import add_months
from bihuan.rules.finding import Status
from bihuan.rules.measure import KINDS, UNITS, Kind
from bihuan.say import Say, say
from bihuan.writing.charts import Point
from bihuan.writing.dates import in_words
from bihuan.writing.figures import Figure
from bihuan.writing.progress import Account, Aspect, ProgressPaper


def progress_values(viewer: Viewer, round: Round, at: datetime) -> ProgressPaper:
    """Every finding once: by aspect, as an immediate fix, or as found by our own check."""
    record = record_of(viewer, round, at)
    return ProgressPaper(
        heading=record.heading,
        group=round.group,
        feedback_on=in_words(round.feedback_on) if round.feedback_on else "",
        figures=record.figures,
        results=results_of(record.known),
        aspects=aspects_of(record),
        units=_units(record),
        history=_history(viewer, round, record),
        immediate=accounts_of(each for each in record.known if each.counted.immediate and not each.counted.own),
        own=accounts_of(each for each in record.known if each.counted.own),
        font=chinese_font(),
    )


def aspects_of(record: Record) -> tuple[Aspect, ...]:
    return tuple(
        Aspect(name, figure(name, record.tally(known)), accounts_of(known))
        for name, known in record.by_aspect().items()
    )


def _units(record: Record) -> tuple[Figure, ...]:
    """By lead unit in the order of the tree; what nobody leads yet stands last."""
    units: dict[tuple[str, str], list[Known]] = {}
    for each in record.known:
        lead = each.finding.lead_unit
        if each.ordinary:
            units.setdefault((lead.path, lead.label) if lead else ("~", ""), []).append(each)
    return tuple(figure(label, record.tally(units[path, label])) for path, label in sorted(units))


def _history(viewer: Viewer, round: Round, record: Record) -> tuple[Point, ...]:
    """From the passes: each finding's status at the end of each month since the feedback, and now. One query."""
    ordinary = {each.finding.pk for each in record.known if each.ordinary}
    passes = Pass.objects.filter(finding__in=seen(viewer, round).order_by()).order_by("pk")
    steps = [
        (timezone.localdate(at), key, status)
        for key, status, at in passes.values_list("finding_id", "status", "at")
        if key in ordinary
    ]
    if not steps:
        return ()
    points: list[Point] = []
    then: dict[int, str] = {}
    waiting = deque(sorted(steps, key=lambda step: step[0]))
    for day in _month_ends(waiting[0][0], record.today):
        while waiting and waiting[0][0] <= day:
            _on, key, status = waiting.popleft()
            then[key] = status
        points.append(Point(day, len(then), sum(status == Status.CLOSED for status in then.values())))
    return tuple(points)


def _month_ends(first: date, last: date) -> list[date]:
    """The last day of each month from the first day on, and the last day itself."""
    start = first.replace(day=1)
    ends = (add_months(start, months) - timedelta(days=1) for months in count(1))
    return [*takewhile(lambda day: day < last, ends), last]


def accounts_of(known: Iterable[Known]) -> tuple[Account, ...]:
    return tuple(Account(each.row, each.partly, closed_on(each)) for each in known)


def closed_on(known: Known) -> str:
    """The day of the close-out in local time, or nothing."""
    at = known.finding.closed_at
    return timezone.localdate(at).isoformat() if at else ""


def results_of(known: Iterable[Known]) -> tuple[tuple[Say, str], ...]:
    """What the measures reached in numbers, kind by kind; a kind without a number above zero is left out."""
    sums: dict[Kind, Decimal] = {}
    for each in known:
        for measure in each.finding.measures.all():
            for row in measure.kinds.all():
                sums[Kind(row.kind)] = sums.get(Kind(row.kind), Decimal()) + (row.number or 0)
    return tuple((KINDS[kind], _sum(sums[kind], kind)) for kind in Kind if sums.get(kind))


def _sum(number: Decimal, kind: Kind) -> str:
    return str(say("{number} {unit}", number=f"{number.normalize():f}", unit=UNITS[kind]))

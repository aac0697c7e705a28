"""What does the record give for the report on the rectification (整改进展情况报告)?"""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from django.utils import timezone

from bihuan.dispatch.queries.record import Known, Record, figure, record_of
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.measure import KINDS, UNITS, Kind
from bihuan.say import Say, say
from bihuan.writing.progress import Account, Aspect, ProgressPaper


def progress_values(viewer: Viewer, round: Round, at: datetime) -> ProgressPaper:
    """Every finding once: by aspect, as an immediate fix, or as found by our own check."""
    record = record_of(viewer, round, at)
    return ProgressPaper(
        heading=record.heading,
        group=round.group,
        feedback_on=round.feedback_on.isoformat() if round.feedback_on else "",
        figures=record.figures,
        results=results_of(record.known),
        aspects=aspects_of(record),
        immediate=accounts_of(each for each in record.known if each.counted.immediate and not each.counted.own),
        own=accounts_of(each for each in record.known if each.counted.own),
    )


def aspects_of(record: Record) -> tuple[Aspect, ...]:
    return tuple(
        Aspect(name, figure(name, record.tally(known)), accounts_of(known))
        for name, known in record.by_aspect().items()
    )


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

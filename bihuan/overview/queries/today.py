"""What waits for me, by date? The findings whose next step is mine, and what runs out soon among what I see."""

from dataclasses import dataclass
from datetime import date, timedelta

from bihuan.ledger.models import Finding, Measure
from bihuan.ledger.queries.findings import findings_for, waiting_for
from bihuan.ledger.queries.table import overdue, soon
from bihuan.people.viewer import Viewer
from bihuan.rules.finding import Status
from bihuan.rules.measure import Status as MeasureStatus

MOST = 50
NEAR = timedelta(days=7)


@dataclass(frozen=True)
class Today:
    """My own turn, late, near and later; and, of everything I see, what is late or near in other hands."""

    late: tuple[Finding, ...]
    near: tuple[Finding, ...]
    later: tuple[Finding, ...]
    elsewhere: tuple[Finding, ...]
    measures: tuple[Measure, ...]
    waiting: int
    """How many wait for me in all, shown or not."""

    @property
    def is_empty(self) -> bool:
        return not (self.waiting or self.elsewhere or self.measures)


def today_for(viewer: Viewer, *, today: date) -> Today:
    """Everything on the page, in four queries."""
    related = ("lead_unit", "leader", "round")
    mine = waiting_for(viewer).select_related(*related)
    count = mine.count()
    rows = list(mine[:MOST])
    hands = findings_for(viewer).filter(overdue(today) | soon(today)).exclude(pk__in=[row.pk for row in rows])
    elsewhere = hands.select_related(*related).order_by("due", "number")[:20]
    return Today(
        late=tuple(r for r in rows if r.due and r.due < today),
        near=tuple(r for r in rows if r.due and today <= r.due <= today + NEAR),
        later=tuple(r for r in rows if not r.due or r.due > today + NEAR),
        elsewhere=tuple(elsewhere),
        measures=measures_due(viewer, today=today),
        waiting=count,
    )


def measures_due(viewer: Viewer, *, today: date) -> tuple[Measure, ...]:
    """The open measures of findings under rectification that are late or due within seven days."""
    rows = Measure.objects.filter(
        finding__in=findings_for(viewer).filter(status=Status.RECTIFYING.value),
        status=MeasureStatus.OPEN.value,
        due__lte=today + NEAR,
    )
    return tuple(rows.select_related("finding__lead_unit").order_by("due", "finding__number", "number")[:20])

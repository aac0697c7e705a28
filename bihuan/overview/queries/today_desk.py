"""What of the desk waits for me today? Requests by due time, texts to pass down, sheets to sign, things to prepare,
where the group goes today and tomorrow, and for those who lead the newest brief. Nothing of interviews.

A fixed number of queries, whatever the number of rows.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from bihuan.desk.models import Brief, CheckSheet, Delivery, Meeting, Prepared, Request, Visit
from bihuan.desk.queries.acting import own_paths
from bihuan.desk.queries.brief import newest_brief
from bihuan.desk.queries.calendar import midnight
from bihuan.desk.queries.distributions import deliveries_waiting_for
from bihuan.desk.queries.meetings import meetings_for
from bihuan.desk.queries.requests import RELATED, requests_waiting_for
from bihuan.desk.queries.sheets import sheets_waiting_for
from bihuan.desk.queries.visits import visits_for
from bihuan.people.viewer import Viewer
from bihuan.rules.visit import Status as VisitStatus

MOST, FEW = 50, 20


@dataclass(frozen=True)
class DeskToday:
    """My own turn on the desk; `count` is how many requests wait in all, shown or not."""

    requests: tuple[Request, ...] = ()
    count: int = 0
    deliveries: tuple[Delivery, ...] = ()
    sheets: tuple[CheckSheet, ...] = ()
    prepared: tuple[Prepared, ...] = ()
    visits: tuple[Visit, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    brief: Brief | None = None

    @property
    def waiting(self) -> int:
        return self.count + len(self.deliveries) + len(self.sheets) + len(self.prepared)

    @property
    def is_empty(self) -> bool:
        return not (self.waiting or self.visits or self.meetings or self.brief)


def desk_today(viewer: Viewer, *, today: date) -> DeskToday:
    requests = requests_waiting_for(viewer).select_related(*RELATED)
    start, end = midnight(today), midnight(today + timedelta(days=2))
    near = Q(starts_at__lt=end, ends_at__gt=start)
    visits = visits_for(viewer).filter(near).exclude(status=VisitStatus.CANCELLED.value)
    meetings = meetings_for(viewer).filter(near, cancelled=False)
    return DeskToday(
        requests=tuple(requests[:MOST]),
        count=requests.count(),
        deliveries=tuple(deliveries_waiting_for(viewer)[:FEW]),
        sheets=tuple(sheets_waiting_for(viewer)[:FEW]),
        prepared=prepared_waiting_for(viewer),
        visits=tuple(visits.select_related("unit").order_by("starts_at", "number")[:FEW]),
        meetings=tuple(meetings.select_related("unit").order_by("starts_at", "number")[:FEW]),
        brief=None if viewer.is_office else newest_brief(viewer),
    )


def prepared_waiting_for(viewer: Viewer) -> tuple[Prepared, ...]:
    """What this head or handler still has to prepare ahead, in rounds that run; the first due first."""
    mine = Q(pk__in=[])
    for path in own_paths(viewer):
        mine |= Q(unit__path=path)
    rows = Prepared.objects.filter(mine, round__organisation=viewer.organisation, round__finished_on__isnull=True)
    return tuple(rows.filter(done_at__isnull=True).select_related("unit").order_by("due_on", "number")[:FEW])

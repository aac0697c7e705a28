"""What does the liaison plan say? The dates, the people, the roster and what is provided, as the desk has them."""

from datetime import date, datetime
from itertools import groupby

from bihuan.desk.models import Duty, Errand
from bihuan.desk.queries.duties import duties_for
from bihuan.desk.queries.errands import errands_for, state_of
from bihuan.desk.queries.handover_paper import clock
from bihuan.desk.queries.register import heading
from bihuan.dispatch.queries.directory import contacts
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.errand import KINDS as ERRANDS
from bihuan.rules.errand import STATES
from bihuan.rules.errand import Kind as ErrandKind
from bihuan.rules.people import Role
from bihuan.rules.request import DUE_WORKDAYS, KINDS, RELEASED_BY_LEADER, Kind
from bihuan.say import Say, say
from bihuan.writing.dates import in_words
from bihuan.writing.liaison import LiaisonPlan, Pace, Provision, Watch

GROUP = (Role.FIRST, Role.LEADER, Role.OFFICE)
"""Who stands in the plan itself; everybody else stands in the directory."""


def liaison(viewer: Viewer, round: Round, at: datetime) -> LiaisonPlan:
    return LiaisonPlan(
        heading=heading(viewer, round, at=at),
        group=round.group,
        entry=day(round.entry_on),
        leaving=day(round.leaving_on),
        people=contacts(viewer, *GROUP),
        paces=tuple(_pace(kind) for kind in Kind),
        watches=_watches(viewer, round),
        provisions=tuple(_provision(row) for row in _errands(viewer, round)),
    )


def day(on: date | None) -> str:
    return in_words(on) if on else ""


def _pace(kind: Kind) -> Pace:
    return Pace(KINDS[kind], _within(DUE_WORKDAYS[kind]), kind in RELEASED_BY_LEADER)


def _within(days: int) -> Say:
    return say("{days} 个工作日", days=days) if days else say("当天")


def _watches(viewer: Viewer, round: Round) -> tuple[Watch, ...]:
    """One line a day that has anybody on duty. One query."""
    rows = duties_for(viewer).filter(round=round).order_by("on", "shift", "account__name")
    return tuple(_watch(on, list(group)) for on, group in groupby(rows, key=lambda row: row.on))


def _watch(on: date, rows: list[Duty]) -> Watch:
    held = {shift: tuple(row.account.name for row in rows if row.shift == shift) for shift in ("day", "night")}
    return Watch(on.isoformat(), **held)


def _errands(viewer: Viewer, round: Round) -> list[Errand]:
    return list(errands_for(viewer).filter(round=round, cancelled=False).order_by("due_at", "number"))


def _provision(row: Errand) -> Provision:
    return Provision(
        on=clock(row.due_at),
        kind=ERRANDS[ErrandKind(row.kind)],
        title=row.title,
        place=row.place,
        who=row.done_by.name if row.done_by else "",
        state=STATES[state_of(row)],
    )

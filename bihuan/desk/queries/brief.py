"""What does the record say of one day (联络日报)? Came in, handed over, late, at risk, and the plan of the next day.

Of interviews there is nothing, not even how many: the brief goes to leaders, and only two people know of them.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from bihuan.desk.models import Brief, Handoff, Request
from bihuan.desk.queries.board import late
from bihuan.desk.queries.calendar import Entry, Kind, entries, midnight
from bihuan.desk.queries.requests import DUE, OVER, requests_for
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rounds.queries import calendar_of
from bihuan.rules.brief import UNREADY, is_at_risk
from bihuan.rules.people import Role
from bihuan.rules.request import Move, Status
from bihuan.rules.workdays import Calendar

READERS = frozenset({Role.OFFICE, Role.FIRST, Role.LEADER, Role.SUPERVISOR})
"""Whom a brief is sent to, and the office that sends it."""


def may_read(viewer: Viewer) -> bool:
    return bool(viewer.roles & READERS)


def briefs_for(viewer: Viewer) -> QuerySet[Brief]:
    """What was sent, newest first; nothing for those to whom it is not sent."""
    rows = Brief.objects.filter(round__organisation=viewer.organisation) if may_read(viewer) else Brief.objects.none()
    return rows.select_related("round__organisation", "sent_by").order_by("-on", "-sent_at")


def brief_for(viewer: Viewer, round: Round, on: date) -> Brief:
    row = briefs_for(viewer).filter(round=round, on=on).first()
    if row is None:
        raise Http404(on)
    return row


def newest_brief(viewer: Viewer) -> Brief | None:
    """The one that Today shows."""
    return briefs_for(viewer).first()


def figures(viewer: Viewer, round: Round, on: date, *, now: datetime) -> dict[str, Any]:
    """The day so far as plain values that can be frozen; late and at risk are as of `now`."""
    rows = requests_for(viewer).filter(round=round).select_related("lead_unit").annotate(due_now=DUE)
    rows = rows.order_by("due_now", "number")
    next_day = on + timedelta(days=1)
    start, end = midnight(on), midnight(next_day)
    taken_back = Handoff.objects.filter(
        move=Move.TAKE_BACK_HANDOVER.value, request=OuterRef("request"), at__gte=OuterRef("at"), at__lt=end
    )
    given = Handoff.objects.filter(~Exists(taken_back), move=Move.HAND_OVER.value, at__gte=start, at__lt=end)
    return {
        "came_in": _lines(rows.filter(taken_at__gte=start, taken_at__lt=end).exclude(status=Status.WITHDRAWN.value)),
        "handed_over": _lines(rows.filter(pk__in=given.values("request"))),
        "late": _lines(rows.filter(late(now))),
        "at_risk": _lines(_at_risk(rows, now, calendar_of(viewer.organisation))),
        "tomorrow": [_plan(each) for each in entries(viewer, next_day, next_day) if _is_told(each)],
        "open": rows.exclude(status__in=OVER).count(),
        "as_of": f"{timezone.localtime(now):%Y-%m-%d %H:%M}",
    }


def _at_risk(rows: QuerySet[Request], now: datetime, calendar: Calendar) -> list[Request]:
    here = timezone.localtime(now)
    near = rows.filter(Q(status__in=[status.value for status in UNREADY]), due_now__gte=now)
    return [row for row in near if is_at_risk(Status(row.status), timezone.localtime(row.due), here, calendar)]


def _lines(rows: Iterable[Request]) -> list[dict[str, str]]:
    return [
        {
            "ref": row.ref,
            "text": row.text,
            "unit": row.lead_unit.label if row.lead_unit else "",
            "due": f"{timezone.localtime(row.due):%m-%d %H:%M}",
        }
        for row in rows
    ]


def _is_told(entry: Entry) -> bool:
    return entry.kind is not Kind.INTERVIEW and not entry.done


def _plan(entry: Entry) -> dict[str, str]:
    time = "" if entry.all_day else f"{entry.start:%H:%M}"
    end = f"–{entry.end:%H:%M}" if time and entry.end else ""
    told = {"time": time + end, "kind": entry.kind.value, "title": str(entry.title), "place": entry.place}
    return told | {"ref": "" if entry.kind is Kind.DUTY else entry.ref}

"""Who is on duty when, who is today, and what did the one before leave as a note?"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet
from django.http import Http404

from bihuan.desk.models import Duty
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round

SHIFTS = ("day", "night")


@dataclass(frozen=True)
class Day:
    """One day of the roster: who has the day shift, who the night shift."""

    on: date
    day: tuple[Duty, ...]
    night: tuple[Duty, ...]

    @property
    def notes(self) -> tuple[Duty, ...]:
        return tuple(duty for duty in (*self.day, *self.night) if duty.note)


def duties_for(viewer: Viewer) -> QuerySet[Duty]:
    """The whole roster for those who see the organisation, and for those who stand on it, in their rounds."""
    rows = Duty.objects.filter(round__organisation=viewer.organisation).select_related("account", "round__organisation")
    if viewer.sees_all:
        return rows
    return rows.filter(round__in=Duty.objects.filter(account=viewer.account).values("round"))


def duty_for(viewer: Viewer, round: Round, on: date, shift: str, username: str) -> Duty:
    """One person's shift, or 404."""
    row = duties_for(viewer).filter(round=round, on=on, shift=shift, account__username=username).first()
    if row is None:
        raise Http404(username)
    return row


def month(viewer: Viewer, round: Round, first: date) -> list[Day]:
    """Every day of the month, with or without duties. One query."""
    last = first.replace(day=monthrange(first.year, first.month)[1])
    rows = list(duties_for(viewer).filter(round=round, on__range=(first, last)))
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return [Day(on, *(tuple(r for r in rows if r.on == on and r.shift == shift) for shift in SHIFTS)) for on in days]


def on_duty(viewer: Viewer, round: Round, today: date) -> list[Duty]:
    """Who has today's shifts, the day first."""
    return list(duties_for(viewer).filter(round=round, on=today).order_by("shift", "account__name"))


def last_note(viewer: Viewer, round: Round) -> Duty | None:
    """The newest hand-over note."""
    return duties_for(viewer).filter(round=round, noted_at__isnull=False).order_by("-noted_at").first()


def month_of(text: str, today: date) -> date:
    """`2026-03` as its first day; this month for anything else."""
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        return today.replace(day=1)


def months_around(first: date) -> tuple[date, date]:
    """The first days of the month before and the month after."""
    before = (first - timedelta(days=1)).replace(day=1)
    return before, (first + timedelta(days=31)).replace(day=1)

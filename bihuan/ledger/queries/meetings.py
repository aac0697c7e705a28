"""Which rectification meetings may this viewer know of, and how do plan and reality compare?"""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Prefetch, QuerySet
from django.http import Http404
from django.utils import timezone

from bihuan.ledger.models import Meeting
from bihuan.ledger.queries.findings import findings_for
from bihuan.papers.models import Paper
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rounds.queries import current_round, rounds_for
from bihuan.rules import meeting as rules
from bihuan.rules.life import Offer
from bihuan.rules.meeting import Held, Month, Move, Status


def may_see(viewer: Viewer) -> bool:
    """The first responsible, leaders, the office and supervisors; for everybody else there are no such meetings."""
    return bool(viewer.roles & rules.SEEING)


def meetings_for(viewer: Viewer) -> QuerySet[Meeting]:
    """All meetings of the viewer's organisation, or none."""
    rows = Meeting.objects.filter(organisation=viewer.organisation)
    return rows if may_see(viewer) else rows.none()


def meeting_for(viewer: Viewer, ref: str) -> Meeting:
    """`Z-01`, or Http404."""
    head, _, number = ref.partition("-")
    if head != "Z" or not number.isdecimal() or len(number) > 9:
        raise Http404
    related = ("organisation", "round", "chaired_by", "minutes")
    row = meetings_for(viewer).filter(number=int(number)).select_related(*related).first()
    if row is None:
        raise Http404
    return row


def minutes_for(viewer: Viewer, ref: str) -> Paper:
    """The minutes of a meeting that this viewer may see, or Http404."""
    minutes = meeting_for(viewer, ref).minutes
    if minutes is None:
        raise Http404
    return minutes


def meeting_round(viewer: Viewer) -> Round | None:
    """The round whose meetings are wanted where none is named: the newest that is being rectified, else the current."""
    rectified = rounds_for(viewer).filter(finished_on__isnull=True, feedback_on__isnull=False).first()
    return rectified or current_round(viewer)


def plan_and_held(viewer: Viewer, round: Round, *, today: date) -> Held:
    """How many meetings of the round were planned, held, are late, and when the next one is: one query."""
    return rules.count(_plain(meetings_for(viewer).filter(round=round)), today=today)


@dataclass(frozen=True)
class MeetingCard:
    """One meeting with what this viewer may do to it."""

    row: Meeting
    offers: tuple[Offer[Move], ...]
    is_late: bool

    @property
    def may_change(self) -> bool:
        return any(offer.move is Move.CHANGE and offer.refusal is None for offer in self.offers)


@dataclass(frozen=True)
class MeetingsPage:
    """The meetings of a round: the rows, the count, and plan against reality month by month."""

    cards: tuple[MeetingCard, ...]
    held: Held
    months: tuple[Month, ...]


def meetings_page(viewer: Viewer, round: Round, *, today: date) -> MeetingsPage:
    """Two queries, whatever the number of meetings. Of the findings discussed only those in the viewer's sight."""
    discussed = Prefetch("findings", findings_for(viewer).order_by("number"), to_attr="discussed")
    related = ("organisation", "round", "chaired_by", "minutes")
    rows = list(meetings_for(viewer).filter(round=round).select_related(*related).prefetch_related(discussed))
    plain = [_planned(row.status, row.planned_on, row.held_at) for row in rows]
    cards = (
        MeetingCard(row, rules.offers(meeting_facts(row, viewer)), rules.is_late(each, today))
        for row, each in zip(rows, plain, strict=True)
    )
    return MeetingsPage(tuple(cards), rules.count(plain, today=today), rules.by_month(plain))


def meeting_facts(row: Meeting, viewer: Viewer, *, note: str = "", begun: bool = True) -> rules.Facts:
    """The facts about one meeting as it stands in memory, and one viewer."""
    return rules.Facts(
        status=Status(row.status),
        parts=viewer.roles if viewer.organisation.pk == row.organisation_id else frozenset(),
        note=note,
        running=row.round.finished_on is None,
        begun=begun,
        has_chair=row.chaired_by_id is not None,
        has_attendees=bool(row.attendees.strip()),
        has_place=bool(row.place.strip()),
    )


def _plain(rows: QuerySet[Meeting]) -> list[rules.Planned]:
    return [_planned(*values) for values in rows.order_by().values_list("status", "planned_on", "held_at")]


def _planned(status: str, planned_on: date, held_at: datetime | None) -> rules.Planned:
    held_on = timezone.localdate(held_at) if held_at else None
    return rules.Planned(Status(status), planned_on, held_on)

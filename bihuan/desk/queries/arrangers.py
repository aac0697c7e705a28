"""Who arranges the interviews of a round? At most two people; for everybody else there is nothing to be found.

Whoever may no longer hold the seat (rules/interview.py: a leader, a supervisor, somebody without a post) has lost the
way in at once, before the office takes the seat back.
"""

from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, QuerySet, Value
from django.http import Http404

from bihuan.desk.models import Arranger
from bihuan.people.models import Account, Organisation, Post
from bihuan.people.viewer import Viewer, viewer_of
from bihuan.rounds.models import Round
from bihuan.rounds.queries import rounds_for
from bihuan.rules.interview import unfit
from bihuan.rules.people import WHOLE_ORGANISATION, Role
from bihuan.say import Say

SEATS = (1, 2)


def arranged_rounds(viewer: Viewer) -> QuerySet[Round]:
    """The rounds whose interviews this viewer arranges."""
    rounds = rounds_for(viewer)
    return rounds.none() if unfit(viewer.roles) else rounds.filter(arrangers__account=viewer.account)


def marked(rounds: QuerySet[Round], viewer: Viewer) -> QuerySet[Round]:
    """The rounds, each with `arranged`: whether this viewer arranges its interviews. For the frame of every page."""
    if unfit(viewer.roles):
        return rounds.annotate(arranged=Value(False))
    return rounds.annotate(arranged=Exists(Arranger.objects.filter(round=OuterRef("pk"), account=viewer.account)))


def arranged_round(viewer: Viewer, ref: str = "") -> Round:
    """The round of this reference, else the newest that still runs, if this viewer arranges its interviews; or 404."""
    rounds = arranged_rounds(viewer).prefetch_related(None).order_by(F("finished_on").asc(nulls_first=True), "-number")
    chosen = next((each for each in rounds if ref in ("", each.ref)), None)
    if chosen is None:
        raise Http404
    return chosen


def arrangers_of(round: Round) -> list[Arranger]:
    return list(round.arrangers.select_related("account").order_by("seat"))


def notifiers_of(round: Round) -> QuerySet[Account]:
    return Account.objects.filter(pk__in=round.arrangers.values("account")).order_by("name")


@dataclass(frozen=True)
class Seat:
    """One seat as the office sees it; `why_not` where its holder may no longer open anything."""

    number: int
    holder: Account | None = None
    why_not: Say | None = None


def seats(round: Round) -> tuple[Seat, ...]:
    held = {row.seat: row.account for row in arrangers_of(round)}
    return tuple(Seat(number, held.get(number), _lost(held.get(number))) for number in SEATS)


def _lost(account: Account | None) -> Say | None:
    refusal = unfit(viewer_of(account).roles) if account else None
    return refusal.reason if refusal else None


def candidates(organisation: Organisation) -> QuerySet[Account]:
    """Who may be seated: people of the office and handlers who neither lead nor supervise."""
    present = Post.objects.filter(ended_on__isnull=True, unit__closed_on__isnull=True)
    barred = (WHOLE_ORGANISATION | {Role.LEADER}) - {Role.OFFICE}
    return (
        Account.objects.filter(organisation=organisation, is_active=True)
        .filter(pk__in=present.filter(role__in=[Role.OFFICE.value, Role.HANDLER.value]).values("account"))
        .exclude(pk__in=present.filter(role__in=[role.value for role in barred]).values("account"))
        .order_by("name", "username")
    )

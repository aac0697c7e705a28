"""When are the names gone? A set time after the group has left, by themselves or by a button; times and rooms stay."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from bihuan.desk.actions.room import NOT_YOURS
from bihuan.desk.queries.arrangers import arranged_rounds
from bihuan.people.viewer import System, Viewer
from bihuan.rounds.models import Round
from bihuan.rules.interview import ERASED_AFTER
from bihuan.rules.life import Refusal
from bihuan.say import say
from bihuan.trail.actions import record


@transaction.atomic
def erase(round: Round, *, by: Viewer | System, at: datetime) -> int | Refusal:
    """Empty what is sealed, the digests, and the remarks. Returns how many there were, and records that number."""
    row = Round.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=round.pk)
    if isinstance(by, Viewer) and not arranged_rounds(by).filter(pk=row.pk).exists():
        return NOT_YOURS
    if row.leaving_on is None or row.leaving_on > timezone.localdate(at):
        return Refusal("when", say("巡视组离开以后才能清除名单。请先在轮次里登记离驻日期。"))
    named = row.interviews.filter(erased_at__isnull=True)
    count = named.update(sealed=None, likeness="", remark="", erased_at=at)
    if count:
        organisation = row.organisation.code
        record("interviews.erased", row.ref, organisation=organisation, by=by, at=at, after={"count": count})
    return count


def erase_overdue(at: datetime) -> int:
    """Erase the names of every round whose time is over. Asked when the server starts."""
    before = timezone.localdate(at) - ERASED_AFTER
    due = Round.objects.filter(leaving_on__lte=before, interviews__erased_at__isnull=True, interviews__isnull=False)
    counts = [erase(round, by=System(), at=at) for round in due.distinct()]
    return sum(count for count in counts if isinstance(count, int))

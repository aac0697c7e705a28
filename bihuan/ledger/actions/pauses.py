"""Does the clock stand still while an approver has a finding? What that moves, when the ball comes back."""

from datetime import datetime

from django.utils import timezone

from bihuan.ledger.models import Finding, Pause
from bihuan.rounds.queries import calendar_of, ruleset_of
from bihuan.rules import pauses
from bihuan.rules.finding import Move, Status


def pause_of(finding: Finding, which: Move, *, at: datetime) -> Pause | None:
    """What the stretch that this move ends would move, as the row stands before the move; not yet saved."""
    if Status(finding.status) not in pauses.REVIEWED or which in pauses.TAKEN_BACK:
        return None
    if not ruleset_of(finding.round).pauses.with_approver:
        return None
    start, end = timezone.localdate(finding.since), timezone.localdate(at)
    found = pauses.pause(finding.due, start, end, calendar_of(finding.organisation))
    return found and Pause(finding=finding, holder=finding.holder, at=at, **vars(found))

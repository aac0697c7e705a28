"""Who gets the ball, and when? One pass at each move that changes the hand or the status."""

from datetime import datetime

from bihuan.ledger.models import Finding, Pass
from bihuan.people.viewer import Viewer
from bihuan.rules.people import Role
from bihuan.trail.actions import Actor


def passed(finding: Finding, *, by: Actor, at: datetime) -> Pass:
    """The pass that brought the finding to where it stands now, not yet saved. What a rule passes on has no person."""
    account = by.account if isinstance(by, Viewer) else None
    unit = finding.lead_unit if finding.holder == Role.HEAD else None
    return Pass(finding=finding, holder=finding.holder, unit=unit, status=finding.status, by=account, at=at)

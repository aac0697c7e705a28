"""Who gets the ball, and when? One pass at each move that changes the hand or the status."""

from datetime import datetime

from bihuan.ledger.models import Finding, Pass
from bihuan.people.viewer import Viewer
from bihuan.rules.people import Role


def passed(finding: Finding, *, by: Viewer, at: datetime) -> Pass:
    """The pass that brought the finding to where it stands now, not yet saved."""
    unit = finding.lead_unit if finding.holder == Role.HEAD else None
    return Pass(finding=finding, holder=finding.holder, unit=unit, status=finding.status, by=by.account, at=at)

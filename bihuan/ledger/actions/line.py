"""How is a write on a finding told? One line in the trail of its organisation, under the unit that leads it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bihuan.ledger.models import Finding
from bihuan.trail.actions import Actor, record

Values = Mapping[str, Any]


def tell(
    event: str,
    finding: Finding,
    *,
    by: Actor,
    at: datetime,
    before: Values | None = None,
    after: Values | None = None,
    note: str = "",
) -> None:
    record(
        event,
        finding.ref,
        organisation=finding.organisation.code,
        by=by,
        at=at,
        unit_path=finding.lead_unit.path if finding.lead_unit else "",
        before=before,
        after=after,
        note=note,
    )


def changed(before: Values, after: Values) -> tuple[dict[str, Any], dict[str, Any]]:
    """(before, after) without the fields that stayed as they were."""
    fields = {name for name in {*before, *after} if before.get(name) != after.get(name)}
    return (
        {name: value for name, value in before.items() if name in fields},
        {name: value for name, value in after.items() if name in fields},
    )

"""What do the rules need to know about an intake and a person?"""

from collections.abc import Iterable

from bihuan.ledger.models import DraftRow, Intake
from bihuan.ledger.queries.unit_names import UnitNames
from bihuan.people.viewer import Viewer
from bihuan.rules import intake as rules


def facts(
    intake: Intake, viewer: Viewer, rows: Iterable[DraftRow] | None = None, names: UnitNames | None = None
) -> rules.Facts:
    """The facts; those about rows only where rows are given, with units looked up anew, for they may have changed."""
    drafted = list(rows) if rows is not None else None
    return rules.Facts(
        status=rules.Status(intake.status),
        parts=viewer.roles if intake.round.organisation_id == viewer.organisation.pk else frozenset(),
        rows=len(drafted) if drafted is not None else 1,
        empty_rows=sum(not row.text.strip() for row in drafted or ()),
        unknown_units=sum(bool(names.unknown(row.values)) for row in drafted or ()) if names else 0,
    )

"""To which units may a letter or a summons go, and about which of their findings?"""

from collections.abc import Iterable

from bihuan.ledger.models import Finding
from bihuan.people.models import Unit
from bihuan.people.viewer import Viewer
from bihuan.watch.queries.letter_facts import open_findings


def units_with_findings(viewer: Viewer) -> list[Unit]:
    """The units that lead a finding which is not closed, in the order of the tree."""
    leading = Finding.objects.filter(open_findings(viewer), round__finished_on__isnull=True)
    return list(Unit.objects.filter(pk__in=leading.order_by().values("lead_unit")).order_by("path"))


def unit_at(units: Iterable[Unit], ref: str) -> Unit | None:
    """One of them by its reference."""
    return next((each for each in units if each.ref == ref), None)


def findings_at(viewer: Viewer, unit: Unit) -> list[Finding]:
    """The findings of a unit that a letter may be about, those whose date runs out first in front."""
    rows = Finding.objects.filter(open_findings(viewer, unit.pk), round__finished_on__isnull=True)
    return list(rows.select_related("round__organisation", "lead_unit").order_by("due", "number"))

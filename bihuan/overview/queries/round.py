"""How does a round stand? Counts by status, aspect and unit among what this viewer sees, by one definition of rates."""

from dataclasses import dataclass
from datetime import date

from bihuan.ledger.models import Intake, Origin
from bihuan.ledger.queries.findings import findings_for
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.finding import Partly, Status
from bihuan.rules.intake import Status as IntakeStatus
from bihuan.rules.rates import Counted, Tally, split, tally


@dataclass(frozen=True)
class Group:
    """One line of a table of counts; `key` selects the same findings in the ledger."""

    name: str
    key: str
    tally: Tally


@dataclass(frozen=True)
class RoundCounts:
    ordinary: Tally
    immediate: Tally
    own: Tally
    """What units found by their own check."""
    requested: int
    """How many of the immediate ones came from a request of the group while it was here."""
    by_status: dict[str, int]
    aspects: tuple[Group, ...]
    units: tuple[Group, ...]
    intakes: tuple[Intake, ...]


def round_counts(viewer: Viewer, round: Round, *, today: date) -> RoundCounts:
    """Two queries: the few columns that counting needs of every finding, and the open readings."""
    about = ("status", "immediate", "partly", "aspect", "lead_unit__number", "lead_unit__name")
    fields = (*about, "origin", "due", "deadline")
    rows = list(findings_for(viewer).filter(round=round).order_by("number").values_list(*fields))
    counted = [Counted(Status(r[0]), r[1], r[6] == Origin.SELF, Partly(r[2]), r[7], r[8]) for r in rows]
    ordinary, immediate, own = split(counted, today=today)
    statuses = [row[0] for row in rows]
    pairs = list(zip(rows, counted, strict=True))
    intakes = Intake.objects.filter(round=round).exclude(status=IntakeStatus.DISCARDED.value).select_related("paper")
    return RoundCounts(
        ordinary,
        immediate,
        own,
        sum(row[6] == Origin.REQUEST for row in rows),
        {status.value: statuses.count(status) for status in Status},
        _groups([((r[3], r[3]), c) for r, c in pairs], today),
        _groups([((r[5] or "", f"U-{r[4]:03d}" if r[4] else ""), c) for r, c in pairs], today),
        tuple(intakes) if viewer.is_office else (),
    )


def _groups(pairs: list[tuple[tuple[str, str], Counted]], today: date) -> tuple[Group, ...]:
    """Ordinary findings grouped in order of first appearance."""
    groups: dict[tuple[str, str], list[Counted]] = {}
    for key, counted in pairs:
        if not counted.immediate and not counted.own:
            groups.setdefault(key, []).append(counted)
    return tuple(Group(name, key, tally(found, today=today)) for (name, key), found in groups.items())

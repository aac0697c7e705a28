"""What does each drafted row come to, once a person confirms it? Plain values become dates and units."""

from collections.abc import Iterable, Iterator
from datetime import date

from bihuan.ledger.actions.findings import Confirmed
from bihuan.ledger.models import DraftRow, Intake
from bihuan.ledger.queries.original import texts_of
from bihuan.ledger.queries.people_names import PeopleNames
from bihuan.ledger.queries.unit_names import UnitNames

FLAGS = ("key", "immediate", "standing", "common")


def confirmed(intake: Intake, rows: Iterable[DraftRow], names: UnitNames) -> Iterator[Confirmed]:
    """Every unit in these rows is known: the rules have asked for it."""
    blocks, people = texts_of(intake), PeopleNames(intake.round.organisation)
    for row in rows:
        values = row.values
        supports = (names.find(name) for name in values.get("support_units", ()))
        due = values.get("deadline")
        yield Confirmed(
            text=row.text,
            aspect=row.aspect,
            issue=row.issue,
            cause=values.get("cause", ""),
            goal=values.get("goal", ""),
            measures=tuple(values.get("measures", ())),
            progress=values.get("progress", ""),
            deadline=date.fromisoformat(due) if due else None,
            lead_unit=names.find(values.get("lead_unit", "")),
            leader=people.find(values.get("leader", "")),
            handler=people.find(values.get("person", "")),
            support_units=tuple(unit for unit in supports if unit),
            **{flag: bool(values.get(flag)) for flag in FLAGS},
            source_block=row.spans[0][0] if row.spans else None,
            source_quote="\n".join(blocks[block][start:end] for block, start, end in row.spans if block in blocks),
        )

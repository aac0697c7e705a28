"""What will confirming an intake make? The rows in order, and in a few counts what they carry and what is in doubt."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.paginator import Page, Paginator

from bihuan.ledger.models import DraftRow, Intake
from bihuan.ledger.queries.intake import PER_PAGE, Draft, Place
from bihuan.ledger.queries.likes import mark
from bihuan.ledger.queries.people_names import PeopleNames


def preview_page(intake: Intake, page: str) -> tuple[Page, list[Draft]]:
    """What will be made, a hundred at a time, in order."""
    rows = DraftRow.objects.filter(intake=intake, place=Place.ROW).order_by("position", "pk")
    shown = Paginator(rows, PER_PAGE).get_page(page)
    return shown, [Draft(row, shown.start_index() + at) for at, row in enumerate(shown)]


def drafted_rows(intake: Intake) -> list[DraftRow]:
    return list(DraftRow.objects.filter(intake=intake, place=Place.ROW).order_by("position", "pk"))


@dataclass(frozen=True)
class Counts:
    """What the findings to be made will carry."""

    rows: int
    with_unit: int
    with_deadline: int
    measures: int
    repeated: int
    """Rows that say nearly what another row, or a finding of the round, says already; looked up anew."""
    only_in_original: int
    """Rows with a remark, a state of completion, or a leader or person of no known name: these stay in the original."""


def preview_counts(intake: Intake, rows: Sequence[DraftRow]) -> Counts:
    mark(rows, intake.round)
    people = PeopleNames(intake.round.organisation)
    return Counts(
        rows=len(rows),
        with_unit=sum(bool(row.values.get("lead_unit")) for row in rows),
        with_deadline=sum(bool(row.values.get("deadline")) for row in rows),
        measures=sum(len(row.values.get("measures", ())) for row in rows),
        repeated=sum(bool(row.like) for row in rows),
        only_in_original=sum(_leaves_something(row, people) for row in rows),
    )


def _leaves_something(row: DraftRow, people: PeopleNames) -> bool:
    names = (row.values.get(name) for name in ("leader", "person"))
    unknown = any(name and people.find(name) is None for name in names)
    return unknown or any(row.values.get(name) for name in ("status", "remark"))

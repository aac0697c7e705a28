"""Which columns of ledgers has this organisation explained, and what does a reading ask about?"""

from dataclasses import dataclass
from typing import cast

from bihuan.ledger.models import ColumnMeaning, Intake
from bihuan.people.models import Organisation
from bihuan.reading.kinds.columns import Column


@dataclass(frozen=True)
class Asked:
    """A header of the document that only a person understands; `meaning` is empty until somebody has said it."""

    header: str
    meaning: str = ""


def meanings_of(organisation: Organisation) -> dict[str, Column]:
    """Header → meaning, as `reading` takes it."""
    kept = ColumnMeaning.objects.filter(organisation=organisation).values_list("header", "meaning")
    return {header: cast(Column, meaning) for header, meaning in kept}


def asked_columns(intake: Intake) -> list[Asked]:
    """The headers of one intake, the unexplained first. No query where the document has none."""
    if not intake.headers:
        return []
    kept = meanings_of(intake.round.organisation)
    return sorted(
        (Asked(header, kept.get(header, "")) for header in intake.headers), key=lambda each: each.meaning > ""
    )

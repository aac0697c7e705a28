"""What was chosen for the columns of a ledger: a header and a meaning for each, in order."""

from django.http import QueryDict

from bihuan.ledger.phrases import COLUMN_NAMES


def chosen(given: QueryDict) -> dict[str, str]:
    """Header → meaning; an empty meaning says nothing, and a meaning that is none is left out."""
    pairs = zip(given.getlist("header"), given.getlist("meaning"), strict=False)
    return {header: meaning for header, meaning in pairs if not meaning or meaning in COLUMN_NAMES}

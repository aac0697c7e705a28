"""What does this file say? Bytes to blocks, the kind recognised or chosen, blocks to drafts."""

from collections.abc import Callable, Mapping
from datetime import date

from bihuan.reading.blocks import Document
from bihuan.reading.drafts import DocumentKind, Reading
from bihuan.reading.formats import read_blocks
from bihuan.reading.kinds.columns import Column
from bihuan.reading.kinds.disclosure import read_disclosure
from bihuan.reading.kinds.entry import Dates
from bihuan.reading.kinds.feedback import read_feedback
from bihuan.reading.kinds.ledger import read_ledger
from bihuan.reading.kinds.recognise import kind_of
from bihuan.reading.kinds.speech import read_speech
from bihuan.reading.taxonomy import SHIPPED, Taxonomy, using

READERS: Mapping[DocumentKind, Callable[[Document, Dates, Mapping[str, Column]], Reading]] = {
    "feedback": lambda document, dates, columns: read_feedback(document),
    "disclosure": read_disclosure,
    "ledger": read_ledger,
    "speech": read_speech,
}


def read(
    data: bytes,
    name: str = "",
    *,
    feedback_date: date | None = None,
    kind: DocumentKind | None = None,
    intensive_end: date | None = None,
    columns: Mapping[str, Column] | None = None,
    taxonomy: Taxonomy = SHIPPED,
) -> Reading:
    """Raises `Unreadable` when the bytes are no document. `columns` maps explained headers to meanings."""
    return understand(
        read_blocks(data, name),
        feedback_date=feedback_date,
        kind=kind,
        intensive_end=intensive_end,
        columns=columns,
        taxonomy=taxonomy,
    )


def understand(
    document: Document,
    *,
    feedback_date: date | None = None,
    kind: DocumentKind | None = None,
    intensive_end: date | None = None,
    columns: Mapping[str, Column] | None = None,
    taxonomy: Taxonomy = SHIPPED,
) -> Reading:
    with using(taxonomy):
        reader = READERS[kind or kind_of(document)]
        return reader(document, Dates(feedback_date, intensive_end), columns or {})

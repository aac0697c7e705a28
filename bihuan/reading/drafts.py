"""What shape do all kinds of document take once they are understood? A reading: drafts and what is left over.

A draft is a proposal. Nothing in it is a fact until a person has confirmed it.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from bihuan.reading.blocks import Block, Passage, Span
from bihuan.say import Say

DocumentKind = Literal["feedback", "disclosure", "ledger", "speech"]
Completion = Literal["done", "partly", "open"]


@dataclass(frozen=True)
class Draft:
    """One row that may become a finding. `text` is the deepest wording, `issue` its parent heading."""

    text: str
    spans: tuple[Span, ...]
    """Every stretch of the original that this row was made from; the first one is its place."""
    aspect: str = ""
    issue: str = ""
    number: str = ""
    """The number the document itself gives the row, as written: `（1）`, `3`."""
    cause: str = ""
    goal: str = ""
    measures: tuple[str, ...] = ()
    progress: str = ""
    status: Completion | None = None
    deadline: date | None = None
    deadline_text: str = ""
    """The deadline as the document words it, kept where it is no plain date."""
    standing: bool = False
    immediate: bool = False
    key: bool = False
    common: bool = False
    leader: str = ""
    lead_unit: str = ""
    support_units: tuple[str, ...] = ()
    person: str = ""
    remark: str = ""
    confidence: Literal["high", "low"] = "high"


@dataclass(frozen=True)
class Reading:
    """Everything a document says, each character in exactly one place.

    Body text stands in a finding's spans, in `suggestions`, in `headings`, in `furniture` (titles, salutation,
    page headers, column headers) or in `unassigned`; the confirmation page shows the last one.
    """

    kind: DocumentKind
    title: str
    blocks: tuple[Block, ...]
    findings: tuple[Draft, ...]
    stated_findings: int | None = None
    """How many findings the document itself says it has."""
    suggestions: tuple[Passage, ...] = ()
    headings: tuple[Passage, ...] = ()
    furniture: tuple[Passage, ...] = ()
    unassigned: tuple[Passage, ...] = ()
    warnings: tuple[Say, ...] = ()

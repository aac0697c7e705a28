"""What shape does every file take once its bytes are read? A list of blocks, whatever the format was.

A paragraph and a table cell are both blocks; only the fields that tell where a block stood differ.
`text` is what a reader of the printed page would see: an automatic number is part of it.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from bihuan.say import Say

Kind = Literal["paragraph", "cell", "header", "footer"]


class Unreadable(Exception):
    """The file cannot be read; `reason` is one sentence for the person who sent it."""

    def __init__(self, reason: Say) -> None:
        super().__init__(str(reason))
        self.reason = reason


class Block(NamedTuple):
    """One paragraph or one cell, in reading order; `index` is its place in the list, from 0.

    A named tuple, because a ledger has a hundred thousand of them and a frozen dataclass takes three times
    as long to make. To change one field of a copy: `block._replace(text=…)`.
    """

    index: int  # type: ignore[assignment]  # hides tuple.index, which no one needs here
    text: str
    kind: Kind = "paragraph"
    style: str = ""
    """The name of the paragraph style, as the document gives it; empty where there is none."""
    level: int = 0
    """The outline level of a heading style, from 1; 0 for body text."""
    table: int = 0
    """Which table or sheet a cell belongs to, from 1; 0 outside tables."""
    sheet: str = ""
    row: int = 0
    """The row and column of a cell, from 1, as the spreadsheet numbers them."""
    column: int = 0
    row_span: int = 1
    column_span: int = 1
    page: int = 0
    """The page it stood on, from 1; 0 where the format has no pages."""


class Span(NamedTuple):
    """A stretch of one block's text, `start` inclusive and `end` exclusive, in characters."""

    block: int
    start: int
    end: int


class Passage(NamedTuple):
    """A stretch of text and where it stood."""

    text: str
    span: Span


@dataclass(frozen=True)
class Document:
    """All blocks of one file, and what a person should know about how it was read."""

    blocks: tuple[Block, ...]
    warnings: tuple[Say, ...] = ()

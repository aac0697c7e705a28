"""How do several tables become one workbook in memory? Each on its worksheets, under one heading."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from bihuan.writing.sheets import Sheets, book
from bihuan.writing.tables import Heading, Speak, Table

ALONE = (None,)
"""The parts of a thing that takes one line."""


@dataclass(frozen=True)
class Filled:
    """A table with its things, each with the parts that make its lines."""

    table: Table[Any, Any]
    rows: Iterable[tuple[Any, Sequence[Any]]]


def single(table: Table[Any, None], rows: Iterable[Any]) -> Filled:
    """A table with one line for each thing."""
    return Filled(table, ((row, ALONE) for row in rows))


def write_workbook(heading: Heading, filled: Iterable[Filled], *, speak: Speak = str) -> bytes:
    """The Excel file."""
    out = BytesIO()
    with book(out, heading, speak) as workbook:
        for each in filled:
            sheets = Sheets(workbook, each.table)
            for thing, parts in each.rows:
                sheets.write(thing, parts)
    return out.getvalue()

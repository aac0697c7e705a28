"""How does an office get its units and people into a spreadsheet that it can fill in and send back?

Two sheets with the column names that the import knows, filled or empty, and one with what to write where.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import IO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from bihuan.writing.cells import looks_like_formula, printable
from bihuan.writing.looks import Looks

ROOM = 1000
"""How many rows offer the choice of roles."""


@dataclass(frozen=True)
class Column:
    """One column: its name, its width, and where only some words are allowed, these words."""

    title: str
    width: float
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """One list: its name, its columns and the rows that it already has."""

    name: str
    columns: tuple[Column, ...]
    rows: Iterable[Sequence[str]] = ()


def write(out: IO[bytes], sheets: Iterable[Sheet], *, notes_name: str, notes: Iterable[tuple[str, str]]) -> None:
    """A workbook with the lists, and last the notes: (column, what to write in it)."""
    with Workbook(out, {"in_memory": True}) as workbook:
        looks = Looks(workbook)
        for sheet in sheets:
            _list(workbook.add_worksheet(sheet.name), sheet, looks)
        rows = [(title, text) for title, text in notes]
        columns = (Column("", 18), Column("", 80))
        _rows(workbook.add_worksheet(notes_name), rows, columns, looks, first=0)


def _list(page: Worksheet, sheet: Sheet, looks: Looks) -> None:
    for number, column in enumerate(sheet.columns):
        page.write_string(0, number, column.title, looks.header)
        if column.choices:
            rule = {"validate": "list", "source": list(column.choices)}
            page.data_validation(1, number, ROOM, number, rule)
    page.set_row(0, 24)
    page.freeze_panes(1, 1)
    _rows(page, sheet.rows, sheet.columns, looks, first=1)


def _rows(
    page: Worksheet, rows: Iterable[Sequence[str]], columns: Sequence[Column], looks: Looks, *, first: int
) -> None:
    look = looks.cell(first=True, last=True, centred=False)
    for row, values in enumerate(rows, first):
        for number, value in enumerate(values):
            text = printable(value)
            page.write_string(row, number, text, look.quoted if looks_like_formula(text) else look.plain)
    for number, column in enumerate(columns):
        page.set_column(number, number, column.width)

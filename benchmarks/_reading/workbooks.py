"""How are spreadsheets made of marked rows: .xlsx, .xls, .ods and .csv?"""

import csv
import struct
from collections.abc import Iterator, Sequence
from datetime import date
from html import escape
from io import BytesIO, StringIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from benchmarks._reading.grid import Grid, Placed, sheets
from benchmarks._reading.marks import Part
from tests.reading.formats import made_ods, made_xls

FIRST_DAY = date(1899, 12, 30)
SEGMENT = 8000


def xlsx(parts: Sequence[Part], options: dict[str, str]) -> bytes:
    out = BytesIO()
    book = Workbook(out, {"in_memory": True})
    looks = {"d:": book.add_format({"num_format": "yyyy/m/d"}), "p:": book.add_format({"num_format": "0%"})}
    for number, grid in enumerate(sheets(parts), 1):
        sheet = book.add_worksheet(grid.name or f"Sheet{number}")
        for cell in grid.placed():
            _write(sheet, cell, looks)
        for row in grid.hidden:
            sheet.set_row(row, None, None, {"hidden": True})
    book.close()
    return out.getvalue()


def _write(sheet: Worksheet, cell: Placed, looks: dict[str, Format]) -> None:
    if cell.rows * cell.columns > 1:
        sheet.merge_range(cell.row, cell.column, cell.row + cell.rows - 1, cell.column + cell.columns - 1, "")
    value, look = _value(cell.text), looks.get(cell.text[:2])
    if value != "":
        sheet.write(cell.row, cell.column, value, look)


def _value(text: str) -> str | int | float:
    """A cell as a number where it is one: a day as its serial, a percentage as a fraction."""
    if text.startswith("d:"):
        return (date.fromisoformat(text[2:]) - FIRST_DAY).days
    if text.startswith("p:"):
        return float(text[2:])
    return int(text) if text.isdigit() else text


def shown(text: str) -> str:
    value = _value(text)
    return text[2:] if text.startswith("d:") else f"{value:.0%}" if isinstance(value, float) else text


def xls(parts: Sequence[Part], options: dict[str, str]) -> bytes:
    texts: list[str] = []
    records = {grid.name or "Sheet1": b"".join(_records(grid, texts)) for grid in sheets(parts)}
    segments = [b""]
    for text in texts:
        packed = made_xls.unicode(text)
        segments[-1:] = [segments[-1] + packed] if len(segments[-1]) + len(packed) < SEGMENT else [segments[-1], packed]
    return made_xls.ole(made_xls.stream(records, made_xls.strings(*segments, count=len(texts))))


def _records(grid: Grid, texts: list[str]) -> Iterator[bytes]:
    placed = sorted(grid.placed(), key=lambda cell: (cell.row, cell.column))
    for cell in placed:
        value = _value(cell.text)
        if isinstance(value, str) and value:
            texts.append(value)
            yield made_xls.label(cell.row, cell.column, len(texts) - 1)
        elif value != "":
            yield made_xls.number(cell.row, cell.column, float(value), 1 if cell.text.startswith("d:") else 0)
    wide = [cell for cell in placed if cell.rows * cell.columns > 1]
    reach = [(c.row, c.row + c.rows - 1, c.column, c.column + c.columns - 1) for c in wide]
    yield made_xls.record(0x00E5, struct.pack("<H", len(reach)) + b"".join(struct.pack("<4H", *each) for each in reach))


def ods(parts: Sequence[Part], options: dict[str, str]) -> bytes:
    return made_ods.ods("".join(_table(grid, number) for number, grid in enumerate(sheets(parts), 1)))


def _table(grid: Grid, number: int) -> str:
    placed = {(cell.row, cell.column): cell for cell in grid.placed()}
    rows = []
    for row in range(len(grid.rows)):
        cells = [placed.get((row, column)) for column in range(max(len(grid.rows[row]), 1))]
        made = [_ods_cell(cell) if cell else "<table:covered-table-cell/>" for cell in cells]
        rows.append(made_ods.row(*made))
    return made_ods.sheet(*rows, name=grid.name or f"Sheet{number}")


def _ods_cell(cell: Placed) -> str:
    reach = f'table:number-rows-spanned="{cell.rows}" table:number-columns-spanned="{cell.columns}"'
    kind = 'office:value-type="string" ' if cell.text else ""
    return made_ods.cell(*escape(shown(cell.text)).split("\n"), attributes=kind + reach)


def text_table(parts: Sequence[Part], options: dict[str, str]) -> bytes:
    """A .csv file; in UTF-16 it is what a spreadsheet calls Unicode text, with tabs."""
    encoding = options.get("encoding", "utf-8")
    out = StringIO()
    writer = csv.writer(out, delimiter="\t" if encoding == "utf-16" else ",")
    for grid in sheets(parts):
        placed = {(cell.row, cell.column): shown(cell.text) for cell in grid.placed()}
        writer.writerows(
            [[placed.get((row, column), "") for column in range(grid.width)] for row in range(len(grid.rows))]
        )
    return out.getvalue().encode(encoding)

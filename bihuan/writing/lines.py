"""How is one line of a worksheet written quickly? As XML, straight into the file where XlsxWriter keeps its rows.

XlsxWriter keeps and checks each cell by itself, which is two thirds of an export; the lines of a table are all text, in
known looks, from top to bottom. Only this module reaches behind XlsxWriter's public face (tried with 3.3).
"""

import re
from collections.abc import Iterable
from html import escape

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
Cell = tuple[str, Format]


def write_line(sheet: Worksheet, row: int, cells: Iterable[Cell], points: float) -> None:
    """Write the cells of `row` (from 0), `points` tall; no later call may write to it or above it."""
    number = row + 1
    line = [_cell(f"{column}{number}", text, look) for column, (text, look) in zip(COLUMNS, cells, strict=False)]
    sheet._check_dimensions(row, len(line) - 1)
    sheet._write_single_row(row)  # what the public methods have written so far goes first
    sheet.row_data_fh.write(f'<row r="{number}" ht="{points:g}" customHeight="1">{"".join(line)}</row>')


def _cell(place: str, text: str, look: Format) -> str:
    style = look._get_xf_index()
    if not text:
        return f'<c r="{place}" s="{style}"/>'
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{_escaped(text)}</t></is></c>'


def _escaped(text: str) -> str:
    """The text as XML; `_x0041_`, which a spreadsheet would show as `A`, gets its own underscore escaped."""
    if "_x" in text:
        text = LOOKS_ESCAPED.sub("_x005F_", text)
    return escape(text, quote=False)


COLUMNS = tuple(xl_col_to_name(number) for number in range(256))

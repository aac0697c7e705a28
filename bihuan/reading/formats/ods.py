"""What do the sheets of an OpenDocument spreadsheet say, cell by cell? (ODF 1.3, part 3, chapter 9.)

A cell keeps the words it shows beside its value, so most are taken as shown; a day is written as 2026-03-31.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from bihuan.reading.blocks import Block, Document, Unreadable
from bihuan.reading.formats.cells import shown
from bihuan.reading.formats.containers import File, encrypted
from bihuan.reading.formats.markup import Element, parse, whole
from bihuan.reading.formats.sheet_notes import Notes, sentences
from bihuan.reading.places import column_name
from bihuan.say import Say, say

TITLE = say("ODF 表格")
SUFFIXES = (".ods", ".ots")

_TYPES = (b"application/vnd.oasis.opendocument.spreadsheet", b"application/vnd.oasis.opendocument.spreadsheet-template")
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_CELLS = (_TABLE + "table-cell", _TABLE + "covered-table-cell")
_REPEAT_LIMIT = 100_000
"""How many cells with words may come from repetition in one file; real programs repeat empty ones."""


def recognises(file: File) -> bool:
    parts = file.parts
    return parts is not None and "mimetype" in parts and parts.read("mimetype").strip() in _TYPES


def read(file: File) -> Document:
    """Every cell that says something, sheet by sheet."""
    parts = file.members()
    if "META-INF/manifest.xml" in parts and b"encryption-data" in parts.read("META-INF/manifest.xml"):
        raise encrypted()
    root = parse(parts.read("content.xml"))
    unseen = _unseen_styles(root)
    blocks: list[Block] = []
    warnings: list[Say] = []
    tables = root.iterfind(f"{_OFFICE}body/{_OFFICE}spreadsheet/{_TABLE}table")
    for number, table in enumerate(tables, 1):
        sheet = _Sheet(table.get(_TABLE + "name", ""), number, blocks)
        sheet.read(table)
        hidden = table.get(_TABLE + "style-name") in unseen
        warnings += sentences(sheet.name, sheet.notes(hidden), sheet.covered)
    return Document(tuple(blocks), tuple(warnings))


def _unseen_styles(root: Element) -> set[str]:
    """The table styles that hide their sheet."""
    return {
        style.get(_STYLE + "name", "")
        for style in root.iterfind(f"{_OFFICE}automatic-styles/{_STYLE}style")
        if any(each.get(_TABLE + "display") == "false" for each in style.iterchildren(_STYLE + "table-properties"))
    }


class _Said(NamedTuple):
    """A cell with its words, and how often it stands side by side from its first column on."""

    column: int
    times: int
    text: str
    cell: Element


@dataclass
class _Sheet:
    """One sheet while its rows go by."""

    name: str
    number: int
    blocks: list[Block]
    covered: list[tuple[int, int]] = field(default_factory=list)
    _hidden_rows: list[int] = field(default_factory=list)
    _hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    _unanswered: list[str] = field(default_factory=list)
    _repeated: int = 0

    def notes(self, hidden: bool) -> Notes:
        return Notes(hidden, tuple(self._hidden_rows), tuple(self._hidden_columns), tuple(self._unanswered))

    def read(self, table: Element) -> None:
        self._columns(table)
        row = 1
        for element in _within(table, "table-row"):
            times = max(whole(element.get(_TABLE + "number-rows-repeated"), 1), 1)
            cells = list(_cells(element))
            for _ in range(times if cells else 0):
                self._repeated += len(cells) if times > 1 else 0
                self._check()
                self._row(row, cells, element)
                row += 1
            row += 0 if cells else times

    def _row(self, row: int, cells: list[_Said], element: Element) -> None:
        if element.get(_TABLE + "visibility", "visible") != "visible":
            self._hidden_rows.append(row)
        for said in cells:
            for column in range(said.column, said.column + said.times):
                self._repeated += said.times > 1
                self._check()
                self._cell(row, column, said.text, said.cell)

    def _cell(self, row: int, column: int, text: str, cell: Element) -> None:
        if not text:
            self._unanswered.append(f"{column_name(column)}{row}")
        elif cell.tag == _CELLS[1]:
            self.covered.append((row, column))
        else:
            down = min(max(whole(cell.get(_TABLE + "number-rows-spanned"), 1), 1), 1_048_576)
            across = min(max(whole(cell.get(_TABLE + "number-columns-spanned"), 1), 1), 16_384)
            place = (self.number, self.name, row, column, down, across)
            self.blocks.append(Block(len(self.blocks), text, "cell", "", 0, *place))

    def _check(self) -> None:
        if self._repeated > _REPEAT_LIMIT:
            raise Unreadable(say("“{sheet}”表里重复的内容过多，请删去多余的行列后再上传。", sheet=self.name))

    def _columns(self, table: Element) -> None:
        column = 1
        for element in _within(table, "table-column"):
            last = column + max(whole(element.get(_TABLE + "number-columns-repeated"), 1), 1) - 1
            if element.get(_TABLE + "visibility", "visible") != "visible":
                self._hidden_columns.append((column, min(last, 16_384)))
            column = last + 1


def _within(parent: Element, name: str) -> Iterator[Element]:
    """The rows or columns of a table, seen through its groups and heads."""
    for child in parent:
        if child.tag == _TABLE + name:
            yield child
        elif child.tag in (_TABLE + f"{name}-group", _TABLE + f"{name}s", _TABLE + f"table-header-{name[6:]}s"):
            yield from _within(child, name)


def _cells(row: Element) -> Iterator[_Said]:
    """The cells that say something or should."""
    column = 1
    for cell in row.iterchildren(*_CELLS):
        times = max(whole(cell.get(_TABLE + "number-columns-repeated"), 1), 1)
        text = _text(cell)
        if text or (cell.get(_TABLE + "formula") and not cell.get(_OFFICE + "value-type")):
            yield _Said(column, times, text, cell)
        column += times


def _text(cell: Element) -> str:
    lines = "\n".join(_line(line) for line in cell.iterchildren(_TEXT + "p", _TEXT + "h")).strip()
    kind = cell.get(_OFFICE + "value-type")
    if kind == "date" and not re.fullmatch(r"\d{4}年\d{1,2}月", lines):
        return str(cell.get(_OFFICE + "date-value", lines))[:16].replace("T", " ")
    if kind == "float" and len(cell.get(_OFFICE + "value", "")) < 30 and not re.fullmatch(r"0\d+", lines):
        try:
            return shown(float(cell.get(_OFFICE + "value", "")))
        except (ValueError, OverflowError):
            return lines
    return lines


def _line(element: Element) -> str:
    """The words of one line; blanks are written as elements, remarks are not part of it."""
    pieces = [element.text or ""]
    for child in element:
        if child.tag == _TEXT + "s":
            pieces.append(" " * min(whole(child.get(_TEXT + "c"), 1), 100))
        elif child.tag in (_TEXT + "line-break", _TEXT + "tab"):
            pieces.append("\n" if child.tag.endswith("break") else "\t")
        elif child.tag != _OFFICE + "annotation":
            pieces.append(_line(child))
        pieces.append(child.tail or "")
    return "".join(pieces)

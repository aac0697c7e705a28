"""What do the sheets of an old Excel or WPS workbook (.xls, .et) say, cell by cell? Values only, nothing is run."""

import struct
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from bihuan.reading.blocks import Block, Document
from bihuan.reading.formats.cells import Area, Sheet, Value, sheet_blocks
from bihuan.reading.formats.containers import File, damaged
from bihuan.reading.formats.ole import Streams
from bihuan.reading.formats.sheet_notes import Notes, sentences
from bihuan.reading.formats.xls_records import records, text
from bihuan.reading.formats.xls_workbook import Workbook
from bihuan.reading.places import column_name
from bihuan.say import Say, say

TITLE = say("旧版 Excel 表格")
SUFFIXES = (".xls", ".et", ".xlt", ".ett")

_LAST_COLUMN = 255
"""This format ends at column IV; a cell further out would only make every row longer to walk through."""


def recognises(file: File) -> bool:
    return file.has_stream("Workbook") or file.has_stream("Book")


def read(file: File) -> Document:
    """Every cell that says something, sheet by sheet."""
    streams = Streams(file.data)
    stream = streams.read("Workbook") or streams.read("Book")
    if stream is None:
        raise damaged()
    try:
        return _read(stream)
    except (struct.error, IndexError, ValueError, OverflowError) as fault:
        raise damaged() from fault


def _read(stream: bytes) -> Document:
    book = Workbook(stream)
    blocks: list[Block] = []
    warnings: list[Say] = []
    for number, (name, start, hidden) in enumerate(book.sheets, 1):
        sheet = _Worksheet(book)
        sheet.read(stream, start)
        rows = sheet.rows()
        covered = sheet_blocks(Sheet(name, number, rows, areas=sheet.areas, patterns=sheet.patterns), blocks)
        warnings += sentences(name, sheet.notes(hidden), covered)
    if book.macros:
        warnings.append(say("文件带有宏，宏没有运行，只读取了单元格的内容。"))
    return Document(tuple(blocks), tuple(warnings))


@dataclass
class _Worksheet:
    """One sheet while its records go by."""

    book: Workbook
    areas: list[Area] = field(default_factory=list)
    patterns: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    unanswered: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    _cells: dict[int, dict[int, Value]] = field(default_factory=lambda: defaultdict(dict))
    _awaited: tuple[int, int] | None = None
    """The cell of a formula whose text comes in the next record."""

    def read(self, stream: bytes, start: int) -> None:
        for kind, body in records(stream, start):
            taker = _TAKERS.get(kind)
            if taker is not None:
                taker(self, body)
        self._give_up_waiting()

    def notes(self, hidden: bool) -> Notes:
        rows, columns = tuple(self.hidden_rows), tuple(self.hidden_columns)
        return Notes(hidden, rows, columns, tuple(self.unanswered), tuple(self.errors))

    def rows(self) -> Iterator[list[Value]]:
        """Each row from the first on, as wide as its last cell."""
        for row in range(max(self._cells, default=-1) + 1):
            cells = self._cells.get(row, {})
            yield [cells.get(column, "") for column in range(max(cells, default=-1) + 1)]

    def _put(self, row: int, column: int, value: Value) -> None:
        if column > _LAST_COLUMN:
            raise damaged()
        self.book.count_cell()
        self._cells[row][column] = value

    def _number(self, row: int, column: int, style: int, number: float) -> None:
        pattern = self.book.pattern(style)
        if pattern:
            self.patterns[row + 1, column + 1] = pattern
        self._put(row, column, self.book.value(number, style))

    def _shared(self, body: bytes) -> None:
        row, column, _, index = struct.unpack_from("<HHHI", body)
        self._put(row, column, self.book.strings[index])

    def _label(self, body: bytes) -> None:
        row, column = struct.unpack_from("<HH", body)
        self._put(row, column, text(body, 6))

    def _real(self, body: bytes) -> None:
        self._number(*struct.unpack_from("<HHHd", body))

    def _packed(self, body: bytes) -> None:
        row, column, style, packed = struct.unpack_from("<HHHI", body)
        self._number(row, column, style, _unpacked(packed))

    def _packed_row(self, body: bytes) -> None:
        row, first = struct.unpack_from("<HH", body)
        for column, place in enumerate(range(4, len(body) - 7, 6), first):
            style, packed = struct.unpack_from("<HI", body, place)
            self._number(row, column, style, _unpacked(packed))

    def _truth(self, body: bytes) -> None:
        row, column, _, value, error = struct.unpack_from("<HHHBB", body)
        if error:
            self.errors.append(_cell_name(row, column))
        else:
            self._put(row, column, bool(value))

    def _formula(self, body: bytes) -> None:
        self._give_up_waiting()
        row, column, style, result = struct.unpack_from("<HHH8s", body)
        if result[6:] != b"\xff\xff":
            self._number(row, column, style, struct.unpack("<d", result)[0])
        elif result[0] == 0:
            self._awaited = (row, column)
        elif result[0] in (1, 2):
            self._truth(struct.pack("<HHHBB", row, column, style, result[2], result[0] == 2))

    def _result(self, body: bytes) -> None:
        if self._awaited is not None:
            self._put(*self._awaited, text(body, 0))
            self._awaited = None

    def _give_up_waiting(self) -> None:
        """A formula whose text never came has no result in this file."""
        if self._awaited is not None:
            self.unanswered.append(_cell_name(*self._awaited))
            self._awaited = None

    def _merged(self, body: bytes) -> None:
        for top, bottom, left, right in struct.iter_unpack("<4H", body[2 : 2 + (len(body) - 2) // 8 * 8]):
            self.areas.append(Area(top + 1, left + 1, bottom + 1, right + 1))

    def _row(self, body: bytes) -> None:
        row, flags = struct.unpack_from("<H10xH", body)
        if flags & 0x20:
            self.hidden_rows.append(row + 1)

    def _columns(self, body: bytes) -> None:
        first, last, width, _, flags = struct.unpack_from("<5H", body)
        if flags & 1 or not width:
            self.hidden_columns.append((first + 1, min(last, 255) + 1))


_TAKERS: dict[int, Callable[[_Worksheet, bytes], None]] = {
    0x00FD: _Worksheet._shared,
    0x0204: _Worksheet._label,
    0x00D6: _Worksheet._label,
    0x0203: _Worksheet._real,
    0x027E: _Worksheet._packed,
    0x00BD: _Worksheet._packed_row,
    0x0205: _Worksheet._truth,
    0x0006: _Worksheet._formula,
    0x0207: _Worksheet._result,
    0x00E5: _Worksheet._merged,
    0x0208: _Worksheet._row,
    0x007D: _Worksheet._columns,
}


def _cell_name(row: int, column: int) -> str:
    return f"{column_name(column + 1)}{row + 1}"


def _unpacked(packed: int) -> float:
    """A number in four bytes (RkNumber): whole or the upper half of a double, perhaps in hundredths."""
    if packed & 2:
        number: float = (packed - (1 << 32) if packed >> 31 else packed) >> 2
    else:
        number = struct.unpack("<d", struct.pack("<II", 0, packed & 0xFFFFFFFC))[0]
    return number / 100 if packed & 1 else number

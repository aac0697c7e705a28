"""What do the sheets of an old Excel or WPS workbook (.xls, .et) say, cell by cell? Values only, nothing is run."""

import struct
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bihuan.reading.blocks import Block, Document, Unreadable
from bihuan.reading.cells import Area, Sheet, Value, sheet_blocks
from bihuan.reading.containers import File, damaged, encrypted
from bihuan.reading.number_formats import BUILT_IN, shows_date, telling
from bihuan.reading.ole import Streams
from bihuan.reading.places import column_name
from bihuan.reading.sheet_notes import Notes, sentences
from bihuan.reading.xls_records import BOF, CONTINUE, SharedStrings, records, text
from bihuan.say import Say, say

TITLE = say("旧版 Excel 表格")
SUFFIXES = (".xls", ".et", ".xlt", ".ett")

_BIFF8 = 0x0600
_LAST_DAY = 2_958_465
"""The serial number of 9999-12-31."""


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
    book = _Workbook(stream)
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


class _Workbook:
    """What holds for all sheets: their names, the shared texts, the number formats."""

    def __init__(self, stream: bytes) -> None:
        self.sheets: list[tuple[str, int, bool]] = []
        self.strings: list[str] = []
        self.macros = False
        self._codes: dict[int, str] = {}
        self._styles: list[int] = []
        self._epoch = datetime.fromisoformat("1899-12-30")
        shared: list[bytes] = []
        before = 0
        for kind, body in records(stream):
            if kind == CONTINUE and before == 0x00FC:
                shared.append(body)
                continue
            before = kind
            shared += [body] if kind == 0x00FC else []
            self._take(kind, body)
        if shared:
            self.strings = SharedStrings(shared).read()

    def _take(self, kind: int, body: bytes) -> None:
        if kind == BOF and struct.unpack_from("<H", body)[0] != _BIFF8:
            raise Unreadable(say("这是很早以前的表格格式，请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传。"))
        if kind == 0x002F:  # FILEPASS
            raise encrypted()
        if kind == 0x0022 and body[:1] == b"\1":  # DATEMODE
            self._epoch = datetime.fromisoformat("1904-01-01")
        elif kind == 0x041E:  # FORMAT
            self._codes[struct.unpack_from("<H", body)[0]] = text(body, 2)
        elif kind == 0x00E0:  # XF
            self._styles.append(struct.unpack_from("<H", body, 2)[0])
        elif kind == 0x0085:  # BOUNDSHEET
            start, hidden, sort = struct.unpack_from("<IBB", body)
            if sort == 0:
                self.sheets.append((text(body, 6, wide_count=False), start, bool(hidden & 3)))
        elif kind == 0x00D3:  # OBPROJ
            self.macros = True

    def pattern(self, style: int) -> str:
        number = self._styles[style] if style < len(self._styles) else 0
        return telling(self._codes[number]) if number in self._codes else BUILT_IN.get(number, "")

    def value(self, number: float, style: int) -> Value:
        """A number as its format means it: a day, a time, or the number itself."""
        used = self._styles[style] if style < len(self._styles) else 0
        if not shows_date(used, self._codes.get(used)) or not 0 <= number <= _LAST_DAY:
            return number
        moment = self._epoch + timedelta(seconds=round(number * 86_400))
        return moment.time() if number < 1 else moment


@dataclass
class _Worksheet:
    """One sheet while its records go by."""

    book: _Workbook
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

"""What holds for all sheets of an old Excel workbook: names, shared texts, number formats, the calendar?"""

import struct
from datetime import datetime, timedelta

from bihuan.reading.blocks import Unreadable
from bihuan.reading.formats.cells import Value
from bihuan.reading.formats.containers import damaged, encrypted, too_much
from bihuan.reading.formats.number_formats import BUILT_IN, shows_date, telling
from bihuan.reading.formats.xls_records import BOF, CONTINUE, SharedStrings, records, text
from bihuan.say import say

CELL_LIMIT = 1_000_000
"""Cells with a value in the whole workbook."""
_BIFF8 = 0x0600
_LAST_DAY = 2_958_465
"""The serial number of 9999-12-31."""


class Workbook:
    """What holds for all sheets: their names, the shared texts, the number formats."""

    def __init__(self, stream: bytes) -> None:
        self.sheets: list[tuple[str, int, bool]] = []
        self.strings: list[str] = []
        self.macros = False
        self._cells = 0
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
            if any(start == known for _, known, _ in self.sheets):
                raise damaged()
            if sort == 0:
                self.sheets.append((text(body, 6, wide_count=False), start, bool(hidden & 3)))
        elif kind == 0x00D3:  # OBPROJ
            self.macros = True

    def count_cell(self) -> None:
        """One more cell with a value; more than memory holds are too many."""
        self._cells += 1
        if self._cells > CELL_LIMIT:
            raise too_much()

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

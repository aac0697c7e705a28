"""How does a cell look? One place for the fonts, borders and alignments of every spreadsheet.

The lines of one thing are drawn as one block: a rule above the first and below the last, none between them.
"""

from typing import Any, NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.format import Format

SONG, HEI = "宋体", "黑体"
THIN = 1
CELL: dict[str, Any] = {"font_name": SONG, "font_size": 10, "text_wrap": True, "left": THIN, "right": THIN}


class Look(NamedTuple):
    """`quoted` is for text that begins like a formula: it stays text even after a person has edited the cell."""

    plain: Format
    quoted: Format


class Looks:
    """The formats of one workbook."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._cells: dict[tuple[bool, bool, bool], Look] = {}
        self.title = self._format(font_name=HEI, font_size=16, align="center", valign="vcenter")
        self.about = self._format(font_name=SONG, font_size=10, align="left", valign="vcenter")
        self.header = self._format(
            **CELL | {"font_name": HEI}, top=THIN, bottom=THIN, bg_color="#EEF0F2", align="center", valign="vcenter"
        )

    def cell(self, *, first: bool, last: bool, centred: bool) -> Look:
        """The look of a cell on the first or last line of its thing, or between them."""
        key = (first, last, centred)
        if key not in self._cells:
            rules = {"top": THIN * first, "bottom": THIN * last, "valign": "top"}
            style = CELL | rules | {"align": "center" if centred else "left"}
            self._cells[key] = Look(self._format(**style), self._format(**style, quote_prefix=True))
        return self._cells[key]

    def _format(self, **style: object) -> Format:
        return self._workbook.add_format(style)

"""How does a list become a workbook that is filled in without the system and comes back?

What may be changed stands on white and is open; everything else is grey and locked. The first column, hidden, ties a
row to its thing: the reference and a fingerprint of what was exported. A hidden sheet keeps every exported value, the
round and the moment, so that a change can be told from what changed meanwhile. The protection has no password: it keeps
fingers off, and whatever is changed nevertheless is found when the file comes back.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC
from tempfile import TemporaryDirectory
from typing import IO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from bihuan.say import Say, say
from bihuan.writing.cells import fitting, looks_like_formula, printable
from bihuan.writing.heights import height
from bihuan.writing.looks import CELL, HEI, SONG, THIN
from bihuan.writing.tables import Heading, Speak

KEPT = "bihuan"
"""The hidden sheet, and its first cell."""
VERSION = "1"
HEADER_ROW = 3
"""From 0; the rows above say what this is and how it is filled in."""
CUT = "……"
HOW = say("白色格可以填写，灰色格不要改动；不要增删行列、合并单元格或写公式。填好后回到系统上传，先预览再更新。")
Kept = list[tuple[str, ...]]


@dataclass(frozen=True)
class FillColumn:
    """One column: its code, its title, and what may be chosen in it, code → word; empty where anything is typed."""

    code: str
    title: Say
    width: float
    words: Mapping[str, str] | None = None
    choices: tuple[str, ...] = ()
    """What is offered where words have no code of their own, such as names."""
    number: bool = False

    @property
    def offered(self) -> list[str]:
        return list(self.words.values()) if self.words else list(self.choices)


@dataclass(frozen=True)
class FillRow:
    """One thing: its reference, a mark of what was exported, its values in the order of the columns, what is open."""

    ref: str
    mark: str
    values: tuple[str, ...]
    open: frozenset[str] = frozenset()


@dataclass(frozen=True)
class FillSheet:
    code: str
    name: Say
    columns: tuple[FillColumn, ...]
    rows: Sequence[FillRow]


@dataclass(frozen=True)
class Ticket:
    """Whose list it is: what the file must carry to be taken back."""

    organisation: str
    round: str


def as_cell(text: str) -> str:
    """The text as it stands in a cell and comes back from it."""
    return fitting(printable(text).strip(), CUT)


def write_filling(
    out: IO[bytes], sheets: Sequence[FillSheet], *, heading: Heading, ticket: Ticket, speak: Speak = str
) -> None:
    with TemporaryDirectory(ignore_cleanup_errors=True) as place:
        workbook = Workbook(out, {"tmpdir": place, "strings_to_formulas": False, "strings_to_urls": False})
        title, owner = printable(heading.title), printable(heading.organisation)
        moment = heading.as_of.astimezone(UTC)
        workbook.set_properties({"title": title, "company": owner, "created": moment.replace(tzinfo=None)})
        kept: Kept = [(KEPT, VERSION, ticket.organisation, ticket.round, moment.isoformat())]
        looks = _Looks(workbook)
        for sheet in sheets:
            _write_sheet(workbook.add_worksheet(speak(sheet.name)), sheet, heading, looks, speak, kept)
        _keep(workbook.add_worksheet(KEPT), kept)
        workbook.close()


class _Looks:
    def __init__(self, workbook: Workbook) -> None:
        border = CELL | {"top": THIN, "bottom": THIN, "valign": "top"}
        self.title = workbook.add_format({"font_name": HEI, "font_size": 16})
        self.about = workbook.add_format({"font_name": SONG, "font_size": 10})
        self.header = workbook.add_format(border | {"font_name": HEI, "bg_color": "#DDE1E5", "align": "center"})
        self.locked = workbook.add_format(border | {"bg_color": "#EEF0F2"})
        self.open = workbook.add_format(border | {"locked": False})
        self.quoted = workbook.add_format(border | {"locked": False, "quote_prefix": True})

    def cell(self, text: str, *, is_open: bool) -> Format:
        """Text that begins like a formula stays text even after a person has edited the cell."""
        if not is_open:
            return self.locked
        return self.quoted if looks_like_formula(text) else self.open


def _write_sheet(
    sheet: Worksheet, filled: FillSheet, heading: Heading, looks: _Looks, speak: Speak, kept: Kept
) -> None:
    about = say("填报单位：{organisation}　　轮次：{round}　　数据截至：{moment}", organisation=heading.organisation,
                round=heading.round, moment=heading.moment)  # fmt: skip
    sheet.write_string(0, 1, as_cell(f"{heading.title}{speak(filled.name)}"), looks.title)
    sheet.write_string(1, 1, as_cell(speak(about)), looks.about)
    sheet.write_string(2, 1, speak(HOW), looks.about)
    titles = tuple(speak(column.title) for column in filled.columns)
    sheet.write_string(HEADER_ROW, 0, KEPT, looks.header)
    for place, title in enumerate(titles, 1):
        sheet.write_string(HEADER_ROW, place, title, looks.header)
    kept.append(("sheet", filled.code, speak(filled.name), str(HEADER_ROW + 1), *(c.code for c in filled.columns)))
    kept.append(("titles", filled.code, *titles))
    kept += [("words", filled.code, c.code, *_pairs(c.words)) for c in filled.columns if c.words]
    for number, row in enumerate(filled.rows, HEADER_ROW + 1):
        _write_row(sheet, number, filled, row, looks)
        kept.append(("row", filled.code, row.ref, row.mark, *row.values))
    _set_page(sheet, filled)


def _pairs(words: Mapping[str, str]) -> list[str]:
    return [text for pair in words.items() for text in pair]


def _write_row(sheet: Worksheet, number: int, filled: FillSheet, row: FillRow, looks: _Looks) -> None:
    shown = [(c.words or {}).get(v, v) for c, v in zip(filled.columns, row.values, strict=True)]
    widths = (column.width for column in filled.columns)
    sheet.set_row(number, height(zip(shown, widths, strict=True)))
    sheet.write_string(number, 0, f"{row.ref}·{row.mark}", looks.locked)
    for place, (column, text) in enumerate(zip(filled.columns, shown, strict=True), 1):
        look = looks.cell(text, is_open=column.code in row.open)
        if column.number and text:
            sheet.write_number(number, place, float(text), look)
        elif text:
            sheet.write_string(number, place, text, look)
        else:
            sheet.write_blank(number, place, None, look)


def _set_page(sheet: Worksheet, filled: FillSheet) -> None:
    first, last = HEADER_ROW + 1, HEADER_ROW + max(len(filled.rows), 1)
    sheet.set_column(0, 0, 4, None, {"hidden": True})
    for place, column in enumerate(filled.columns, 1):
        sheet.set_column(place, place, column.width)
        if column.number:
            rule = {"validate": "decimal", "criteria": ">=", "value": 0, "ignore_blank": True}
            sheet.data_validation(first, place, last, place, rule)
        elif column.offered and len(",".join(column.offered)) <= 255:
            sheet.data_validation(first, place, last, place, {"validate": "list", "source": column.offered})
    sheet.freeze_panes(HEADER_ROW + 1, 2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEADER_ROW)
    sheet.protect("", {"format_columns": True, "format_rows": True})


def _keep(sheet: Worksheet, kept: Kept) -> None:
    for number, line in enumerate(kept):
        for place, text in enumerate(line):
            sheet.write_string(number, place, text)
    sheet.very_hidden()

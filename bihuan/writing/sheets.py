"""How does a table become worksheets that are ready for the printer, whatever its length?

Lines are written as they come and forgotten (XlsxWriter's `constant_memory`), so memory does not grow with them; a
full worksheet goes on in the next one. Cells are never merged downwards, because a merge must be remembered.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC
from tempfile import TemporaryDirectory
from typing import IO, Generic

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from bihuan.say import Say, say
from bihuan.writing.cells import fitting, looks_like_formula, printable
from bihuan.writing.heights import height
from bihuan.writing.lines import write_line
from bihuan.writing.looks import Look, Looks
from bihuan.writing.tables import Heading, Part, Speak, Table, Thing, Words

TITLE_ROW, ABOUT_ROW, HEADER_ROW = range(3)
LAST_ROW = 1_048_576
"""How many rows a worksheet has."""
HASH_LENGTH = 64
"""A footer holds 255 characters; more of the trail's head than a hash has is not shown."""
A4 = 9
CUT = say("……（超出单元格上限，以下文字未列出，全文见系统）")


class Book:
    """A workbook that is being written: one heading, one set of looks, any number of tables."""

    def __init__(self, workbook: Workbook, heading: Heading, speak: Speak, last_row: int) -> None:
        self.workbook, self.heading, self.speak, self.last_row = workbook, heading, speak, last_row
        self.looks = Looks(workbook)
        self._cut = speak(CUT)

    def text(self, words: Words) -> str:
        """The words as a cell may hold them, in the reader's language."""
        if isinstance(words, tuple):
            words = "\n".join(filter(None, map(self._spoken, words)))
        return fitting(printable(self._spoken(words)), self._cut)

    def _spoken(self, words: str | Say) -> str:
        return words if isinstance(words, str) else self.speak(words)

    def about(self) -> str:
        """The line under the title."""
        whose = say("填报单位：{organisation}", organisation=self.heading.organisation)
        which = say("轮次：{round}", round=self.heading.round)
        when = say("数据截至：{moment}", moment=self.heading.moment)
        return "　　".join(self.text(words) for words in (whose, which, when))

    def footer(self) -> str:
        """As-of moment, page number and head of the trail, in the code of a footer (`&P`, `&N`, `&8` for the size)."""
        when = self.speak(say("数据截至：{moment}", moment=self.heading.moment))
        page = self.speak(say("第 {page} 页，共 {pages} 页", page="&P", pages="&N"))
        head = printable(self.heading.trail_head)[:HASH_LENGTH].replace("&", "&&")
        trail = self.speak(say("留痕末端：{head}", head=head))
        return f"&L&8 {when}&C&8 {page}&R&8 {trail}"


@contextmanager
def book(out: IO[bytes], heading: Heading, speak: Speak = str, last_row: int = LAST_ROW) -> Iterator[Book]:
    """A workbook that reaches `out` when the block ends well; when it fails, nothing is written and nothing stays."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as place:
        workbook = Workbook(out, {"constant_memory": True, "tmpdir": place})
        workbook.use_zip64()
        moment = heading.as_of.astimezone(UTC) if heading.as_of.tzinfo else heading.as_of
        title, owner = printable(heading.title), printable(heading.organisation)
        workbook.set_properties({"title": title, "company": owner, "created": moment.replace(tzinfo=None)})
        yield Book(workbook, heading, speak, last_row)
        workbook.close()


class Sheets(Generic[Thing, Part]):
    """One table of a book, on as many worksheets as it needs: 整改台账, 整改台账(2), …"""

    def __init__(self, book: Book, table: Table[Thing, Part]) -> None:
        self._book, self._table = book, table
        self._count = 0
        self._begin()

    def write(self, thing: Thing, parts: Sequence[Part]) -> None:
        """Write a thing on one line per part, at least one, and all of them on one worksheet if they fit on any."""
        last_row, last = self._book.last_row, len(parts) - 1
        if self._row + len(parts) > last_row and self._row > HEADER_ROW + 1:
            self._begin()
        for number, part in enumerate(parts):
            full = self._row == last_row
            if full:
                self._begin()
            self._write_line(thing, part, first=full or number == 0, last=number == last)

    def _write_line(self, thing: Thing, part: Part, *, first: bool, last: bool) -> None:
        say_it, cells = self._book.text, []
        for column, look in zip(self._table.columns, self._looks(first, last), strict=True):
            text = say_it(column.value(thing, part)) if first or column.each else ""
            cells.append((text, look.quoted if looks_like_formula(text) else look.plain))
        widths = (column.width for column in self._table.columns)
        points = height((text, width) for (text, _), width in zip(cells, widths, strict=True))
        write_line(self._sheet, self._row, cells, points)
        self._row += 1

    def _looks(self, first: bool, last: bool) -> list[Look]:
        cell = self._book.looks.cell
        return [cell(first=first, last=last, centred=column.centred) for column in self._table.columns]

    def _begin(self) -> None:
        self._count += 1
        name = self._book.text(self._table.name)
        self._sheet = self._book.workbook.add_worksheet(name if self._count == 1 else f"{name}({self._count})")
        set_page(self._sheet, self._book.footer(), [column.width for column in self._table.columns])
        self._write_head(name)
        self._row = HEADER_ROW + 1

    def _write_head(self, name: str) -> None:
        """The title over the whole width, the line that says whose it is, and the names of the columns."""
        book, sheet, looks, last = self._book, self._sheet, self._book.looks, len(self._table.columns) - 1
        title = book.text(say("{title}{table}", title=book.heading.title, table=name))
        for row, points, text, look in (
            (TITLE_ROW, 32, title, looks.title),
            (ABOUT_ROW, 20, book.about(), looks.about),
        ):
            sheet.set_row(row, points)
            sheet.merge_range(row, 0, row, last, None, look)
            sheet.write_string(row, 0, text, look)
        titles = [book.text(column.title) for column in self._table.columns]
        widths = (column.width for column in self._table.columns)
        sheet.set_row(HEADER_ROW, max(30, height(zip(titles, widths, strict=True))))
        for number, text in enumerate(titles):
            sheet.write_string(HEADER_ROW, number, text, looks.header)


def set_page(sheet: Worksheet, footer: str, widths: Sequence[float]) -> None:
    """A4 landscape, one page wide, the column names on every page and always in sight."""
    sheet.set_paper(A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.center_horizontally()
    sheet.set_footer(footer)
    sheet.repeat_rows(HEADER_ROW)
    sheet.freeze_panes(HEADER_ROW + 1, 1)
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{LAST_ROW}"})
    for number, width in enumerate(widths):
        sheet.set_column(number, number, width)

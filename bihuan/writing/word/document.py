"""What does one write in a Word document, from top to bottom? Title, headings, paragraphs, tables, pictures."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from bihuan.writing.cells import printable
from bihuan.writing.word import letterhead
from bihuan.writing.word.lists import has_own_number
from bihuan.writing.word.measures import (
    ABOVE_TABLE,
    BETWEEN_TABLES,
    LANDSCAPE,
    PORTRAIT,
    TITLE,
    TITLE_LINE,
    TWIPS_PER_MM,
    points,
)
from bihuan.writing.word.package import packed
from bihuan.writing.word.paragraphs import Align, aligned, counted, paragraph, run
from bihuan.writing.word.pictures import picture
from bihuan.writing.word.sections import section
from bihuan.writing.word.styles import HEADING_LIST, line
from bihuan.writing.word.tables import Grid, Rows
from bihuan.writing.word.titles import broken


class Word:
    """A document that is being written. `moment`: of which moment of the record it tells, for the file's properties."""

    def __init__(self, *, landscape: bool = False, moment: datetime | None = None) -> None:
        self._sheet, self._moment = LANDSCAPE if landscape else PORTRAIT, moment
        self._body: list[str] = []
        self._section_start = 0
        self._pictures: list[bytes] = []
        self._title = self._note = ""
        self._lists = 1
        self._counted = self._new_page = self._below_table = self._below_title = False

    @property
    def width(self) -> float:
        """Of the text, in millimetres."""
        return self._sheet.text_width / TWIPS_PER_MM

    def title(self, text: str) -> None:
        """2号 小标宋, centred; a line feed breaks the line, else it is broken where it is too long for one.

        Headings below it count from 一、 again.
        """
        self._title = self._title or " ".join(printable(text).split("\n"))
        self._lists += self._counted
        self._counted = False
        room = self._sheet.text_width / points(TITLE)
        self._put(run(broken(text, room)), "Title")
        self._below_title = True

    def annex(self, mark: str) -> None:
        """`附件 2`, on a new page unless the page has just begun; the title of the annex comes after it."""
        self._new_page = len(self._body) > self._section_start
        self._put(run(mark), "Annex")

    def heading(self, text: str, level: int = 1, *, numbered: bool | None = None) -> None:
        """`level` 1 is 一、, 2 is （一）, 3 is 1., 4 is （1）; Word counts them, also after a person moved one.

        `numbered=False` for a line without a number; a text that begins with its own (`一、基本情况`) is left as it is.
        """
        if numbered is None:
            numbered = not has_own_number(text)
        self._counted = self._counted or numbered
        number = HEADING_LIST - 1 + self._lists if numbered else 0
        self._put(run(text), f"Heading{level}", rest=counted(level, number))

    def paragraph(self, text: str, *, align: Align = "left", indent: bool = True, keep: bool = False) -> None:
        """`keep`: never at the foot of a page without the one after it."""
        self._put(run(text), "Body", keep=keep, rest=aligned(align, indent=indent))

    def note(self, text: str, *, align: Align = "left") -> None:
        """A line in small letters above or below a table."""
        self._near_title()
        self._put(run(text), "Note", rest="" if align == "left" else f'<w:jc w:val="{align}"/>')

    def gap(self) -> None:
        self._put("", "Body")

    def red_head(self, organ: str, number: str, *, copy: str = "", secrecy: str = "", urgency: str = "") -> None:
        """发文机关标志, 发文字号 and the red rule, on the first page; the title comes after it."""
        self._put_all(letterhead.red_head(organ, number, copy, secrecy, urgency))

    def signature(self, organ: str, date: str) -> None:
        """署名 and 成文日期; several organs are parted by line feeds."""
        self._put_all(letterhead.signature(organ, date))

    def table(
        self,
        head: Sequence[str],
        rows: Rows,
        widths: Sequence[float],
        *,
        centred: Iterable[int] = frozenset(),
        height: float = 9,
    ) -> None:
        """A table with borders over the width of the page; its head is repeated and no row is torn apart.

        `widths` are shares of the width; `height` is the least height of a row in millimetres. A row that is a
        `Spanned` stands for several that share cells.
        """
        self._near_title()
        if self._body:
            self._put("", "Thin", keep=True, rest=line(BETWEEN_TABLES if self._below_table else ABOVE_TABLE))
        grid = Grid(head, widths, self._sheet.text_width, frozenset(centred))
        self._body.extend(grid.written(rows, height))
        self._below_table = True

    def picture(self, png: bytes, width_mm: float, *, about: str = "") -> None:
        """In a line of its own, in the middle, never wider than the text."""
        self._pictures.append(png)
        self._put(picture(len(self._pictures), png, min(width_mm, self.width), printable(about)), "Picture")

    def page_break(self) -> None:
        """What comes next begins a page."""
        self._new_page = True

    def section(self, *, landscape: bool) -> None:
        """What comes next stands on pages so turned; page numbers run on."""
        sheet = LANDSCAPE if landscape else PORTRAIT
        if len(self._body) > self._section_start:
            self._new_page = False
            self._put("", "Thin", rest=section(self._sheet, self._note))
            self._section_start = len(self._body)
        self._sheet = sheet

    def footer_note(self, text: str) -> None:
        """A line in small letters below every page number; said once, before the first `section`."""
        self._note = " ".join(printable(text).split())

    def contents(self) -> bytes:
        """The file. The same calls give the same bytes."""
        return packed(
            self._whole(),
            lists=self._lists,
            note=self._note,
            pictures=self._pictures,
            title=self._title,
            moment=self._moment,
        )

    def _whole(self) -> Iterator[str]:
        yield from self._body
        if self._below_table or not self._body:
            yield paragraph("", "Thin")
        yield section(self._sheet, self._note)

    def _put(self, runs: str, style: str, *, keep: bool = False, rest: str = "") -> None:
        self._body.append(paragraph(runs, style, keep=keep, new_page=self._new_page, rest=rest))
        self._new_page = self._below_table = self._below_title = False

    def _put_all(self, paragraphs: Iterable[str]) -> None:
        if self._new_page:
            self._put("", "Thin")
        self._body.extend(paragraphs)
        self._below_table = self._below_title = False

    def _near_title(self) -> None:
        """What belongs to a form stands nearer to its title than the text of a letter does."""
        if self._below_title:
            spacing = line(TITLE_LINE, below=ABOVE_TABLE)
            self._body[-1] = self._body[-1].replace("</w:pPr>", f"{spacing}</w:pPr>", 1)
            self._below_title = False

"""How does a Word document of an office look? One place for its page, its fonts, its paragraphs and its tables.

Page, margins and sizes after GB/T 9704-2012 (trade.md §6.6): A4, 37/28/35/26 mm, body in 3号 仿宋, 22 lines a page.
Fonts are named and never shipped; a computer without them shows its nearest.
"""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any, Literal

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from bihuan.writing.cells import printable

FANGSONG, HEITI, KAITI = "仿宋_GB2312", "黑体", "楷体_GB2312"
XIAOBIAOSONG, SONGTI = "方正小标宋简体", "宋体"
TITLE, BODY, TABLE, SMALL = 22.0, 16.0, 12.0, 10.5
"""Points: 2号, 3号, 小四, 五号."""
LINE = 28.95
"""225 mm of text in 22 lines."""
PAGE = (210, 297)
TOP, LEFT, BOTTOM, RIGHT = 37, 28, 35, 26
LANDSCAPE_EDGE = 20
HEADINGS = (HEITI, KAITI, FANGSONG)
"""一、 in 黑体, （一） in 楷体, 1. in 仿宋."""
Align = Literal["left", "center", "right"]
ALIGNS: dict[Align, Any] = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}


class Word:
    """A document that is being written, from top to bottom."""

    def __init__(self, *, landscape: bool = False) -> None:
        self.document: Any = Document()
        self.width = _set_page(self.document.sections[0], landscape)
        _set_font(self.document.styles["Normal"], FANGSONG, BODY)
        _number_pages(self.document.sections[0].footer.paragraphs[0])

    def title(self, text: str) -> None:
        self._paragraph(text, XIAOBIAOSONG, TITLE, "center", line=36)

    def heading(self, text: str, level: int = 1) -> None:
        """`level` 1 is 一、, 2 is （一）, 3 is 1."""
        self._paragraph(text, HEADINGS[level - 1], BODY, "left", indent=True, keep=True)

    def paragraph(self, text: str, *, align: Align = "left", indent: bool = True, keep: bool = False) -> None:
        """`keep`: never at the foot of a page without the one after it."""
        self._paragraph(text, FANGSONG, BODY, align, indent=indent and align == "left", keep=keep)

    def note(self, text: str, *, align: Align = "left") -> None:
        """A line in small letters above or below a table."""
        self._paragraph(text, FANGSONG, TABLE, align, line=20, keep=True)

    def gap(self) -> None:
        self._paragraph("", FANGSONG, BODY, "left")

    def table(
        self,
        head: Sequence[str],
        rows: Iterable[Sequence[str]],
        widths: Sequence[float],
        *,
        centred: frozenset[int] = frozenset(),
        height: float = 9,
    ) -> None:
        """A table with borders over the width of the page; its head is repeated and no row is torn apart.

        `widths` are shares of the width; `height` is the least height of a row in millimetres.
        """
        total = sum(widths)
        columns = [Mm(self.width * width / total) for width in widths]
        made = self.document.add_table(rows=0, cols=len(head))
        for column, width in zip(made.columns, columns, strict=True):
            column.width = width
        made.style, made.autofit, made.alignment = "Table Grid", False, WD_TABLE_ALIGNMENT.CENTER
        _fill(made.add_row(), head, columns, height, font=HEITI, centred=frozenset(range(len(head))))
        _repeat(made.rows[0])
        for row in rows:
            _fill(made.add_row(), row, columns, height, font=FANGSONG, centred=centred)

    def contents(self) -> bytes:
        out = BytesIO()
        self.document.save(out)
        return out.getvalue()

    def _paragraph(
        self, text: str, font: str, size: float, align: Align, *, indent: bool = False, line: float = LINE,
        keep: bool = False,
    ) -> None:  # fmt: skip
        _write(self.document.add_paragraph(), text, font, size, align, line=line, indent=indent)
        self.document.paragraphs[-1].paragraph_format.keep_with_next = keep


def _set_page(section: Any, landscape: bool) -> float:
    """A4 and its margins; returns the width of the text in millimetres."""
    width, height = reversed(PAGE) if landscape else PAGE
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    top, left, bottom, right = (
        (LEFT, LANDSCAPE_EDGE, RIGHT, LANDSCAPE_EDGE) if landscape else (TOP, LEFT, BOTTOM, RIGHT)
    )
    section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)
    section.left_margin, section.right_margin = Mm(left), Mm(right)
    section.footer_distance = Mm(bottom - 10)
    return float(width - left - right)


def _set_font(holder: Any, font: str, size: float) -> None:
    """The font by name for Latin and Chinese letters alike; holder is a style or a run."""
    holder.font.name, holder.font.size = font, Pt(size)
    fonts = holder.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(kind), font)


def _write(
    paragraph: Any, text: str, font: str, size: float, align: Align, *, line: float, indent: bool = False
) -> None:
    shape = paragraph.paragraph_format
    shape.alignment = ALIGNS[align]
    shape.space_before = shape.space_after = Pt(0)
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(line)
    if indent:
        shape.first_line_indent = Pt(2 * size)
    for number, piece in enumerate(printable(text).split("\n")):
        run = paragraph.add_run(piece)
        _set_font(run, font, size)
        if number:
            run._element.insert(0, OxmlElement("w:br"))


def _fill(
    row: Any, texts: Sequence[str], widths: Sequence[Any], height: float, *, font: str, centred: frozenset[int]
) -> None:
    """One row: cells in their widths, at least so high, kept on one page."""
    row.height_rule, row.height = WD_ROW_HEIGHT_RULE.AT_LEAST, Mm(height)
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for number, (cell, text, width) in enumerate(zip(row.cells, texts, widths, strict=True)):
        cell.width, cell.vertical_alignment = width, 1
        _write(cell.paragraphs[0], text, font, TABLE, "center" if number in centred else "left", line=18)


def _repeat(row: Any) -> None:
    """The row stands at the head of every page that the table reaches."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _number_pages(paragraph: Any) -> None:
    """— 1 — in the middle below the text."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for text, field in (("— ", ""), ("", "PAGE"), (" —", "")):
        run = paragraph.add_run(text)
        _set_font(run, SONGTI, 14)
        for kind in ("begin", "", "end") if field else ():
            part = OxmlElement("w:fldChar" if kind else "w:instrText")
            if kind:
                part.set(qn("w:fldCharType"), kind)
            else:
                part.text = field
            run._element.append(part)

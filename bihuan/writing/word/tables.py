"""How does a table stand in the file? Row by row as text, its head repeated on every page, no row torn apart.

Made by hand because it is most of a paper: a plan with its three lists has thirty thousand cells.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import east_asian_width

from bihuan.writing.word.measures import TABLE, points, twips
from bihuan.writing.word.paragraphs import TEXT, written

CELL_MARGINS = 170
TALLEST = 15
"""Lines of text; a row that is taller may go on on the next page, or it would leave half a page white."""
CELL_END = "</w:t></w:r></w:p></w:tc>"


@dataclass(frozen=True)
class Spanned:
    """Rows that share cells: a finding with many measures. `columns` are taken from the first row and span all."""

    rows: Sequence[Sequence[str]]
    columns: frozenset[int]


Rows = Iterable[Sequence[str] | Spanned]


class Grid:
    """The columns of one table: where each begins, and what stands before and behind the text of its cells."""

    def __init__(self, head: Sequence[str], widths: Sequence[float], total: int, centred: frozenset[int]) -> None:
        self.head, self.widths = head, shares(widths, total)
        self.styles = ["CellCentre" if place in centred else "Cell" for place in range(len(self.widths))]
        self.plain = [self._before(place, style) for place, style in enumerate(self.styles)]
        self.first = [
            self._before(place, style, '<w:vMerge w:val="restart"/>') for place, style in enumerate(self.styles)
        ]
        self.more = [self._before(place, style, "<w:vMerge/>") for place, style in enumerate(self.styles)]
        self.heads = [self._before(place, "CellHead") for place in range(len(self.widths))]

    def written(self, rows: Rows, height: float) -> Iterator[str]:
        """`height` is the least height of a row in millimetres."""
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in self.widths)
        yield (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="{sum(self.widths)}" w:type="dxa"/>'
            f'<w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
        )
        least = f'<w:trHeight w:val="{twips(height)}" w:hRule="atLeast"/>'
        yield _row(f"<w:cantSplit/>{least}<w:tblHeader/>", self.heads, self.head)
        for row in rows:
            if isinstance(row, Spanned):
                yield from self._spanned(row, least)
            else:
                yield _row(self._whole(row) + least, self.plain, row)
        yield "</w:tbl>"

    def _spanned(self, spanned: Spanned, least: str) -> Iterator[str]:
        columns = spanned.columns if len(spanned.rows) > 1 else frozenset()
        for number, row in enumerate(spanned.rows):
            texts = ["" if number and place in columns else text for place, text in enumerate(row)]
            marked = self.more if number else self.first
            before = [marked[place] if place in columns else plain for place, plain in enumerate(self.plain)]
            own = ["" if place in columns else text for place, text in enumerate(row)]
            yield _row(self._whole(own) + least, before, texts)

    def _before(self, place: int, style: str, merge: str = "") -> str:
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{self.widths[place]}" w:type="dxa"/>{merge}<w:vAlign w:val="center"/></w:tcPr>'
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r>{TEXT}'
        )

    def _whole(self, row: Sequence[str]) -> str:
        fits = all(lines(text, width) <= TALLEST for text, width in zip(row, self.widths, strict=True))
        return "<w:cantSplit/>" if fits else ""


def shares(widths: Sequence[float], total: int) -> list[int]:
    """Whole twips that add up to the width of the text."""
    ends = [round(sum(widths[:place]) / sum(widths) * total) for place in range(len(widths) + 1)]
    return [end - start for start, end in pairwise(ends)]


def lines(text: str, width: int) -> int:
    """About how many lines the text takes in a cell so wide; short texts are not looked at letter by letter."""
    room = max((width - CELL_MARGINS) / points(TABLE), 1)
    if "\n" not in text and len(text) <= room * TALLEST:
        return 1
    return sum(1 + int(letter_widths(part) / room) for part in text.split("\n"))


def letter_widths(text: str) -> float:
    """Widths of a Chinese letter."""
    return sum(1.0 if east_asian_width(letter) in "WFA" else 0.5 for letter in text)


def _row(properties: str, before: Sequence[str], texts: Sequence[str]) -> str:
    cells = "".join(f"{start}{written(text)}{CELL_END}" for start, text in zip(before, texts, strict=True))
    return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"

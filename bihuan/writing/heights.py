"""How tall must a line be for its longest cell? Told in the file, because not every program works it out by itself.

LibreOffice and some versions of WPS show a line without a height as one row of letters and hide the rest.
"""

from collections.abc import Iterable
from math import ceil

LETTER_ROW = 13.5
"""Points that one row of ten-point letters takes."""
TALLEST = 409.0
"""No program shows a taller line."""
MARGIN = 1.0
"""Characters of a column's width that its two edges take."""


def height(cells: Iterable[tuple[str, float]]) -> float:
    """Points for a line of (text, column width in half-width characters) cells, wrapped."""
    rows = max((_rows(text, width) for text, width in cells if text), default=1)
    return min(TALLEST, rows * LETTER_ROW + 2)


def _rows(text: str, width: float) -> int:
    if len(text) * 2 <= width - MARGIN and "\n" not in text:
        return 1
    return sum(max(1, ceil(_halves(piece) / (width - MARGIN))) for piece in text.split("\n"))


def _halves(text: str) -> int:
    """How many half-width characters wide: a Chinese one counts two."""
    return len(text.encode("gb18030", "replace"))

"""How large is what on an official page? The numbers of GB/T 9704-2012 (trade.md §6.6), and what follows from them.

Word counts lengths in twips, a twentieth of a point, and sizes of letters in half points.
"""

from dataclasses import dataclass
from math import floor

TWIPS_PER_MM = 1440 / 25.4
EMU_PER_MM = 36_000

PAGE = (210, 297)
TOP, LEFT, BOTTOM, RIGHT = 37, 28, 35, 26
LINES, CHARACTERS = 22, 28
TITLE, BODY, PAGE_NUMBER, TABLE, SMALL = 22.0, 16.0, 14.0, 12.0, 9.0
"""Points: 2号, 3号, 4号, 小四, 小五."""
TITLE_LINE, TABLE_LINE, NOTE_LINE, PAGE_NUMBER_LINE, SMALL_LINE = 36.0, 18.0, 20.0, 20.0, 12.0
"""Points from line to line."""
ABOVE_TABLE, BETWEEN_TABLES = 4.0, 12.0
"""Points left free above a table, or its border would touch the letters of the line over it."""
DASH_BELOW = 7
"""Millimetres from the text down to the dashes of the page number."""
DASH_ABOVE = 8
"""Points from the foot of their line up to the dashes: its letters stand in the lower part of it."""
RED_MARK_BELOW = 35
"""Millimetres from the top of the text down to the letters of the issuing organ."""
RED_RULE_BELOW = 4
"""Millimetres from the document number down to the red rule."""


def twips(millimetres: float) -> int:
    return round(millimetres * TWIPS_PER_MM)


def points(size: float) -> int:
    """Points as twips."""
    return round(size * 20)


@dataclass(frozen=True)
class Sheet:
    """One page with its margins, in twips."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int

    @property
    def text_width(self) -> int:
        return self.width - self.left - self.right

    @property
    def text_height(self) -> int:
        return self.height - self.top - self.bottom

    @property
    def landscape(self) -> bool:
        return self.width > self.height


PORTRAIT = Sheet(twips(PAGE[0]), twips(PAGE[1]), twips(TOP), twips(RIGHT), twips(BOTTOM), twips(LEFT))
LANDSCAPE = Sheet(twips(PAGE[1]), twips(PAGE[0]), twips(LEFT), twips(36), twips(RIGHT), twips(36))
"""The head of a wide table at the binding side: the top of the turned page is the left edge of the upright one. Its
sides, 37 and 35 mm, are made equal within the ± 1 mm allowed, because Word changes sides on even pages."""

PITCH = floor(PORTRAIT.text_height / LINES)
"""From line to line: 225 mm by 22 is 28.99 pt. Rounded down to twips, or the last line would not fit."""
SQUEEZE = floor((PORTRAIT.text_width / 20 / CHARACTERS - BODY) * 4096)
"""What the grid adds to each letter, in 4096ths of a point: 156 mm by 28 is 15.79 pt, less than the 16 of 3号."""
CLOSER = floor(PORTRAIT.text_width / CHARACTERS - points(BODY)) - 1
"""The same in twips, as the distance of letters that a style has; one more, because LibreOffice rounds."""

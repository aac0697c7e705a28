"""What may stand in a cell of a spreadsheet? Text that every program can open, that fits, and that runs nothing.

Example: `"=1+1"` stays the four characters it is, a form feed becomes a line break, 40,000 characters are cut with a
note. Source of the limits: ECMA-376 and “Excel specifications and limits”.
"""

import re

LONGEST = 32_767
"""The most a cell holds, in UTF-16 units, as the spreadsheet programs count."""

LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
SUSPECT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
FORMULA_SIGNS = frozenset("=+-@＝＋－＠")


def printable(text: str) -> str:
    """The text without control characters and half characters; every kind of line end is a line feed."""
    if SUSPECT.search(text):
        text = UNPRINTABLE.sub("", LINE_ENDS.sub("\n", text))
    return text


def fitting(text: str, note: str) -> str:
    """The text if a cell can hold it; else as much of it as leaves room for `note`."""
    if len(text) <= LONGEST // 2 or _units(text) <= LONGEST:
        return text
    room = LONGEST - _units(note)
    return text.encode("utf-16-le")[: 2 * room].decode("utf-16-le", "ignore") + note


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet would take the text for a formula if a person typed it, white space or not before it."""
    return text.lstrip()[:1] in FORMULA_SIGNS


def _units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)

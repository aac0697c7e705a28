"""What does a cell's number format show: a date, a percentage, a month, leading zeros? (ECMA-376, 18.8.30.)

`telling('yyyy"年"m"月"')` is `month`. Formats that change only the looks (`#,##0.00`, colours) tell nothing.
"""

import re

BUILT_IN = {9: "0%", 10: "0.00%", 55: "month", 57: "month"}
"""The formats that every program knows by their number, of those that tell something."""
_BUILT_IN_DATES = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_WORDS = re.compile(r"\[[^]]*\]|\"[^\"]*\"|\\.|[_*].")


def telling(code: str) -> str:
    """The part of a format that changes what a reader understands: `0.0%`, `month`, `000`, or nothing."""
    first = code.partition(";")[0]
    bare = _bare(code)
    if re.fullmatch(r"[#,0]*0(\.0+)?%", bare):
        return re.sub(r"^[#,0]*0", "0", bare)
    if re.fullmatch(r"0{2,9}", bare) and bare == first.strip():
        return bare
    return "month" if re.fullmatch(r"y+\W*m+\W*", bare) else ""


def shows_date(number: int, code: str | None) -> bool:
    """Whether a number with this format is read as a day or a time."""
    if code is None:
        return number in _BUILT_IN_DATES
    bare = _bare(code)
    return "general" not in bare and re.search(r"[ymdhs]", bare) is not None


def _bare(code: str) -> str:
    """The first of the up to four parts, without colours, literal words and blanks."""
    return _WORDS.sub("", code.partition(";")[0][:200]).strip().lower()

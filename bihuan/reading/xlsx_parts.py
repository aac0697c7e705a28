"""What does a workbook's XML say that its values do not? Hidden rows, formulas without a result, number formats.

The sheets are searched as bytes: building a tree of a large sheet takes far longer than reading its values.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bihuan.reading.blocks import Unreadable
from bihuan.reading.containers import Parts, damaged
from bihuan.reading.markup import declares_type, forbidden, parse, whole
from bihuan.reading.packages import main_part, relations
from bihuan.say import say

AREA_LIMIT = 3_000_000
"""Cells in the rectangle that holds a sheet's content, empty ones included: all of them take memory."""
TEXT_LIMIT = 200_000_000

_PREFIX = re.compile(rb"(</?)\w+:(?=(?:c|row|col|f|v)\b)")
_ROW = re.compile(rb"<row\b[^>]*?\sr\s*=\s*[\"'](\d+)")
_FAR = re.compile(rb"<c r=\"([A-Za-z]{2,})")
_ANY_CELL = re.compile(rb"<c\s[^>]*?\br\s*=\s*[\"']([A-Za-z]{2,})")
_FILLED = re.compile(rb"<c\s[^>]*?\br\s*=\s*[\"']([A-Za-z]+)(\d+)[^>]*(?<!/)>")
_HIDDEN_ROW = re.compile(rb"<row\b(?=[^>]*\s(?:hidden=\"(?:1|true)\"|ht=\"0\"))[^>]*?\sr=\"(\d+)\"")
_COLUMN = re.compile(rb"<col\b(?=[^>]*\s(?:hidden=\"(?:1|true)\"|width=\"0\"))([^>]*)>")
_BOUND = re.compile(rb"\s(min|max)=\"(\d+)\"")
_FORMULA = re.compile(rb"<c\s([^>]*)>\s*<f\b[^>]*(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>")
_ERROR = re.compile(rb"<c\s(?=[^>]*\bt=\"e\")([^>]*)>")
_NAME = re.compile(rb"\br=\"([A-Z]{1,3}\d{1,7})\"")
_SHARED_CELL = re.compile(rb"<c\s[^>]*\bt\s*=\s*[\"']s[\"'][^>]*>\s*<v[^>]*>\s*(\d{1,9})\s*<")


@dataclass(frozen=True)
class SheetParts:
    """One sheet of the workbook: its name as shown, and where its XML is."""

    name: str
    part: str
    hidden: bool


@dataclass(frozen=True)
class Marks:
    """What one sheet's XML tells beside the values; rows and columns from 1, columns as (first, last)."""

    hidden_rows: tuple[int, ...]
    hidden_columns: tuple[tuple[int, int], ...]
    unanswered: tuple[str, ...]
    """Cells with a formula whose result the file does not hold: `L1`."""
    errors: tuple[str, ...]
    patterns: dict[tuple[int, int], str]


def sheets(parts: Parts) -> tuple[SheetParts, ...]:
    """The worksheets in the workbook's order; charts and macro sheets are left out."""
    main = main_part(parts)
    targets = {relation.id: relation for relation in relations(parts, main)}
    found = []
    for element in parse(parts.read(main)).iterfind("{*}sheets/{*}sheet"):
        link = next((value for name, value in element.items() if name.endswith("}id")), "")
        relation = targets.get(link)
        if relation is None or relation.target not in parts:
            raise damaged()
        if relation.kind == "worksheet":
            hidden = element.get("state", "visible") != "visible"
            found.append(SheetParts(element.get("name", ""), relation.target, hidden))
    return tuple(found)


def cell_place(name: bytes | str) -> tuple[int, int]:
    """Row and column, from 1: `AB12` is (12, 28)."""
    text = name.decode() if isinstance(name, bytes) else name
    letters = text.rstrip("0123456789")
    return whole(text[len(letters) :]), _column(letters.encode())


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters[:8].upper():
        number = number * 26 + letter - 64
    return number


def plain_names(xml: bytes) -> bytes:
    """The sheet with its elements named without a prefix, as all but a few programs write them."""
    return _PREFIX.sub(rb"\1", xml) if b":c " in xml or b":row" in xml or b":c>" in xml else xml


def check(xml: bytes, name: str) -> None:
    """Refuse a sheet that would take more memory than any real one, before its values are asked for."""
    if declares_type(xml):
        raise forbidden()
    bottom = max((whole(row.decode(), 10**9) for row in _ROW.findall(xml)), default=1)
    usual = xml.count(b'<c r="') == len(re.findall(rb"<c\s", xml))
    far = (_FAR if usual else _ANY_CELL).findall(xml)
    right = max((_column(letters) for letters in set(far)), default=26)
    if bottom * right <= AREA_LIMIT:
        return
    filled = [(_column(letters), whole(row.decode(), 10**9)) for letters, row in _FILLED.findall(xml)]
    right, bottom = (max(places) for places in zip(*filled, strict=True)) if filled else (1, 1)
    if bottom * right > AREA_LIMIT:
        raise Unreadable(
            say(
                "“{sheet}”表的内容一直排到第 {row} 行，范围过大；请删去空行空列，或拆分后再上传。",
                sheet=name,
                row=bottom,
            )
        )


def check_strings(shared: bytes, xmls: list[bytes]) -> None:
    """Refuse a workbook that repeats a long text in a great many cells: each cell gets its own copy of it."""
    if declares_type(shared):
        raise forbidden()
    cells = sum(xml.count(b"<v") for xml in xmls)
    if not cells or not _has_longer(shared, max(TEXT_LIMIT // cells, 100)):
        return
    lengths = [len(text) for text in shared.split(b"si>")][1::2]
    used = (int(place) for xml in xmls for place in _SHARED_CELL.findall(xml))
    if sum(lengths[place] for place in used if place < len(lengths)) > TEXT_LIMIT:
        raise Unreadable(say("表格里的文字过多，无法一次读入；请拆分后再上传。"))


def _has_longer(shared: bytes, limit: int) -> bool:
    """Whether some shared text is longer than this: stepping from start to start skips the short ones unread."""
    place = 0
    while place + limit < len(shared):
        following = shared.rfind(b"si>", place + 1, place + limit)
        if following < 0:
            return True
        place = following
    return False


def marks(xml: bytes, patterns: dict[int, str]) -> Marks:
    """What the sheet says beside its values; `patterns` are the telling number formats by style number."""
    hidden = b"hidden=" in xml or b'ht="0"' in xml or b'width="0"' in xml
    formulas = _FORMULA.findall(xml) if b"<f" in xml else ()
    return Marks(
        tuple(int(row) for row in _HIDDEN_ROW.findall(xml)) if hidden else (),
        tuple(_hidden_columns(xml)) if hidden else (),
        tuple(name for cell in formulas if b't="str"' not in cell for name in _names(cell)),
        tuple(name for cell in _ERROR.findall(xml) for name in _names(cell)) if b't="e"' in xml else (),
        dict(_patterns(xml, patterns)) if patterns else {},
    )


def _names(attributes: bytes) -> list[str]:
    return [name.decode() for name in _NAME.findall(attributes)]


def _hidden_columns(xml: bytes) -> Iterator[tuple[int, int]]:
    for attributes in _COLUMN.findall(xml, 0, max(xml.find(b"<sheetData"), 0)):
        bounds = {key: int(number) for key, number in _BOUND.findall(attributes)}
        if b"min" in bounds and b"max" in bounds:
            yield bounds[b"min"], bounds[b"max"]


def _patterns(xml: bytes, patterns: dict[int, str]) -> Iterator[tuple[tuple[int, int], str]]:
    styles = b"|".join(str(style).encode() for style in patterns)
    cell = re.compile(rb"<c\s(?=[^>]*\bs=\"(" + styles + rb")\")[^>]*?\br=\"([A-Z]{1,3}\d{1,7})\"[^>]*(?<!/)>")
    for style, name in cell.findall(xml):
        yield cell_place(name), patterns[int(style)]


def number_patterns(styles: bytes) -> dict[int, str]:
    """The style numbers whose cells look different from their values, and how: percent, month, leading zeros."""
    root = parse(styles)
    codes = {9: "0%", 10: "0.00%", 55: "month", 57: "month"}
    for element in root.iterfind("{*}numFmts/{*}numFmt"):
        codes[whole(element.get("numFmtId"))] = _telling(element.get("formatCode", ""))
    found = enumerate(root.iterfind("{*}cellXfs/{*}xf"))
    telling = {number: codes.get(whole(style.get("numFmtId")), "") for number, style in found}
    return {number: pattern for number, pattern in telling.items() if pattern}


def _telling(code: str) -> str:
    first = code.partition(";")[0]
    bare = re.sub(r"\[[^]]*\]|\"[^\"]*\"|\\.|[_*].", "", first).strip().lower()
    if re.fullmatch(r"[#,0]*0(\.0+)?%", bare):
        return re.sub(r"^[#,0]*0", "0", bare)
    if re.fullmatch(r"0{2,9}", bare) and bare == first.strip():
        return bare
    return "month" if re.fullmatch(r"y+\W*m+\W*", bare) else ""

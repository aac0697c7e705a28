"""What does a workbook's XML say that its values do not? Hidden rows, formulas without a result, number formats.

The sheets are searched as bytes: building a tree of a large sheet takes far longer than reading its values.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bihuan.reading.formats.containers import Parts, damaged
from bihuan.reading.formats.markup import parse, whole
from bihuan.reading.formats.number_formats import BUILT_IN, telling
from bihuan.reading.formats.packages import Relation, main_part, relations
from bihuan.reading.formats.sheet_notes import Notes

_PREFIX = re.compile(rb"(</?)\w+:(?=(?:c|row|col|f|v)\b)")
_HIDDEN_ROW = re.compile(rb"<row\b(?=[^<>]*\s(?:hidden=\"(?:1|true)\"|ht=\"0\"))[^<>]*?\sr=\"(\d+)\"")
_COLUMN = re.compile(rb"<col\b(?=[^<>]*\s(?:hidden=\"(?:1|true)\"|width=\"0\"))([^<>]*)>")
_BOUND = re.compile(rb"\s(min|max)=\"(\d+)\"")
_FORMULA = re.compile(rb"<c\s([^<>]*)>\s*<f\b[^<>]*(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>")
_ERROR = re.compile(rb"<c\s(?=[^<>]*\bt=\"e\")([^<>]*)>")
_NAME = re.compile(rb"\br=\"([A-Z]{1,3}\d{1,7})\"")


@dataclass(frozen=True)
class SheetParts:
    """One sheet of the workbook: its name as shown, and where its XML is."""

    name: str
    part: str
    hidden: bool


def sheets(parts: Parts) -> tuple[SheetParts, ...]:
    """The worksheets in the workbook's order; charts and macro sheets are left out."""
    main = main_part(parts)
    targets = {relation.id: relation for relation in relations(parts, main)}
    found = []
    seen: set[Relation] = set()
    for element in parse(parts.read(main)).iterfind("{*}sheets/{*}sheet"):
        link = next((value for name, value in element.items() if name.endswith("}id")), "")
        relation = targets.get(link)
        if relation is None or relation.target not in parts or relation in seen:
            raise damaged()
        seen.add(relation)
        if relation.kind == "worksheet":
            hidden = element.get("state", "visible") != "visible"
            found.append(SheetParts(element.get("name", ""), relation.target, hidden))
    return tuple(found)


def column_number(letters: bytes) -> int:
    number = 0
    for letter in letters[:8].upper():
        number = number * 26 + letter - 64
    return number


def plain_names(xml: bytes) -> bytes:
    """The sheet with its elements named without a prefix, as all but a few programs write them."""
    return _PREFIX.sub(rb"\1", xml) if b":c " in xml or b":row" in xml or b":c>" in xml else xml


def notes(xml: bytes, hidden: bool) -> Notes:
    """What the sheet says beside its values; `hidden` is what the workbook says of the sheet itself."""
    hides = b"hidden=" in xml or b'ht="0"' in xml or b'width="0"' in xml
    formulas = _FORMULA.findall(xml) if b"<f" in xml else ()
    return Notes(
        hidden,
        tuple(int(row) for row in _HIDDEN_ROW.findall(xml)) if hides else (),
        tuple(_hidden_columns(xml)) if hides else (),
        tuple(name for cell in formulas if b't="str"' not in cell for name in _names(cell)),
        tuple(name for cell in _ERROR.findall(xml) for name in _names(cell)) if b't="e"' in xml else (),
    )


def _names(attributes: bytes) -> list[str]:
    return [name.decode() for name in _NAME.findall(attributes)]


def _hidden_columns(xml: bytes) -> Iterator[tuple[int, int]]:
    for attributes in _COLUMN.findall(xml, 0, max(xml.find(b"<sheetData"), 0)):
        bounds = {key: int(number) for key, number in _BOUND.findall(attributes)}
        if b"min" in bounds and b"max" in bounds:
            yield bounds[b"min"], bounds[b"max"]


def patterns(xml: bytes, styles: dict[int, str]) -> dict[tuple[int, int], str]:
    """The cells whose number format tells something, by place; `styles` are those formats by style number."""
    if not styles:
        return {}
    numbers = b"|".join(str(style).encode() for style in styles)
    found = re.findall(rb"<c r=\"([A-Z]{1,3})(\d{1,7})\" s=\"(" + numbers + rb")\"", xml)
    if len(found) != sum(xml.count(b' s="%d"' % style) for style in styles):
        found = [
            (letters, row, style)
            for style, letters, row in re.findall(
                rb"<c\s(?=[^<>]*\bs=\"(" + numbers + rb")\")[^<>]*?\br=\"([A-Z]{1,3})(\d{1,7})\"", xml
            )
        ]
    columns = {letters: column_number(letters) for letters in {letters for letters, _, _ in found}}
    return {(int(row), columns[letters]): styles[int(style)] for letters, row, style in found}


def telling_styles(styles: bytes) -> dict[int, str]:
    """The style numbers whose cells look different from their values, and how: percent, month, leading zeros."""
    root = parse(styles)
    codes = dict(BUILT_IN)
    for element in root.iterfind("{*}numFmts/{*}numFmt"):
        codes[whole(element.get("numFmtId"))] = telling(element.get("formatCode", ""))
    found = enumerate(root.iterfind("{*}cellXfs/{*}xf"))
    known = {number: codes.get(whole(style.get("numFmtId")), "") for number, style in found}
    return {number: pattern for number, pattern in known.items() if pattern}

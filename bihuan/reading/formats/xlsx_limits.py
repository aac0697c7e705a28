"""Would this sheet take more memory than any real one? Asked before python-calamine is, which reserves a whole
rectangle of cells for whatever a file claims, and a copy of a shared text for each cell that shows it.
"""

import re

from bihuan.reading.blocks import Unreadable
from bihuan.reading.formats.containers import damaged
from bihuan.reading.formats.markup import declares_type, forbidden, whole
from bihuan.reading.formats.xlsx_parts import column_number
from bihuan.say import say

AREA_LIMIT = 2_000_000
"""Cells in the rectangle that holds a sheet's content, empty ones included."""
CELL_LIMIT = 1_000_000
"""Cells with a value in the whole workbook."""
TEXT_LIMIT = 200_000_000
"""Bytes of text in all cells together, shared ones counted each time."""

_ROW = re.compile(rb"<row\b[^<>]*?\sr\s*=\s*[\"'](\d+)")
_NOT_NEAR = re.compile(rb"<c(?! r=\"(?:[A-Z]\d{1,5}|A[A-Z]\d{1,4})\")[\s>]")
"""A cell beyond column AZ or row 99,999; where there is none, the rest of the counting can be saved."""
_NEAR = 52
_COLUMN = re.compile(rb"<c\s[^<>]*?\br\s*=\s*[\"']([A-Za-z]*)")
_PLACE = re.compile(rb"<c\s[^<>]*?\br\s*=\s*[\"'][A-Za-z]*(\d*[^\"']*)")
_UNNAMED = re.compile(rb"<c(?=[\s>])(?![^<>]*\br\s*=)")
_FILLED = re.compile(rb"<c\s[^<>]*?\br\s*=\s*[\"']([A-Za-z]+)(\d+)[^<>]*(?<!/)>")
_SHARED_CELL = re.compile(rb"<c\s[^<>]*\bt\s*=\s*[\"']s[\"'][^<>]*>\s*<v[^<>]*>\s*(\d{1,9})\s*<")


def check(xml: bytes, name: str) -> None:
    """Refuse a sheet that would take more memory than any real one, before its values are asked for."""
    if declares_type(xml):
        raise forbidden()
    bottom, right = _claimed(xml)
    if bottom * right <= AREA_LIMIT:
        return
    bottom, right = _filled(xml)
    if bottom * right > AREA_LIMIT:
        raise Unreadable(
            say(
                "“{sheet}”表的内容一直排到第 {row} 行，范围过大；请删去空行空列，或拆分后再上传。",
                sheet=name,
                row=bottom,
            )
        )


def _claimed(xml: bytes) -> tuple[int, int]:
    """The last row and column that any row or cell names; cheap, and right for nearly every file."""
    rows = _ROW.findall(xml)
    bottom = max((whole(row.decode(), 10**9) for row in rows), default=1)
    if _NOT_NEAR.search(xml) is None:
        return max(bottom, len(rows)), _NEAR
    right = max((column_number(letters) for letters in set(_COLUMN.findall(xml))), default=1)
    for row in set(_PLACE.findall(xml)):
        if not row.isdigit():
            raise damaged()  # `A1:XFD1048576` is no cell, and calamine would make room for all of it
        bottom = max(bottom, whole(row.decode(), 10**9))
    return max(bottom, len(rows)), right + _unnamed(xml)


def _unnamed(xml: bytes) -> int:
    """How far the cells of one row may reach that do not say where they stand."""
    if _UNNAMED.search(xml) is None:
        return 0
    return max(row.count(b"<c") for row in xml.split(b"<row"))


def _filled(xml: bytes) -> tuple[int, int]:
    """The last row and column with a cell that is not just a format, as a blank sheet may have a million of."""
    if _UNNAMED.search(xml) is not None:
        return _claimed(xml)
    places = [(whole(row.decode(), 10**9), column_number(letters)) for letters, row in _FILLED.findall(xml)]
    bottom, right = (max(each) for each in zip(*places, strict=True)) if places else (1, 1)
    return bottom, right


def check_amount(shared: bytes, xmls: list[bytes]) -> None:
    """Refuse a workbook of too many cells, or one that shows a long text in very many: each gets its own copy."""
    if declares_type(shared):
        raise forbidden()
    cells = sum(xml.count(b"<v") + xml.count(b"<is") for xml in xmls)
    if cells > CELL_LIMIT:
        raise Unreadable(say("表格有 {count} 格内容，无法一次读入；请拆分后再上传。", count=cells))
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

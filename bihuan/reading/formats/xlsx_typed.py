"""Which cells did nobody type one by one? Formulas and merged cells, which a list that is filled in may not have."""

import re
from collections.abc import Iterator

from bihuan.reading.blocks import Unreadable
from bihuan.reading.formats.cells import Area
from bihuan.reading.formats.containers import File
from bihuan.reading.formats.xlsx_parts import column_number, plain_names, sheets
from bihuan.say import say

MERGED_LIMIT = 100
_FORMULA = re.compile(rb"<c\s(?=[^<>]*\br=\"([A-Z]{1,3}\d{1,7})\")[^<>]*>\s*<f[\s/>]")
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^<>]*\bref=\"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})\"")


def untyped(file: File) -> Iterator[tuple[str, frozenset[str], tuple[Area, ...]]]:
    """Of each sheet its name, the cells with a formula (`H7`), and the merged areas."""
    parts = file.members()
    for sheet in sheets(parts):
        xml = plain_names(parts.read(sheet.part))
        merged = _MERGED.findall(xml)
        if len(merged) > MERGED_LIMIT:
            raise Unreadable(say("“{sheet}”表的合并单元格过多，请取消合并后逐格填写。", sheet=sheet.name))
        areas = tuple(
            Area(int(top), column_number(left), int(bottom), column_number(right))
            for left, top, right, bottom in merged
        )
        yield sheet.name, frozenset(name.decode() for name in _FORMULA.findall(xml)), areas

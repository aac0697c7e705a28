"""What do the sheets of an Excel workbook say, cell by cell? Values only: formulas and macros are never run."""

import re
import zipfile
from io import BytesIO

from python_calamine import CalamineSheet, CalamineWorkbook

from bihuan.reading.blocks import Block, Document
from bihuan.reading.formats.cells import Sheet, sheet_blocks
from bihuan.reading.formats.containers import File, Parts
from bihuan.reading.formats.packages import content_types
from bihuan.reading.formats.sheet_notes import sentences
from bihuan.reading.formats.workbooks import merged, opened, sheet_of, values
from bihuan.reading.formats.xlsx_limits import check, check_amount
from bihuan.reading.formats.xlsx_parts import SheetParts, notes, patterns, plain_names, sheets, telling_styles
from bihuan.say import Say, say

TITLE = say("Excel 表格")
SUFFIXES = (".xlsx", ".xlsm", ".xltx", ".xltm", ".et")

_TYPE = re.compile(rb"spreadsheetml\.(sheet|template)\.main|ms-excel\.(sheet|template)\.macroEnabled\.main", re.I)
_STRINGS = "xl/sharedStrings.xml"
_STYLES = "xl/styles.xml"
_NEEDED = ("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", _STRINGS, _STYLES)


def recognises(file: File) -> bool:
    """Whether the package says that its main part is a workbook."""
    return _TYPE.search(content_types(file.parts)) is not None


def read(file: File) -> Document:
    """Every cell that says something, sheet by sheet."""
    parts = file.members()
    known = sheets(parts)
    xmls = [plain_names(parts.read(sheet.part)) for sheet in known]
    for sheet, xml in zip(known, xmls, strict=True):
        check(xml, sheet.name)
    workbook, styles = _opened(parts, known, xmls)
    blocks: list[Block] = []
    warnings: list[Say] = []
    for number, (sheet, xml) in enumerate(zip(known, xmls, strict=True), 1):
        covered = _sheet(sheet_of(workbook, sheet.name), number, patterns(xml, styles), blocks)
        warnings += sentences(sheet.name, notes(xml, sheet.hidden), covered)
    if "xl/vbaProject.bin" in parts:
        warnings.append(say("文件带有宏，宏没有运行，只读取了单元格的内容。"))
    return Document(tuple(blocks), tuple(warnings))


def _opened(parts: Parts, known: tuple[SheetParts, ...], xmls: list[bytes]) -> tuple[CalamineWorkbook, dict[int, str]]:
    """The workbook and its telling styles; the other parts, which may be large, are let go."""
    needed = {name: parts.read(name) for name in _NEEDED if name in parts}
    check_amount(needed.get(_STRINGS, b""), xmls)
    styles = telling_styles(needed[_STYLES]) if _STYLES in needed else {}
    return opened(_packed(needed | {sheet.part: xml for sheet, xml in zip(known, xmls, strict=True)})), styles


def _packed(checked: dict[str, bytes]) -> BytesIO:
    """A package of only those parts that were read and checked here: calamine sees nothing else of the file."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, content in checked.items():
            archive.writestr(name, content)
    packed.seek(0)
    return packed


def _sheet(
    sheet: CalamineSheet, number: int, telling: dict[tuple[int, int], str], blocks: list[Block]
) -> list[tuple[int, int]]:
    rows = values(sheet)
    top, left = sheet.start or (0, 0)
    return sheet_blocks(Sheet(sheet.name, number, rows, top + 1, left + 1, merged(sheet), telling), blocks)

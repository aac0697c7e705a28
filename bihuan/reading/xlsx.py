"""What do the sheets of an Excel workbook say, cell by cell? Values only: formulas and macros are never run."""

import re
import zipfile
from io import BytesIO

from python_calamine import CalamineSheet

from bihuan.reading.blocks import Block, Document
from bihuan.reading.cells import Sheet, sheet_blocks
from bihuan.reading.containers import File
from bihuan.reading.packages import content_types
from bihuan.reading.places import column_name, listed, stretches
from bihuan.reading.workbooks import merged, opened, sheet_of, values
from bihuan.reading.xlsx_limits import check, check_strings
from bihuan.reading.xlsx_parts import (
    Marks,
    SheetParts,
    marks,
    number_patterns,
    plain_names,
    sheets,
)
from bihuan.say import Say, say

TITLE = "Excel 表格"
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
    needed = {name: parts.read(name) for name in _NEEDED if name in parts}
    check_strings(needed.get(_STRINGS, b""), xmls)
    patterns = number_patterns(needed[_STYLES]) if _STYLES in needed else {}
    workbook = opened(_packed(needed | {sheet.part: xml for sheet, xml in zip(known, xmls, strict=True)}))
    blocks: list[Block] = []
    warnings: list[Say] = []
    for number, (sheet, xml) in enumerate(zip(known, xmls, strict=True), 1):
        found = marks(xml, patterns)
        covered = _sheet(sheet_of(workbook, sheet.name), number, found, blocks)
        warnings += _warnings(sheet, found, covered)
    if "xl/vbaProject.bin" in parts:
        warnings.append(say("文件带有宏，宏没有运行，只读取了单元格的内容。"))
    return Document(tuple(blocks), tuple(warnings))


def _packed(checked: dict[str, bytes]) -> bytes:
    """A package of only those parts that were read and checked here: calamine sees nothing else of the file."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, content in checked.items():
            archive.writestr(name, content)
    return packed.getvalue()


def _sheet(sheet: CalamineSheet, number: int, marks: Marks, blocks: list[Block]) -> list[tuple[int, int]]:
    top, left = sheet.start or (0, 0)
    rows = values(sheet)
    return sheet_blocks(Sheet(sheet.name, number, rows, top + 1, left + 1, merged(sheet), marks.patterns), blocks)


def _warnings(sheet: SheetParts, marks: Marks, covered: list[tuple[int, int]]) -> list[Say]:
    found = []
    if sheet.hidden:
        found.append(say("“{sheet}”表是隐藏的，已一并读入，请核对是否需要。", sheet=sheet.name))
    if marks.hidden_rows:
        rows = stretches((row, row) for row in marks.hidden_rows)
        found.append(say("“{sheet}”表有隐藏的行（第 {rows} 行），已一并读入，请核对。", sheet=sheet.name, rows=rows))
    if marks.hidden_columns:
        columns = stretches(marks.hidden_columns, column_name)
        found.append(
            say("“{sheet}”表有隐藏的列（{columns} 列），已一并读入，请核对。", sheet=sheet.name, columns=columns)
        )
    if marks.unanswered:
        found.append(
            say(
                "“{sheet}”表的 {cells} 是公式，文件里没有计算结果，按空白处理；请用 Excel 或 WPS 打开、保存后再上传。",
                sheet=sheet.name,
                cells=listed(marks.unanswered),
            )
        )
    if marks.errors:
        found.append(
            say(
                "“{sheet}”表的 {cells} 显示为错误值，按空白处理，请补上内容。",
                sheet=sheet.name,
                cells=listed(marks.errors),
            )
        )
    if covered:
        cells = listed([f"{column_name(column)}{row}" for row, column in covered])
        found.append(
            say("“{sheet}”表的 {cells} 被合并单元格遮住，其中的文字没有读入，请核对。", sheet=sheet.name, cells=cells)
        )
    return found

"""Is a workbook that was built to exhaust memory refused before it does?"""

import pytest

from bihuan.reading.blocks import Unreadable
from bihuan.reading.formats import read_blocks
from tests.reading.formats.made_xlsx import raw

TOO_FAR = "“台账”表的内容一直排到第 1048576 行，范围过大；请删去空行空列，或拆分后再上传。"


def refused(data: bytes) -> str:
    with pytest.raises(Unreadable) as refusal:
        read_blocks(data, "台账.xlsx")
    return str(refusal.value)


def test_two_cells_at_the_far_corners_are_refused():
    cells = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'

    assert refused(raw(f"<sheetData>{cells}</sheetData>")) == TOO_FAR


@pytest.mark.parametrize("cell", ["<c r='XFD1048576'><v>1</v></c>", '<c\tr = "XFD1048576"><v>1</v></c>'])
def test_another_spelling_of_the_same_is_refused(cell):
    data = raw(f'<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576">{cell}</row></sheetData>')

    assert refused(data) == TOO_FAR


def test_many_cells_without_a_place_in_a_far_row_are_refused():
    cells = "<c><v>1</v></c>" * 5000

    assert refused(raw(f'<sheetData><row r="1048576">{cells}</row></sheetData>')) == TOO_FAR


@pytest.mark.parametrize("place", ["XFD1048576", "B1048576", "XFD1"])
def test_a_cell_that_stands_elsewhere_than_its_row_says_is_counted(place):
    rows = "".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c></row>' for row in range(1, 200))
    data = raw(f'<sheetData>{rows}<row r="200"><c r="{place}"><v>2</v></c></row></sheetData>')

    assert refused(data).startswith("“台账”表的内容一直排到第 ")


def test_a_cell_that_claims_to_be_a_whole_range_is_damage():
    data = raw('<sheetData><row r="1"><c r="A1:XFD1048576"><v>1</v></c></row></sheetData>')

    assert refused(data).startswith("文件不完整或已损坏")


def test_formats_down_to_the_last_row_are_no_content():
    cells = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576" s="0"/></row>'

    assert [block.text for block in read_blocks(raw(f"<sheetData>{cells}</sheetData>")).blocks] == ["1"]


def test_one_long_text_in_a_great_many_cells_is_refused():
    cells = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 10_001))
    strings = f"<si><t>{'问' * 30_000}</t></si>"

    assert (
        refused(raw(f"<sheetData>{cells}</sheetData>", strings)) == "表格里的文字过多，无法一次读入；请拆分后再上传。"
    )


def test_a_document_type_in_any_part_is_refused():
    entity = '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    sentence = "文件里有外部实体或文档类型声明，为安全起见没有读取；请用 Word 或 WPS 另存一份再上传。"

    assert refused(raw("", more={"xl/worksheets/sheet1.xml": entity})) == sentence
    assert refused(raw("<sheetData/>", more={"xl/sharedStrings.xml": entity})) == sentence
    assert refused(raw("<sheetData/>", more={"xl/workbook.xml": entity})) == sentence

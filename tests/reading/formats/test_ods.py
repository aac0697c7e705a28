"""Is an OpenDocument spreadsheet read as its other forms are?"""

import pytest

from bihuan.reading.blocks import Block, Unreadable
from bihuan.reading.formats import read_blocks
from tests.reading.formats.made_ods import cell, ods, row, sheet

DAY = 'office:value-type="date" office:date-value="2026-06-30"'


def refused(data: bytes) -> str:
    with pytest.raises(Unreadable) as refusal:
        read_blocks(data, "台账.ods")
    return str(refusal.value)


def test_cells_come_with_their_place_over_repeated_empty_ones():
    head = row(cell("整改台账", attributes='table:number-columns-spanned="3"'), "<table:covered-table-cell/>")
    gap = row(cell(attributes='table:number-columns-repeated="1024"'), attributes='table:number-rows-repeated="3"')
    body = row(cell(attributes='table:number-columns-repeated="2"'), cell("甲", "乙<text:s text:c='2'/>丙"))
    rest = row(
        cell(attributes='table:number-columns-repeated="16384"'), attributes='table:number-rows-repeated="1048000"'
    )

    assert read_blocks(ods(sheet(head, gap, body, rest)), "台账.ods").blocks == (
        Block(0, "整改台账", "cell", table=1, sheet="台账", row=1, column=1, column_span=3),
        Block(1, "甲\n乙  丙", "cell", table=1, sheet="台账", row=5, column=3),
    )


def test_values_are_shown_as_in_the_cell():
    cells = (
        cell("1,234.50", attributes='office:value-type="float" office:value="1234.5"'),
        cell("35%", attributes='office:value-type="percentage" office:value="0.35"'),
        cell("26/6/30", attributes=DAY),
        cell("2026年6月", attributes=DAY),
        cell("甲<office:annotation><text:p>批注</text:p></office:annotation>乙"),
    )

    assert [block.text for block in read_blocks(ods(sheet(row(*cells)))).blocks] == [
        "1234.5",
        "35%",
        "2026-06-30",
        "2026年6月",
        "甲乙",
    ]


def test_what_is_hidden_or_has_no_result_is_said():
    styles = '<style:style style:name="s"><style:table-properties table:display="false"/></style:style>'
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    body = row(cell("甲"), cell(attributes='table:formula="of:=1"'), attributes='table:visibility="filter"')
    data = ods(sheet(body, columns=columns, attributes='table:style-name="s"'), styles)

    assert [str(warning) for warning in read_blocks(data).warnings] == [
        "“台账”表是隐藏的，已一并读入，请核对是否需要。",
        "“台账”表有隐藏的行（第 1 行），已一并读入，请核对。",
        "“台账”表有隐藏的列（B 列），已一并读入，请核对。",
        "“台账”表的 B1 是公式，文件里没有计算结果，按空白处理；请用 Excel 或 WPS 打开、保存后再上传。",
    ]


def test_a_cell_repeated_a_million_times_is_refused():
    body = row(cell("甲"), attributes='table:number-rows-repeated="1000000"')

    assert refused(ods(sheet(body))) == "“台账”表里重复的内容过多，请删去多余的行列后再上传。"


def test_a_file_with_a_password_is_refused():
    assert refused(ods(sheet(), manifest="<encryption-data/>")) == "文件设有打开密码，请先解除密码，另存一份再上传。"

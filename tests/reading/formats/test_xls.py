"""Is an old Excel or WPS workbook read as its new form would be?"""

import struct

import pytest

from bihuan.reading.blocks import Block, Unreadable
from bihuan.reading.formats import read_blocks
from tests.reading.formats.made_xls import bof, label, number, ole, record, stream, strings, unicode

SHARED = strings(unicode("序号") + unicode("问题"), count=2)


def texts(sheet: bytes, shared: bytes = SHARED) -> list[str]:
    return [block.text for block in read_blocks(ole(stream({"台账": sheet}, shared))).blocks]


def warnings(sheet: bytes, shared: bytes = SHARED, hidden: tuple[str, ...] = ()) -> list[str]:
    return [str(each) for each in read_blocks(ole(stream({"台账": sheet}, shared, hidden))).warnings]


def refused(data: bytes) -> str:
    with pytest.raises(Unreadable) as refusal:
        read_blocks(data, "台账.xls")
    return str(refusal.value)


def test_cells_come_with_sheet_row_and_column_and_merged_ones_with_their_reach():
    merged = record(0x00E5, struct.pack("<H4H", 1, 1, 3, 0, 1))
    data = ole(stream({"台账": label(1, 0, 1) + number(4, 2, 7) + merged, "责任": label(0, 0, 0)}, SHARED))

    assert read_blocks(data, "台账.et").blocks == (
        Block(0, "问题", "cell", table=1, sheet="台账", row=2, column=1, row_span=3, column_span=2),
        Block(1, "7", "cell", table=1, sheet="台账", row=5, column=3),
        Block(2, "序号", "cell", table=2, sheet="责任", row=1, column=1),
    )


def test_numbers_look_as_their_format_shows_them():
    packed = record(0x027E, struct.pack("<HHHI", 0, 4, 0, (1234 << 2 | 3)))
    several = record(0x00BD, struct.pack("<HH", 0, 5) + struct.pack("<HIHI", 0, 8 << 2 | 2, 0, 9 << 2 | 2) + b"\6\0")
    sheet = number(0, 0, 1.5) + number(0, 1, 46112, 1) + number(0, 2, 0.35, 2) + number(0, 3, 46203, 3)

    assert texts(sheet + packed + several) == ["1.5", "2026-03-31", "35%", "2026年6月", "12.34", "8", "9"]


def test_a_shared_text_goes_on_in_the_next_record():
    first = struct.pack("<H", 4) + b"\1" + "问题".encode("utf-16-le")
    shared = strings(first, b"\1" + "清单".encode("utf-16-le") + unicode("甲"), count=2)

    assert texts(label(0, 0, 0) + label(0, 1, 1), shared) == ["问题清单", "甲"]


def test_a_formula_shows_its_stored_result():
    def formula(column: int, result: bytes) -> bytes:
        return record(0x0006, struct.pack("<HHH8s", 0, column, 0, result) + bytes(8))

    sheet = (
        formula(0, struct.pack("<d", 3))
        + formula(1, b"\0\0\0\0\0\0\xff\xff")
        + record(0x0207, unicode("甲局"))
        + formula(2, b"\1\0\1\0\0\0\xff\xff")
        + formula(3, b"\2\0\7\0\0\0\xff\xff")
        + formula(4, b"\0\0\0\0\0\0\xff\xff")
    )

    assert texts(sheet) == ["3", "甲局", "TRUE"]
    assert warnings(sheet) == [
        "“台账”表的 E1 是公式，文件里没有计算结果，按空白处理；请用 Excel 或 WPS 打开、保存后再上传。",
        "“台账”表的 D1 显示为错误值，按空白处理，请补上内容。",
    ]


def test_hidden_rows_columns_and_sheets_are_read_and_said():
    row = record(0x0208, struct.pack("<HHHHHHHH", 2, 0, 1, 255, 0, 0, 0x20, 0))
    column = record(0x007D, struct.pack("<5H", 1, 2, 2048, 0, 1))

    assert warnings(label(0, 0, 0) + row + column, hidden=("台账",)) == [
        "“台账”表是隐藏的，已一并读入，请核对是否需要。",
        "“台账”表有隐藏的行（第 3 行），已一并读入，请核对。",
        "“台账”表有隐藏的列（B–C 列），已一并读入，请核对。",
    ]


def test_what_cannot_be_read_is_refused_with_one_sentence():
    damaged = "文件不完整或已损坏，请重新取得原件，或用 Word、WPS 打开后另存一份再上传。"
    whole = ole(stream({"台账": label(0, 0, 0)}, SHARED))
    circle = bytearray(whole)
    circle[512 + 8 : 512 + 12] = struct.pack("<I", 2)

    assert refused(ole(stream({"台账": b""}, extra=record(0x002F, bytes(6))))).startswith("文件设有打开密码")
    assert refused(ole(bof(0x0500), "Book")).startswith("这是很早以前的表格格式")
    assert refused(ole(stream({"台账": label(0, 0, 99)}, SHARED))) == damaged
    assert refused(bytes(circle)) == damaged
    assert refused(whole[:1800]) == damaged

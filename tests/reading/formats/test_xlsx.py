"""Is a workbook read as an office sees it on the screen?"""

from datetime import date, datetime, time, timedelta

from bihuan.reading.blocks import Block
from bihuan.reading.formats import read_blocks
from tests.reading.formats.made_xlsx import raw, saved, workbook


def texts(data: bytes) -> list[str]:
    return [block.text for block in read_blocks(data, "台账.xlsx").blocks]


def warnings(data: bytes) -> list[str]:
    return [str(warning) for warning in read_blocks(data, "台账.xlsx").warnings]


def test_cells_come_with_sheet_row_and_column():
    book, _ = workbook(["序号", None, "问题"], [], [1, "甲", " 乙\r\n丙 "])
    book.create_sheet("责任清单")["B3"] = "丁局"

    assert read_blocks(saved(book)).blocks == (
        Block(0, "序号", "cell", table=1, sheet="台账", row=1, column=1),
        Block(1, "问题", "cell", table=1, sheet="台账", row=1, column=3),
        Block(2, "1", "cell", table=1, sheet="台账", row=3, column=1),
        Block(3, "甲", "cell", table=1, sheet="台账", row=3, column=2),
        Block(4, "乙\n丙", "cell", table=1, sheet="台账", row=3, column=3),
        Block(5, "丁局", "cell", table=2, sheet="责任清单", row=3, column=2),
    )


def test_a_table_that_begins_further_down_keeps_its_places():
    book, sheet = workbook()
    sheet["C5"] = "问题"

    assert read_blocks(saved(book)).blocks == (Block(0, "问题", "cell", table=1, sheet="台账", row=5, column=3),)


def test_values_look_as_in_the_cell():
    values = [
        3,
        2.5,
        0.1 + 0.2,
        True,
        date(2026, 3, 31),
        datetime.fromisoformat("2026-03-31T08:30"),
        time(8, 30),
        timedelta(hours=30),
    ]

    assert texts(saved(workbook(values)[0])) == [
        "3",
        "2.5",
        "0.3",
        "TRUE",
        "2026-03-31",
        "2026-03-31 08:30",
        "08:30",
        "30:00",
    ]


def test_number_formats_that_change_the_meaning_are_followed():
    formats = ["0%", "0.0%", '[$-804]yyyy"年"m"月";@', 'm"月"d"日"', 'yyyy"年"m"月"d"日"', "000", "#,##0.00"]
    book, sheet = workbook([0.35, 0.355, *[date(2026, 6, 30)] * 3, 7, 1234.5])
    for cell, number_format in zip(sheet[1], formats, strict=True):
        cell.number_format = number_format

    assert texts(saved(book)) == ["35%", "35.5%", "2026年6月", "2026-06-30", "2026-06-30", "007", "1234.5"]


def test_merged_cells_come_once_with_their_reach():
    book, sheet = workbook(["整改台账"], ["问题", "措施一"], [None, "措施二"], ["问题二", "措施三"])
    sheet.merge_cells("A1:B1")
    sheet.merge_cells("A2:A3")
    found = {
        block.text: (block.row, block.column, block.row_span, block.column_span)
        for block in read_blocks(saved(book)).blocks
    }

    assert found == {
        "整改台账": (1, 1, 1, 2),
        "问题": (2, 1, 2, 1),
        "措施一": (2, 2, 1, 1),
        "措施二": (3, 2, 1, 1),
        "问题二": (4, 1, 1, 1),
        "措施三": (4, 2, 1, 1),
    }


def test_what_a_merged_cell_covers_is_left_out_and_said_unless_it_is_a_copy():
    cells = "".join(
        f'<row r="{row}"><c r="A{row}" t="inlineStr"><is><t>{text}</t></is></c></row>'
        for row, text in enumerate(("问题", "问题", "另一个"), 1)
    )
    data = raw(f'<sheetData>{cells}</sheetData><mergeCells><mergeCell ref="A1:A3"/></mergeCells>')

    assert texts(data) == ["问题"]
    assert warnings(data) == ["“台账”表的 A3 被合并单元格遮住，其中的文字没有读入，请核对。"]


def test_formulas_are_never_evaluated_and_a_missing_result_is_said():
    data = saved(workbook(["合计", "=1+1", "=HYPERLINK(1)"])[0])

    assert texts(data) == ["合计"]
    assert warnings(data) == [
        "“台账”表的 B1、C1 是公式，文件里没有计算结果，按空白处理；请用 Excel 或 WPS 打开、保存后再上传。"
    ]


def test_a_formula_with_its_result_is_a_value():
    cells = (
        '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>A9</f><v></v></c>'
        '<c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
    )
    data = raw(f'<sheetData><row r="1">{cells}</row></sheetData>')

    assert texts(data) == ["2"]
    assert warnings(data) == ["“台账”表的 C1 显示为错误值，按空白处理，请补上内容。"]


def test_hidden_rows_columns_and_sheets_are_read_and_said():
    book, sheet = workbook(*([row, "甲", "乙"] for row in range(1, 8)))
    for row in (3, 5, 6):
        sheet.row_dimensions[row].hidden = True
    sheet.column_dimensions["B"].hidden = True
    book.create_sheet("旧").append(["旧"])
    book["旧"].sheet_state = "hidden"
    data = saved(book)

    assert len(texts(data)) == 22
    assert warnings(data) == [
        "“台账”表有隐藏的行（第 3、5–6 行），已一并读入，请核对。",
        "“台账”表有隐藏的列（B 列），已一并读入，请核对。",
        "“旧”表是隐藏的，已一并读入，请核对是否需要。",
    ]


def test_macros_are_named_and_never_run():
    data = raw('<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>', more={"xl/vbaProject.bin": b"\0"})

    assert warnings(data) == ["文件带有宏，宏没有运行，只读取了单元格的内容。"]


def test_elements_may_be_named_with_a_prefix():
    cells = '<x:row r="2" hidden="1"><x:c r="B2"><x:v>7</x:v></x:c></x:row>'
    sheet = f'<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>{cells}</x:sheetData></x:worksheet>'
    data = raw("", more={"xl/worksheets/sheet1.xml": sheet})

    assert [(block.text, block.row, block.column) for block in read_blocks(data).blocks] == [("7", 2, 2)]
    assert warnings(data) == ["“台账”表有隐藏的行（第 2 行），已一并读入，请核对。"]

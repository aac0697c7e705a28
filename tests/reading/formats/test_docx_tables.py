"""Are the cells of Word tables found where a reader sees them?"""

from bihuan.reading.blocks import Block
from bihuan.reading.formats import read_blocks
from tests.reading.formats.made_docx import docx, level, numbered, p, table, tc

RESTART, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def test_cells_come_with_row_and_column_and_empty_ones_do_not():
    data = docx(p("台账") + table(tc("序号") + tc("问题"), tc("1") + tc("")) + table(tc("甲"), tc("乙")))

    assert read_blocks(data).blocks == (
        Block(0, "台账"),
        Block(1, "序号", "cell", table=1, row=1, column=1),
        Block(2, "问题", "cell", table=1, row=1, column=2),
        Block(3, "1", "cell", table=1, row=2, column=1),
        Block(4, "甲", "cell", table=2, row=1, column=1),
        Block(5, "乙", "cell", table=2, row=2, column=1),
    )


def test_merged_cells_come_once_with_their_reach():
    data = docx(
        table(
            tc("整改台账", '<w:gridSpan w:val="3"/>'),
            tc("问题一", RESTART) + tc("措施一") + tc("甲局"),
            tc("", GOES_ON) + tc("措施二") + tc("乙局"),
            tc("", GOES_ON) + tc("措施三") + tc("丙局"),
            tc("问题二", RESTART) + tc("措施四") + tc("丁局"),
        )
    )
    found = {
        block.text: (block.row, block.column, block.row_span, block.column_span) for block in read_blocks(data).blocks
    }

    assert found["整改台账"] == (1, 1, 1, 3)
    assert found["问题一"] == (2, 1, 3, 1)
    assert found["措施三"] == (4, 2, 1, 1)
    assert found["问题二"] == (5, 1, 1, 1)


def test_a_row_that_begins_further_right_keeps_its_columns():
    shifted = "<w:trPr><w:gridBefore w:val='2'/></w:trPr>" + tc("第三列")
    data = docx(table(tc("一") + tc("二") + tc("三"), shifted))

    assert read_blocks(data).blocks[-1] == Block(3, "第三列", "cell", table=1, row=2, column=3)


def test_paragraphs_of_a_cell_are_lines_and_automatic_numbers_are_printed():
    lists = f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1")}</w:abstractNum>'
    lists += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    rows = [f"<w:tc>{numbered('', 1)}</w:tc>" + tc("一是", content=p("二是")) for _ in range(2)]

    assert [block.text for block in read_blocks(docx(table(*rows), numbering=lists)).blocks] == [
        "1",
        "一是\n二是",
        "2",
        "一是\n二是",
    ]


def test_a_frame_of_one_cell_is_read_as_text():
    data = docx(table(tc("一、问题", content=p("（一）责任不实。") + table(tc("甲") + tc("乙")))))

    assert [(block.kind, block.text) for block in read_blocks(data).blocks] == [
        ("paragraph", "一、问题"),
        ("paragraph", "（一）责任不实。"),
        ("cell", "甲"),
        ("cell", "乙"),
    ]


def test_a_table_inside_a_cell_follows_its_table():
    data = docx(table(tc("外甲", content=table(tc("内甲") + tc("内乙"))) + tc("外乙")))

    assert [(block.table, block.text) for block in read_blocks(data).blocks] == [
        (1, "外甲"),
        (1, "外乙"),
        (2, "内甲"),
        (2, "内乙"),
    ]

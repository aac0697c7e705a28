"""Is a table whole, with its head on every page, its rows untorn, and cells that span the rows they share?"""

from io import BytesIO

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from bihuan.writing.word import Spanned, Word


def opened(word: Word):
    return Document(BytesIO(word.contents()))


def mm(*lengths) -> list[int]:
    return [round(length / Mm(1)) for length in lengths]


def test_the_head_of_a_table_is_repeated_and_no_row_is_torn():
    word = Word()
    word.table(["序号", "名称"], [["1", "会议\n记录"]], [1, 4], height=12)
    table = opened(word).tables[0]
    rows = [row._tr.trPr for row in table.rows]
    assert [row.find(qn("w:tblHeader")) is not None for row in rows] == [True, False]
    assert [row.find(qn("w:cantSplit")) is not None for row in rows] == [True, True]
    assert mm(*(row.height for row in table.rows)) == [12, 12]
    assert table.rows[1].cells[1].text == "会议\n记录"
    assert mm(sum(column.width for column in table.columns)) == [156]


def test_a_row_taller_than_half_a_page_may_go_on_on_the_next():
    word = Word()
    word.table(["序号", "名称"], [["1", "名" * 600], ["2", "名" * 300]], [1, 4])
    rows = [row._tr.trPr.find(qn("w:cantSplit")) is not None for row in opened(word).tables[0].rows]
    assert rows == [True, False, True]


def test_a_finding_with_many_measures_spans_their_rows():
    word = Word(landscape=True)
    rows = [[str(1), "责任不实", f"措施{number}", "正在整改"] for number in range(1, 51)]
    word.table(
        ["序号", "问题", "措施", "状态"],
        [Spanned(rows, frozenset({0, 1, 3})), Spanned([["2", "无措施", "", "未启动"]], frozenset({0, 1, 3}))],
        [1, 4, 4, 2],
    )
    table = opened(word).tables[0]
    assert len(table.rows) == 52
    merges = [[each.get(qn("w:val"), "") for each in row._tr.iter(qn("w:vMerge"))] for row in table.rows]
    assert merges == [[], ["restart"] * 3, *[[""] * 3] * 49, []]
    assert [cell.text for cell in table.rows[50].cells] == ["1", "责任不实", "措施50", "正在整改"]


def test_two_tables_stay_two_and_a_table_may_end_a_document():
    word = Word()
    word.table(["甲"], [], [1])
    word.table(["乙"], (["1"] for _ in range(2)), [1])
    document = opened(word)
    assert [len(table.rows) for table in document.tables] == [1, 3]
    assert len(document.paragraphs) == 2


def test_columns_are_centred_where_that_is_asked():
    word = Word()
    word.table(["序号", "名称"], [["1", "文件"]], [1, 4], centred=frozenset({0}))
    rows = opened(word).tables[0].rows
    assert [cell.paragraphs[0].style.name for row in rows for cell in row.cells] == [
        *("表头", "表头", "表格居中", "表格文字"),
    ]

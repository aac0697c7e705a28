"""A list comes back in every state that an office can bring it into: each fault is one sentence with its place."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from bihuan.reading.blocks import Unreadable
from bihuan.reading.filling import Returned, read_filling
from bihuan.say import say
from bihuan.writing.filling import FillColumn, FillRow, FillSheet, Ticket, write_filling
from bihuan.writing.tables import Heading

AS_OF = datetime(2026, 3, 2, 1, 0, 5, tzinfo=UTC)
COLUMNS = (
    FillColumn("ref", say("编号"), 8),
    FillColumn("goal", say("整改目标"), 20),
    FillColumn("loss", say("挽回损失"), 10, number=True),
    FillColumn("done", say("是否完成"), 10, words={"open": "未完成", "done": "已完成"}),
)
OPEN = frozenset({"goal", "loss", "done"})
ROWS = (
    FillRow("F-001", "aaa", ("F-001", "=年底前\n清零", "3.5", "open"), OPEN),
    FillRow("F-002", "bbb", ("F-002", "", "", "done"), OPEN),
    FillRow("F-003", "ccc", ("F-003", "", "", "open"), frozenset({"goal"})),
)


def written() -> bytes:
    out = BytesIO()
    heading = Heading("省委巡视", "云岭县", "R1 省委巡视", AS_OF, "")
    write_filling(
        out, [FillSheet("findings", say("问题"), COLUMNS, ROWS)], heading=heading, ticket=Ticket("yunling", "R1")
    )
    return out.getvalue()


def edited(change: Callable[[Worksheet], object], data: bytes = b"") -> bytes:
    book = load_workbook(BytesIO(data or written()))
    change(book["问题"])
    return saved(book)


def saved(book: Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def put(place: str, value: object) -> Callable[[Worksheet], None]:
    def change(sheet: Worksheet) -> None:
        sheet[place].value = value

    return change


def faults(data: bytes) -> list[str]:
    return [str(fault) for fault in read_filling(data, "填报.xlsx").faults]


def filled(returned: Returned, ref: str) -> dict[str, str]:
    return next(dict(row.filled) for row in returned.rows if row.ref == ref)


def refused(data: bytes) -> str:
    with pytest.raises(Unreadable) as fault:
        read_filling(data, "填报.xlsx")
    return str(fault.value.reason)


def test_what_was_written_is_read_back_as_it_was() -> None:
    returned = read_filling(written(), "填报.xlsx")

    assert (returned.organisation, returned.round, returned.as_of, returned.faults) == ("yunling", "R1", AS_OF, [])
    assert [(row.ref, row.mark, row.number, tuple(row.was.values())) for row in returned.rows] == [
        (row.ref, row.mark, number, row.values) for number, row in enumerate(ROWS, 5)
    ]
    assert [row.filled for row in returned.rows] == [row.was for row in returned.rows]


def test_only_open_cells_are_unlocked_and_the_key_is_hidden() -> None:
    sheet = load_workbook(BytesIO(written()))["问题"]

    assert (sheet.protection.sheet, sheet.column_dimensions["A"].hidden) == (True, True)
    assert [[not cell.protection.locked for cell in row] for row in sheet["A5:E7"]] == [
        [False, False, True, True, True],
        [False, False, True, True, True],
        [False, False, True, False, False],
    ]
    assert [(rule.type, str(rule.sqref)) for rule in sheet.data_validations.dataValidation] == [
        ("decimal", "D5:D7"),
        ("list", "E5:E7"),
    ]


def test_rows_may_be_sorted() -> None:
    def turn(sheet: Worksheet) -> None:
        values = [[cell.value for cell in row] for row in sheet["A5:E7"]]
        for row, texts in zip(sheet["A5:E7"], reversed(values), strict=True):
            for cell, text in zip(row, texts, strict=True):
                cell.value = text
                cell.data_type = "s" if isinstance(text, str) else cell.data_type

    returned = read_filling(edited(turn), "填报.xlsx")
    assert ([(row.ref, row.number) for row in returned.rows], returned.faults) == (
        [("F-003", 5), ("F-002", 6), ("F-001", 7)],
        [],
    )


def test_a_word_of_the_list_is_its_code_and_any_other_stays() -> None:
    returned = read_filling(edited(put("E5", "已完成"), edited(put("E6", "差不多"))), "填报.xlsx")

    assert (filled(returned, "F-001")["done"], filled(returned, "F-002")["done"]) == ("done", "差不多")


def test_a_deleted_row_is_told() -> None:
    assert faults(edited(lambda sheet: sheet.delete_rows(6))) == ["“问题”表里没有了 F-002 这一行，它保持原样。"]


def test_of_a_doubled_row_neither_is_taken() -> None:
    def double(sheet: Worksheet) -> None:
        for column in range(1, 6):
            sheet.cell(8, column).value = sheet.cell(6, column).value

    returned = read_filling(edited(double), "填报.xlsx")
    assert [row.ref for row in returned.rows] == ["F-001", "F-003"]
    assert [str(fault) for fault in returned.faults] == [
        "“问题”表第 6、8 行都是 F-002，不知以哪一行为准，都没有采用；请只留一行。"
    ]


def test_a_row_of_their_own_is_told() -> None:
    assert faults(edited(put("B9", "F-999"))) == [
        "“问题”表第 9 行（F-999）不是导出时的行，没有采用；新增的内容请在页面上登记。"
    ]


def test_a_reference_that_no_longer_fits_its_row_is_told() -> None:
    assert faults(edited(put("B6", "F-003"))) == [
        "“问题”表第 6 行的编号与隐藏列对不上（F-002），没有采用；请重新导出后填写。"
    ]


def test_a_formula_is_told_with_its_place_and_not_taken() -> None:
    returned = read_filling(edited(put("D6", "=1+1")), "填报.xlsx")

    assert [row.barred for row in returned.rows] == [frozenset(), frozenset({"loss"}), frozenset()]
    assert [str(fault) for fault in returned.faults] == ["“问题”表 D6 是公式，没有采用；请改成文字或数字。"]


def test_merged_cells_are_told_and_not_taken() -> None:
    assert faults(edited(lambda sheet: sheet.merge_cells("C6:C7"))) == [
        "“问题”表 C6 是合并单元格，没有采用；请取消合并后逐格填写。",
        "“问题”表 C7 是合并单元格，没有采用；请取消合并后逐格填写。",
    ]


def test_a_moved_column_stops_everything() -> None:
    assert refused(edited(lambda sheet: sheet.delete_cols(3))) == (
        "“问题”表 C4 的表头应是“整改目标”，现在是“挽回损失”；请把列的位置和名称恢复后再上传。"
    )


def test_a_renamed_header_stops_everything() -> None:
    assert refused(edited(put("D4", "金额"))) == (
        "“问题”表 D4 的表头应是“挽回损失”，现在是“金额”；请把列的位置和名称恢复后再上传。"
    )


def test_a_workbook_without_its_hidden_sheet_is_none_of_ours() -> None:
    book = load_workbook(BytesIO(written()))
    del book["bihuan"]

    assert refused(saved(book)) == "这不是从本系统导出的填报表，或表里的隐藏工作表已被删去；请重新导出后填写。"


@pytest.mark.parametrize("place", ["A1", "E1", "D2", "A2", "C3"])
def test_a_damaged_hidden_sheet_is_refused_or_harmless(place: str) -> None:
    book = load_workbook(BytesIO(written()))
    book["bihuan"][place].value = "×"
    with suppress(Unreadable):
        assert read_filling(saved(book), "填报.xlsx").organisation == "yunling"


def test_a_renamed_sheet_is_told() -> None:
    def rename(sheet: Worksheet) -> None:
        sheet.title = "问题清单"

    assert refused(edited(rename)) == "缺少工作表“问题”；请恢复它的名称，或重新导出后填写。"


@pytest.mark.parametrize("data", [b"", b"hello", b"PK\x03\x04 cut short"])
def test_what_is_no_workbook_is_refused(data: bytes) -> None:
    assert refused(data)

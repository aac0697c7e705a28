"""Is a worksheet ready for the printer, does a long table go on, and does a failure leave nothing behind?"""

import tempfile
import tracemalloc
from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from bihuan.writing.ledger import MeasureRow, write_ledger
from tests.writing.samples import BARE, HEADING, RECEPTION, lines, opened, written


def test_every_sheet_stands_under_its_title_and_the_line_that_says_whose_it_is():
    for sheet in opened([RECEPTION]):
        assert sheet["A1"].value == f"云岭县巡视反馈意见{sheet.title}"
        assert sheet["A2"].value == "填报单位：中共云岭县委　　轮次：R2　　数据截至：2026-03-31 09:05"
        last = get_column_letter(sheet.max_column)
        assert {str(merged) for merged in sheet.merged_cells.ranges} == {f"A1:{last}1", f"A2:{last}2"}


def test_every_sheet_prints_on_landscape_a4_with_its_column_names_on_each_page():
    for sheet in opened([RECEPTION]):
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight) == (True, 0)
        assert (sheet.print_title_rows, sheet.freeze_panes) == ("$3:$3", "B4")
        footer = [part.text for part in (sheet.oddFooter.left, sheet.oddFooter.center, sheet.oddFooter.right)]
        assert footer == ["数据截至：2026-03-31 09:05", "第 &P 页，共 &N 页", "留痕末端：66c7f0f4"]


def test_the_lines_of_one_finding_are_framed_as_one_block():
    sheet = opened([RECEPTION, BARE])["整改台账"]
    frames = [
        (bool(sheet.cell(row, 1).border.top.style), bool(sheet.cell(row, 1).border.bottom.style)) for row in (4, 5, 6)
    ]
    assert frames == [(True, False), (False, True), (True, True)]
    assert all(cell.border.left.style and cell.alignment.wrap_text for row in sheet["A4:P6"] for cell in row)


def test_a_full_worksheet_goes_on_in_the_next_one_and_keeps_a_finding_together():
    rows = [replace(RECEPTION, ref=f"F-{number}") for number in range(1, 4)]
    workbook = opened(rows, last_row=6)
    assert workbook.sheetnames[:2] == ["整改台账", "问题清单"]
    assert [lines(workbook, name)[0][0] for name in ("整改台账", "整改台账(2)", "整改台账(3)")] == ["F-1", "F-2", "F-3"]
    assert [len(lines(workbook, name)) for name in ("整改台账", "整改台账(2)", "整改台账(3)")] == [2, 2, 2]


def test_a_finding_longer_than_a_worksheet_says_its_name_again_on_the_next():
    long = replace(RECEPTION, measures=tuple(MeasureRow(str(n), f"第{n}次检查") for n in range(1, 6)))
    workbook = opened([long], last_row=6)
    measures = [[(line[0], line[6]) for line in lines(workbook, name)] for name in ("整改台账", "整改台账(2)")]
    assert measures == [
        [("F-001", "1. 第1次检查"), ("", "2. 第2次检查"), ("", "3. 第3次检查")],
        [("F-001", "4. 第4次检查"), ("", "5. 第5次检查")],
    ]


def test_the_same_record_at_the_same_moment_gives_the_same_bytes():
    assert written([RECEPTION, BARE]) == written([RECEPTION, BARE])


def test_a_long_trail_head_does_not_cost_the_footer():
    out = BytesIO()
    write_ledger(out, [BARE], heading=replace(HEADING, trail_head="&" * 400))
    assert load_workbook(out)["整改台账"].oddFooter.right.text == "留痕末端：" + "&&" * 64


def test_rows_that_fail_on_the_way_leave_neither_a_half_file_nor_a_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def failing():
        yield RECEPTION
        raise LookupError("the record went away")

    out = BytesIO()
    with pytest.raises(LookupError):
        write_ledger(out, failing(), heading=HEADING)
    assert (out.getvalue(), list(tmp_path.iterdir())) == (b"", [])


def test_memory_does_not_grow_with_the_rows():
    def peak(count):
        tracemalloc.start()
        with tempfile.TemporaryFile() as out:
            write_ledger(out, (replace(RECEPTION, ref=f"F-{number}") for number in range(count)), heading=HEADING)
        size = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return size

    peak(10)
    assert peak(800) < peak(200) + 100_000

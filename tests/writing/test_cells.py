"""Does a file stay whole, and a formula stay text, whatever was typed into the record?"""

from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from bihuan.writing.cells import LONGEST, fitting, looks_like_formula, printable
from tests.writing.samples import BARE, lines, opened, written

REMARK = 15


def remark(text: str) -> str:
    return lines(opened([replace(BARE, remark=text)]), "整改台账")[0][REMARK]


@pytest.mark.parametrize("text", ["=1+1", "+86", "-", "@SUM(A1)", "=cmd|' /C calc'!A0", " =1", "＝1+1"])
def test_what_begins_like_a_formula_is_text_and_stays_text_after_editing(text):
    cell = opened([replace(BARE, remark=text)])["整改台账"]["P4"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


@pytest.mark.parametrize("text", ["001", "2026-03-31", "1e5", "TRUE", "http://localhost/", "{=1}"])
def test_what_looks_like_a_number_a_date_or_an_address_is_text(text):
    cell = opened([replace(BARE, remark=text)])["整改台账"]["P4"]
    assert (cell.value, cell.data_type, cell.quotePrefix, cell.hyperlink) == (text, "s", False, None)


@pytest.mark.parametrize("text", ["<r><b></r>", "a & b < c > d", "]]>", '"引号"', "&#10;", "  前后有空格  "])
def test_mark_up_is_text(text):
    assert remark(text) == text


def test_what_a_spreadsheet_would_take_for_an_escape_is_escaped_itself():
    assert b"_x005F_x0041_" in sheet_xml("_x0041_")


def test_control_characters_and_half_characters_go_and_every_line_end_is_one():
    assert remark("上\x00\x07\ud800\ufffe页\x0b中\r\n下\u2028尾\t") == "上页\n中\n下\n尾\t"


def test_a_text_of_the_greatest_length_is_whole():
    assert remark("长" * LONGEST) == "长" * LONGEST


def test_a_text_that_no_cell_can_hold_is_cut_with_a_note():
    text = remark("长" * 40_000)
    assert len(text) == LONGEST
    assert text.endswith("长……（超出单元格上限，以下文字未列出，全文见系统）")


def test_a_rare_character_counts_twice_and_is_never_cut_in_half():
    text = fitting("𠮷" * 20_000, "…")
    assert text == "𠮷" * ((LONGEST - 1) // 2) + "…"


@settings(max_examples=60)
@given(st.text(alphabet=st.characters(), max_size=60))
def test_whatever_is_typed_the_file_reads_back_as_the_printable_text(text):
    workbook = CalamineWorkbook.from_filelike(BytesIO(written([replace(BARE, remark=f"前{text}后")])))
    row = workbook.get_sheet_by_name("整改台账").to_python()[3]
    assert row[REMARK] == f"前{printable(text)}后"


def test_only_the_first_sign_decides_what_looks_like_a_formula():
    assert [looks_like_formula(text) for text in ("=1", "\t=1", "1=1", "", "（=1）")] == [
        True,
        True,
        False,
        False,
        False,
    ]


def sheet_xml(text: str) -> bytes:
    from zipfile import ZipFile

    with ZipFile(BytesIO(written([replace(BARE, remark=text)]))) as parts:
        return parts.read("xl/worksheets/sheet1.xml")

"""Is the Word page set up as an official paper, with its fonts named for Chinese letters too?"""

from io import BytesIO

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from bihuan.writing.word import FANGSONG, HEITI, XIAOBIAOSONG, Word


def opened(word: Word):
    return Document(BytesIO(word.contents()))


def font(paragraph) -> str:
    return paragraph.runs[0]._element.rPr.rFonts.get(qn("w:eastAsia"))


def mm(*lengths) -> list[int]:
    return [round(length / Mm(1)) for length in lengths]


def test_the_page_is_a4_with_the_margins_of_the_standard():
    section = opened(Word()).sections[0]
    assert mm(section.page_width, section.page_height) == [210, 297]
    edges = mm(section.top_margin, section.left_margin, section.bottom_margin, section.right_margin)
    assert edges == [37, 28, 35, 26]


def test_a_wide_table_lies_on_a_page_that_is_turned():
    section = opened(Word(landscape=True)).sections[0]
    assert mm(section.page_width, section.page_height) == [297, 210]


def test_every_part_has_its_font():
    word = Word()
    word.title("资料交接清单")
    word.heading("一、基本情况")
    word.paragraph("现将有关材料移交如下。")
    assert [font(each) for each in opened(word).paragraphs] == [XIAOBIAOSONG, HEITI, FANGSONG]


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


def test_control_characters_do_not_break_the_file():
    word = Word()
    word.paragraph("资料\x00清\x0b单\ud800")
    assert opened(word).paragraphs[0].text == "资料清\n单"


def test_the_page_number_stands_between_dashes():
    footer = opened(Word()).sections[0].footer.paragraphs[0]
    assert footer.text == "— PAGE —" or "PAGE" in footer._element.xml

"""Is the Word page set up as an official paper, to the numbers of GB/T 9704-2012, with real styles and numbering?"""

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, Twips
from lxml import etree

from bihuan.reading.formats import read_blocks
from bihuan.writing.word import FANGSONG, HEITI, KAITI, XIAOBIAOSONG, Word


def opened(word: Word):
    return Document(BytesIO(word.contents()))


def part(word: Word, name: str) -> str:
    return ZipFile(BytesIO(word.contents())).read(f"word/{name}.xml").decode()


def font(paragraph) -> str:
    return paragraph.style.element.rPr.rFonts.get(qn("w:eastAsia"))


def mm(*lengths) -> list[int]:
    return [round(length / Mm(1)) for length in lengths]


def grid(section) -> dict[str, str]:
    return {key.rpartition("}")[2]: value for key, value in section._sectPr.find(qn("w:docGrid")).attrib.items()}


def test_the_page_is_a4_with_the_margins_and_the_grid_of_the_standard():
    section = opened(Word()).sections[0]
    assert mm(section.page_width, section.page_height) == [210, 297]
    edges = mm(section.top_margin, section.left_margin, section.bottom_margin, section.right_margin)
    assert edges == [37, 28, 35, 26]
    assert grid(section) == {"type": "linesAndChars", "linePitch": "579", "charSpace": "-842"}


def test_twenty_two_lines_of_twenty_eight_letters_fit_the_page_and_no_more():
    section = opened(Word()).sections[0]
    high = section.page_height - section.top_margin - section.bottom_margin
    wide = section.page_width - section.left_margin - section.right_margin
    assert (round(high / Twips(1)) // 579, int(wide / Pt(1) // (16 - 842 / 4096))) == (22, 28)


def test_a_wide_table_lies_on_a_page_that_is_turned():
    section = opened(Word(landscape=True)).sections[0]
    assert mm(section.page_width, section.page_height) == [297, 210]
    edges = mm(section.top_margin, section.left_margin, section.bottom_margin, section.right_margin)
    assert edges == [28, 36, 26, 36]


def test_one_document_has_upright_and_turned_pages_and_the_numbers_run_on():
    word = Word()
    word.section(landscape=False)
    word.paragraph("正文。")
    word.section(landscape=True)
    word.table(["序号"], [["1"]], [1])
    word.section(landscape=False)
    word.paragraph("又是正文。")
    sections = opened(word).sections
    assert [mm(each.page_width) for each in sections] == [[210], [297], [210]]
    assert [each._sectPr.find(qn("w:pgNumType")) for each in sections] == [None] * 3


def test_every_part_has_its_style_with_its_font():
    word = Word()
    word.title("关于整改工作的\n方案")
    for level in (1, 2, 3, 4):
        word.heading("基本情况", level)
    word.paragraph("现将有关材料移交如下。")
    paragraphs = opened(word).paragraphs
    assert [each.style.name for each in paragraphs] == [
        *("Title", "Heading 1", "Heading 2", "Heading 3", "Heading 4", "公文正文"),
    ]
    assert [font(each) for each in paragraphs[:5]] == [XIAOBIAOSONG, HEITI, KAITI, FANGSONG, FANGSONG]
    assert [each.style.font.size.pt for each in paragraphs[:5]] == [22, 16, 16, 16, 16]
    assert paragraphs[5].style.element.pPr.find(qn("w:ind")).get(qn("w:firstLineChars")) == "200"
    assert paragraphs[0].text == "关于整改工作的\n方案"


def test_headings_are_counted_by_word_and_a_line_with_its_own_number_is_not():
    word = Word()
    word.title("方案")
    word.heading("总体要求")
    word.heading("指导思想", 2)
    word.heading("三、主要任务")
    word.heading("说明", numbered=False)
    word.title("附件")
    word.heading("问题清单")
    lists = [each._p.pPr.numPr.numId.val for each in opened(word).paragraphs if each.style.name.startswith("Heading")]
    assert lists == [1, 1, 0, 0, 2]
    assert [block.text for block in read_blocks(word.contents(), "a.docx").blocks][:-1] == [
        *("方案", "一、总体要求", "（一）指导思想", "三、主要任务", "说明", "附件", "一、问题清单"),
    ]


def test_fonts_name_what_stands_in_for_them():
    fonts = etree.fromstring(part(Word(), "fontTable").encode())
    stands_in = {each.get(qn("w:name")): each.find(qn("w:altName")).get(qn("w:val")).split(",")[0] for each in fonts}
    assert stands_in[FANGSONG] == "仿宋"
    assert stands_in[KAITI] == "楷体"
    assert stands_in[HEITI] == "SimHei"


def test_control_characters_do_not_break_the_file():
    word = Word()
    word.paragraph("资料\x00清\x0b单\ud800 <b>&")
    assert opened(word).paragraphs[0].text == "资料清\n单 <b>&"


def test_the_page_number_stands_between_dashes_at_the_outer_side():
    word = Word()
    word.footer_note("数据截至：2026-03-31\n留痕：66c7f0f4")
    document = opened(word)
    section = document.sections[0]
    feet = section.footer.paragraphs, section.even_page_footer.paragraphs
    assert document.settings.odd_and_even_pages_header_footer
    assert [len(each) for each in feet] == [2, 2]
    for (number, note), side in zip(feet, ("right", "left"), strict=True):
        assert "".join(each.text for each in number._p.iter(qn("w:t"))) == "— 1 —"
        assert number._p.pPr.find(qn("w:ind")).get(qn(f"w:{side}Chars")) == "100"
        assert note.text == "数据截至：2026-03-31 留痕：66c7f0f4"


def test_a_page_break_stands_before_what_comes_next():
    word = Word()
    word.paragraph("前")
    word.page_break()
    word.paragraph("后")
    assert [each.paragraph_format.page_break_before for each in opened(word).paragraphs] == [None, True]


def test_the_same_calls_give_the_same_bytes_and_the_time_is_that_of_the_record():
    moment = datetime(2026, 3, 31, 2, tzinfo=UTC)
    one, other = Word(moment=moment), Word(moment=moment)
    for word in (one, other):
        word.title("方案")
        word.table(["序号"], [["1"]], [1])
    assert one.contents() == one.contents() == other.contents()
    properties = opened(one).core_properties
    assert (properties.title, properties.created, properties.modified) == ("方案", moment, moment)


def test_an_empty_document_opens():
    assert opened(Word()).paragraphs[0].text == ""


def test_only_png_pictures_are_taken():
    with pytest.raises(ValueError, match="PNG"):
        Word().picture(b"GIF89a", 100)

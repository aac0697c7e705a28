"""Does an official letter begin with its red head and end with its organ and date, where the standard wants them?"""

from io import BytesIO
from struct import pack

from docx import Document
from docx.oxml.ns import qn

from bihuan.writing.word import XIAOBIAOSONG, Word
from bihuan.writing.word.letterhead import mark_size


def opened(word: Word):
    return Document(BytesIO(word.contents()))


def line(paragraph) -> float:
    return paragraph.paragraph_format.line_spacing.pt


def test_the_red_head_has_its_marks_in_order_and_its_organ_35_millimetres_down():
    word = Word()
    word.red_head("中共云岭县委员会文件", "云岭委〔2026〕12号", secrecy="内部", urgency="特急")
    paragraphs = opened(word).paragraphs
    texts = [each.text for each in paragraphs]
    assert texts == ["内部", "特急", "", "中共云岭县委员会文件", "", "", "云岭委〔2026〕12号", "", "", ""]
    organ = paragraphs[3].runs[0]
    assert (organ.font.name, str(organ.font.color.rgb), organ.font.size.pt) == (XIAOBIAOSONG, "FF0000", 42)
    down = 2 * 28.95 + line(paragraphs[2]) + 42 * 0.1
    assert round(down / 72 * 25.4, 1) == 35
    rule = paragraphs[7]._p.pPr.find(qn("w:pBdr")).find(qn("w:bottom"))
    assert (rule.get(qn("w:color")), round(line(paragraphs[7]) / 72 * 25.4, 1)) == ("FF0000", 4)


def test_the_organ_is_as_large_as_its_line_allows():
    assert [mark_size("云岭县文件"), mark_size("中共云岭县委员会文件"), mark_size("云" * 40)] == [56, 42, 26]


def test_the_date_stands_four_letters_from_the_right_and_the_organ_is_centred_above_it():
    word = Word()
    word.paragraph("特此报告。")
    word.signature("中共云岭县委员会", "2026年4月30日")
    paragraphs = opened(word).paragraphs
    assert [each.text for each in paragraphs] == ["特此报告。", "", "中共云岭县委员会", "2026年4月30日"]
    asides = [each._p.pPr.find(qn("w:ind")).get(qn("w:rightChars")) for each in paragraphs[2:]]
    assert asides == ["325", "400"]
    assert [each.paragraph_format.keep_with_next for each in paragraphs[1:]] == [True, True, None]


def test_a_picture_is_as_wide_as_is_said_and_never_wider_than_the_text():
    png = b"\x89PNG\r\n\x1a\n" + pack(">I4sII", 13, b"IHDR", 200, 100) + b"\x08\x02\0\0\0"
    word = Word()
    word.picture(png, 100, about="进展")
    word.picture(png, 400)
    shapes = opened(word).inline_shapes
    assert [(round(each.width.mm), round(each.height.mm)) for each in shapes] == [(100, 50), (156, 78)]

"""Do automatic numbers come out as Word prints them?"""

import pytest

from bihuan.reading.formats import read_blocks
from bihuan.reading.formats.docx_numerals import printed
from tests.reading.formats.made_docx import docx, level, numbered, p

LETTER = (
    level(0, "chineseCountingThousand", "%1、")
    + level(1, "chineseCounting", "（%2）")
    + level(2, "decimal", "%3.")
    + level(3, "decimalEnclosedCircle", "%4", more='<w:suff w:val="nothing"/>')
)


def lists(levels: str, *numbers: str, family: str = "") -> str:
    nums = "".join(
        f'<w:num w:numId="{index}"><w:abstractNumId w:val="0"/>{more}</w:num>' for index, more in enumerate(numbers, 1)
    )
    return f'<w:abstractNum w:abstractNumId="0">{family}{levels}</w:abstractNum>{nums}'


def texts(*paragraphs: str, **parts: str) -> list[str]:
    return [block.text for block in read_blocks(docx("".join(paragraphs), **parts)).blocks]


def test_the_four_levels_of_a_letter_count_and_restart():
    rows = [
        ("总", 0),
        ("分", 1),
        ("点", 2),
        ("圈", 3),
        ("圈", 3),
        ("点", 2),
        ("分", 1),
        ("点", 2),
        ("总", 0),
        ("分", 1),
    ]
    found = texts(*(numbered(text, 1, depth) for text, depth in rows), numbering=lists(LETTER, ""))

    assert found == [
        "一、总",
        "（一）分",
        "1. 点",
        "①圈",
        "②圈",
        "2. 点",
        "（二）分",
        "1. 点",
        "二、总",
        "（一）分",
    ]


def test_a_pattern_may_name_the_levels_above():
    levels = level(0, "decimal", "%1") + level(1, "decimal", "%1.%2") + level(2, "decimal", "%1.%2.%3")
    found = texts(*(numbered("甲", 1, depth) for depth in (0, 1, 2, 2, 0, 2)), numbering=lists(levels, ""))

    assert found == ["1 甲", "1.1 甲", "1.1.1 甲", "1.1.2 甲", "2 甲", "2.1.1 甲"]


def test_legal_numbering_prints_digits_for_all_places():
    levels = level(0, "chineseCounting", "第%1章") + level(1, "decimal", "%1.%2", more="<w:isLgl/>")

    assert texts(numbered("甲", 1), numbered("乙", 1, 1), numbering=lists(levels, "")) == ["第一章 甲", "1.1 乙"]


def test_two_lists_of_one_family_go_on_counting_unless_one_starts_anew():
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    rows = [numbered("甲", 1), numbered("乙", 2), numbered("丙", 3), numbered("丁", 3)]

    assert texts(*rows, numbering=lists(LETTER, "", "", anew)) == ["一、甲", "二、乙", "一、丙", "二、丁"]


def test_a_level_may_never_restart():
    levels = level(0, "decimal", "%1.") + level(1, "decimal", "(%2)", more='<w:lvlRestart w:val="0"/>')
    rows = [numbered("甲", 1), numbered("乙", 1, 1), numbered("丙", 1), numbered("丁", 1, 1)]

    assert texts(*rows, numbering=lists(levels, "")) == ["1. 甲", "(1) 乙", "2. 丙", "(2) 丁"]


def test_numbers_come_from_styles_and_can_be_switched_off():
    styles = (
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="标题 1"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="我的标题"/><w:basedOn w:val="a"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="二级"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    levels = level(0, "chineseCounting", "%1、") + level(1, "chineseCounting", "（%2）", more='<w:pStyle w:val="c"/>')
    off = '<w:pStyle w:val="a"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    rows = [
        p("甲", '<w:pStyle w:val="a"/>'),
        p("乙", '<w:pStyle w:val="c"/>'),
        p("丙", '<w:pStyle w:val="b"/>'),
        p("丁", off),
    ]
    data = docx("".join(rows), styles=styles, numbering=lists(levels, ""))

    assert [(block.text, block.level) for block in read_blocks(data).blocks] == [
        ("一、甲", 1),
        ("（一）乙", 0),
        ("二、丙", 1),
        ("丁", 1),
    ]


def test_an_empty_numbered_paragraph_counts_but_says_nothing():
    assert texts(numbered("甲", 1), numbered("", 1), numbered("丙", 1), numbering=lists(LETTER, "")) == [
        "一、甲",
        "三、丙",
    ]


def test_bullets_of_symbol_fonts_become_plain_dots():
    assert texts(numbered("甲", 1), numbering=lists(level(0, "bullet", "\uf06c"), "")) == ["• 甲"]


@pytest.mark.parametrize(
    ("number", "number_format", "expected"),
    [
        (12, "chineseCounting", "十二"),
        (20, "chineseCounting", "二十"),
        (101, "chineseCounting", "一〇一"),
        (101, "chineseCountingThousand", "一百零一"),
        (110, "chineseCountingThousand", "一百一十"),
        (2010, "chineseCountingThousand", "二千零一十"),
        (110, "japaneseCounting", "百十"),
        (12, "ideographDigital", "一二"),
        (12, "chineseLegalSimplified", "壹拾贰"),
        (2, "ideographTraditional", "乙"),
        (7, "decimalZero", "07"),
        (12, "decimalFullWidth", "１２"),
        (20, "decimalEnclosedCircle", "⑳"),
        (21, "decimalEnclosedCircleChinese", "㉑"),
        (3, "decimalEnclosedParen", "⑶"),
        (28, "lowerLetter", "bb"),
        (4, "upperLetter", "D"),
        (49, "upperRoman", "XLIX"),
        (9, "lowerRoman", "ix"),
        (5000, "upperRoman", "5000"),
        (0, "chineseCounting", "〇"),
        (-1, "chineseCounting", "-1"),
        (5, "a format of the future", "5"),
    ],
)
def test_numbers_are_printed_in_the_format(number, number_format, expected):
    assert printed(number, number_format) == expected

"""Is text read in whatever encoding an office saved it?"""

import codecs

import pytest

from bihuan.reading.blocks import Block, Unreadable
from bihuan.reading.formats import read_blocks

LETTER = "云岭县委巡察反馈意见\r\n\r\n　　一、落实主体责任不到位。\r\n　　（一）学习不深入，研究不经常。"
TRADITIONAL = "雲嶺縣委巡察反饋意見\n一、落實主體責任不到位。\n（一）學習不深入，研究不經常。"


@pytest.mark.parametrize(
    "data",
    [
        LETTER.encode(),
        codecs.BOM_UTF8 + LETTER.encode(),
        LETTER.encode("gb18030"),
        LETTER.encode("utf-16"),
        LETTER.encode("utf-16-le"),
        LETTER.encode("utf-16-be"),
        codecs.BOM_UTF16_BE + LETTER.encode("utf-16-be"),
    ],
)
def test_each_line_is_a_paragraph_in_every_encoding(data):
    assert read_blocks(data, "反馈意见.txt").blocks == (
        Block(0, "云岭县委巡察反馈意见"),
        Block(1, "一、落实主体责任不到位。"),
        Block(2, "（一）学习不深入，研究不经常。"),
    )


def test_big5_is_told_from_gb18030():
    assert [block.text for block in read_blocks(TRADITIONAL.encode("big5")).blocks] == TRADITIONAL.split("\n")


def test_utf8_that_was_cut_short_is_read_and_the_loss_is_said():
    document = read_blocks((LETTER * 3).encode()[:-1])

    assert document.blocks[-1].text == "（一）学习不深入，研究不经常�"
    assert [str(warning) for warning in document.warnings] == ["有 1 个字符无法识别，已用“�”代替，请对照原件核对。"]


@pytest.mark.parametrize(
    ("separator", "encoding"), [(",", "utf-8-sig"), ("\t", "gb18030"), (";", "utf-16"), ("，", "utf-8")]
)
def test_comma_separated_values_are_cells(separator, encoding):
    text = f'序号{separator}问题\r\n1{separator}"甲\n乙"\r\n2{separator}\r\n'

    assert read_blocks(text.encode(encoding), "台账.csv").blocks == (
        Block(0, "序号", "cell", table=1, row=1, column=1),
        Block(1, "问题", "cell", table=1, row=1, column=2),
        Block(2, "1", "cell", table=1, row=2, column=1),
        Block(3, "甲\n乙", "cell", table=1, row=2, column=2),
        Block(4, "2", "cell", table=1, row=3, column=1),
    )


def test_a_quote_that_is_never_closed_is_one_clear_sentence():
    with pytest.raises(Unreadable, match="少了一个引号"):
        read_blocks(b'a,"' + b"x" * 1_100_000, "t.csv")


def test_bytes_that_are_no_text_are_refused():
    with pytest.raises(Unreadable, match="无法识别这个文件"):
        read_blocks(bytes(range(256)) * 40, "反馈意见.txt")


def test_more_lines_than_memory_holds_are_refused():
    with pytest.raises(Unreadable, match="文件内容过多"):
        read_blocks(b"x\n" * 1_000_001, "反馈意见.txt")

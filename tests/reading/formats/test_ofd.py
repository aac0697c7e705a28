"""Do the placed letters of an OFD file come out as the paragraphs a reader sees?"""

import pytest

from bihuan.reading.blocks import Block, Unreadable
from bihuan.reading.formats import read_blocks
from tests.reading.formats.made_ofd import SIZE, line, ofd

LEFT = 28.0
WIDTH = 28
FULL = "落实全面从严治党主体责任有差距压力传导不到位监督执纪宽松软问题"[:WIDTH]


def set_in_lines(text: str, base: float) -> list[str]:
    """A paragraph as the official form sets it: moved in by two letters, 28 letters to the line."""
    rows = [text[: WIDTH - 2], *(text[place : place + WIDTH] for place in range(WIDTH - 2, len(text), WIDTH))]
    return [line(row, LEFT + (0 if number else 2 * SIZE), base + number * 10) for number, row in enumerate(rows)]


def refused(data: bytes) -> str:
    with pytest.raises(Unreadable) as refusal:
        read_blocks(data, "反馈意见.ofd")
    return str(refusal.value)


def test_lines_become_paragraphs_over_pages_and_page_numbers_stand_apart():
    first, second = f"一、{FULL * 3}。", f"（一）{FULL * 2}。"
    lines = set_in_lines(first, 60) + set_in_lines(second, 120)
    title = line("关于云岭县的反馈意见", 60, 40, 7.7)
    data = ofd(
        title + "".join(lines[:-1]) + line("— 1 —", 100, 280, 4.9),
        lines[-1].replace('Boundary="28.0 ', 'Boundary="28.0 ') + line("— 2 —", 100, 280, 4.9),
    )

    assert read_blocks(data, "反馈意见.ofd").blocks == (
        Block(0, "— 1 —", "footer", page=1),
        Block(1, "— 2 —", "footer", page=2),
        Block(2, "关于云岭县的反馈意见", page=1),
        Block(3, first, page=1),
        Block(4, second, page=1),
    )


def test_pieces_of_one_line_are_joined_from_left_to_right():
    data = ofd(line("乙局", LEFT + 60, 50) + line("甲", LEFT, 50.5) + line("局", LEFT + SIZE, 50))

    assert [block.text for block in read_blocks(data).blocks] == ["甲局 乙局"]


def test_what_stands_on_the_template_is_a_head_and_comes_once():
    data = ofd(line("正文一。", LEFT, 50), line("正文二。", LEFT, 50), template=line("内部资料", LEFT, 20))

    assert [(block.kind, block.text) for block in read_blocks(data).blocks] == [
        ("header", "内部资料"),
        ("paragraph", "正文一。"),
        ("paragraph", "正文二。"),
    ]


def test_a_page_without_letters_is_said_and_a_file_without_any_is_refused():
    document = read_blocks(ofd(line("正文。", LEFT, 50), ""))

    assert [str(warning) for warning in document.warnings] == ["第 2 页没有文字，可能是图片，没有读入，请核对。"]
    assert refused(ofd("", "")) == "这个 OFD 文件里只有图片，没有文字；请提供文字版。"


def test_places_that_are_no_numbers_do_no_harm():
    odd = line("正文。", LEFT, 50).replace("g 2 5.6", "g 999999999 nan g x 1 inf")

    assert [block.text for block in read_blocks(ofd(odd)).blocks] == ["正文。"]
    assert refused(ofd(line("密文", LEFT, 50), entry="<ofd:Encryptions/>")).startswith("文件是加密的 OFD")

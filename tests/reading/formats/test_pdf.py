"""Do the letters of a PDF come out as the paragraphs a reader sees?"""

from concurrent.futures import ThreadPoolExecutor

import pytest

from bihuan.reading.blocks import Block, Unreadable
from bihuan.reading.formats import read_blocks
from bihuan.reading.formats.containers import File
from bihuan.reading.formats.pdf import read
from tests.reading.formats.made_pdf import SIZE, line, pdf

LEFT, WIDTH = 80, 28
FULL = "落实全面从严治党主体责任有差距，压力传导不到位，监督执纪宽松软"


def set_in_lines(text: str, top: float) -> list[bytes]:
    """A paragraph as the official form sets it: moved in by two letters, 28 letters to the line."""
    rows = [text[: WIDTH - 2], *(text[place : place + WIDTH] for place in range(WIDTH - 2, len(text), WIDTH))]
    return [line(row, LEFT + (0 if number else 2 * SIZE), top + number * 29) for number, row in enumerate(rows)]


def refused(data: bytes) -> str:
    with pytest.raises(Unreadable) as refusal:
        read_blocks(data, "反馈意见.pdf")
    return str(refusal.value)


FIRST, SECOND = f"一、{FULL * 3}。", f"（一）{FULL * 2}。"
LINES = set_in_lines(FIRST, 200) + set_in_lines(SECOND, 400)
LETTER = pdf(
    line("关于云岭县的反馈意见", 190, 120, 22) + b"".join(LINES[:-1]) + line("— 1 —", 280, 800, 14),
    LINES[-1] + line("— 2 —", 280, 800, 14),
)


def test_lines_become_paragraphs_over_pages_and_page_numbers_stand_apart():
    assert read_blocks(LETTER, "反馈意见.pdf").blocks == (
        Block(0, "— 1 —", "footer", page=1),
        Block(1, "— 2 —", "footer", page=2),
        Block(2, "关于云岭县的反馈意见", page=1),
        Block(3, FIRST, page=1),
        Block(4, SECOND, page=1),
    )


def test_a_page_without_letters_is_said_and_a_file_without_any_is_refused():
    document = read_blocks(pdf(line("正文。", LEFT, 100), b""))
    with pytest.raises(Unreadable) as refusal:
        read(File(pdf(b"")), lambda: None)

    assert [str(warning) for warning in document.warnings] == ["第 2 页没有文字，可能是扫描的图片，没有读入，请核对。"]
    assert str(refusal.value).startswith("文件里只有图片，没有文字。请提供文字版；")


def test_what_cannot_be_opened_is_refused_with_one_sentence():
    assert refused(pdf(line("密", LEFT, 100), locked=True)) == "文件设有打开密码，请先解除密码，另存一份再上传。"
    assert refused(b"%PDF-1.4\n" + b"x" * 300).startswith("文件不完整或已损坏")


def test_several_people_may_upload_at_once():
    with ThreadPoolExecutor(4) as pool:
        counts = list(pool.map(lambda _: len(read_blocks(LETTER).blocks), range(16)))

    assert counts == [5] * 16

"""Is a picture read where somebody can look at it, and else refused with one sentence?"""

import struct

import pytest

from bihuan.reading.blocks import Block, Unreadable
from bihuan.reading.formats import picture
from bihuan.reading.formats.containers import File
from bihuan.reading.formats.ocr import Seen

TOLD = "文件里只有图片，没有文字。请提供文字版；要识别图片中的文字，请系统管理员安装识别组件："
DAMAGED = "文件不完整或已损坏，请重新取得原件，或用 Word、WPS 打开后另存一份再上传。"


def png(width: int, height: int) -> bytes:
    """As much of a PNG as its size takes."""
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sIIBBBBB", 13, b"IHDR", width, height, 8, 2, 0, 0, 0) + bytes(4)


def jpeg(*sizes: tuple[int, int], between: bytes = b"") -> bytes:
    """As much of a JPEG as its size takes; a second frame header is what a forger would add."""
    head = b"\xff\xe0" + struct.pack(">H", 16) + b"JFIF\0" + bytes(9) + between
    frames = (b"\xff\xc0" + struct.pack(">HBHHB", 17, 8, height, width, 3) + bytes(9) for width, height in sizes)
    return b"\xff\xd8" + head + b"".join(frames) + b"\xff\xda" + bytes(8)


def one_line(data: bytes) -> tuple[Seen, ...]:
    return (Seen("责任落实不到位。", 0.98, ((10, 10), (200, 10), (200, 40), (10, 40))),)


def refused(data: bytes, look=one_line) -> str:
    with pytest.raises(Unreadable) as refusal:
        picture.read(File(data), lambda: look)
    return str(refusal.value)


@pytest.mark.parametrize("data", [png(800, 600), jpeg((800, 600)), jpeg((9, 9), between=b"\xff\xff\xd0")])
def test_a_picture_is_one_page_of_paragraphs_and_says_that_it_was_recognised(data):
    document = picture.read(File(data), lambda: one_line)

    assert picture.recognises(File(data))
    assert document.blocks == (Block(0, "责任落实不到位。", page=1),)
    assert [str(warning) for warning in document.warnings] == [
        "第 1 页的文字是从图片中识别的，可能有错漏，请对照原件核对。"
    ]


def test_without_the_extra_one_sentence_says_how_to_switch_it_on():
    assert refused(png(8, 8), None) == TOLD + 'pip install "bihuan[ocr]"，再重新启动。'


@pytest.mark.parametrize("data", [png(50_000, 50_000), jpeg((60_000, 60_000)), jpeg((10, 10), (60_000, 60_000))])
def test_a_picture_of_too_many_pixels_is_refused_before_it_is_looked_at(data):
    def never(data: bytes) -> tuple[Seen, ...]:
        raise AssertionError("looked at")

    assert refused(data, never) == "图片超过 5000 万像素，请缩小后再上传。"


@pytest.mark.parametrize("data", [png(0, 5), b"\x89PNG\r\n\x1a\n\0\0", b"\xff\xd8\xff", jpeg(), b"\xff\xd8\xff\xc0\0"])
def test_a_picture_cut_short_is_refused(data):
    assert refused(data) == DAMAGED


def test_a_picture_without_words_gives_no_blocks():
    assert picture.read(File(png(8, 8)), lambda: lambda data: ()).blocks == ()

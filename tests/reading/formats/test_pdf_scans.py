"""Are the pages of a PDF that have no letters looked at, one by one, and no more of them than was asked?"""

import struct

import pytest

from bihuan.reading.blocks import Block, Unreadable
from bihuan.reading.formats import pdf
from bihuan.reading.formats.containers import File
from bihuan.reading.formats.ocr import Seen
from bihuan.reading.formats.pdf_pictures import pictured
from tests.reading.formats.made_pdf import line
from tests.reading.formats.made_pdf import pdf as made

DRAWN = b"0 0 300 421 re f\n"
"""The lower left quarter of the page in black: something to see, and no letter."""
RECOGNISED = "第 {} 页的文字是从图片中识别的，可能有错漏，请对照原件核对。"
UNREAD = "第 {} 页没有文字，可能是扫描的图片，没有读入，请核对。"


def look(picture: bytes) -> tuple[Seen, ...]:
    return (Seen("（一）责任不实。", 0.99, ((150, 200), (500, 200), (500, 230), (150, 230))),)


def said(document) -> list[str]:
    return [str(warning) for warning in document.warnings]


def test_pages_without_letters_stand_between_those_with_letters():
    data = made(line("一、问题如下", 80, 100), DRAWN, line("二、其他问题", 80, 100))
    document = pdf.read(File(data), lambda: look)

    assert document.blocks == (
        Block(0, "一、问题如下", page=1),
        Block(1, "（一）责任不实。", page=2),
        Block(2, "二、其他问题", page=3),
    )
    assert said(document) == [RECOGNISED.format(2)]


def test_blank_pages_are_not_looked_at_and_are_named():
    document = pdf.read(File(made(DRAWN, b"")), lambda: look)

    assert said(document) == [RECOGNISED.format(1), UNREAD.format(2)]


def test_no_more_pages_are_looked_at_than_were_asked_for():
    document = pdf.read(File(made(*[DRAWN] * 5), scans=2), lambda: look)

    assert [block.page for block in document.blocks] == [1, 2]
    assert said(document) == [RECOGNISED.format("1–2"), UNREAD.format("3–5")]


def test_a_file_in_which_nothing_is_seen_is_refused():
    with pytest.raises(Unreadable, match="这个 PDF 里只有图片，没有文字"):
        pdf.read(File(made(DRAWN)), lambda: lambda picture: ())


def test_a_page_is_drawn_with_its_longer_side_at_1600_pixels():
    picture = pictured(made(DRAWN), 1)
    width, height = struct.unpack("<ii", picture.data[18:26])
    row = (3 * width + 3) // 4 * 4
    corners = {place: picture.data[54 + place[1] * row + place[0] * 3] for place in ((1, 1), (1, 1598), (1100, 1598))}

    assert (width, height, round(picture.scale, 2), len(picture.data)) == (1131, -1600, 1.9, 54 + row * 1600)
    assert corners == {(1, 1): 255, (1, 1598): 0, (1100, 1598): 255}


def test_a_page_with_an_image_too_large_to_unpack_is_left_out():
    huge = b"q 500 0 0 700 0 0 cm BI /W 60000 /H 60000 /BPC 8 /CS /RGB /F /A85 ID ~> EI Q\n"

    assert pictured(made(huge), 1) is None
    assert pictured(b"%PDF-1.4 broken", 1) is None

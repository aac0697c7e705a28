"""What does a photograph or a scan say (.jpg, .png)? Its lines are recognised, its size is known before."""

from collections.abc import Callable

from bihuan.reading.blocks import Document, Unreadable
from bihuan.reading.formats.containers import File, damaged
from bihuan.reading.formats.ocr import Look, no_recogniser, recogniser
from bihuan.reading.formats.scan import recognised, seen_pieces
from bihuan.say import say

TITLE = say("图片")
SUFFIXES = (".jpg", ".png", ".jpeg")

PIXELS = 50_000_000
"""A good telephone makes 50 million; unpacked that is 150 MB."""
_JPEG, _PNG = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
_NO_FRAME = (0xC4, 0xC8, 0xCC)
"""Segments of a JPEG numbered like a frame header that are none (ITU T.81, table B.1)."""


def recognises(file: File) -> bool:
    return file.data.startswith((_JPEG, _PNG))


def read(file: File, who: Callable[[], Look | None] = recogniser) -> Document:
    """The paragraphs of the picture, as one page."""
    width, height = _png_size(file.data) if file.data.startswith(_PNG) else _jpeg_size(file.data)
    if not width or not height:
        raise damaged()
    if width * height > PIXELS:
        raise Unreadable(say("图片超过 {limit} 万像素，请缩小后再上传。", limit=PIXELS // 10_000))
    look = who()
    if look is None:
        raise no_recogniser()
    seen = look(file.data)
    return recognised(seen_pieces(1, seen), {1: seen})


def _png_size(data: bytes) -> tuple[int, int]:
    """The header comes first, always (ISO/IEC 15948, 11.2.2)."""
    if data[12:16] != b"IHDR" or len(data) < 24:
        return 0, 0
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")


def _jpeg_size(data: bytes) -> tuple[int, int]:
    """Of the largest frame, for segments are walked up to the first scan and a file may carry more than one header."""
    place, size = 2, (0, 0)
    while place + 9 <= len(data) and data[place] == 0xFF:
        mark = data[place + 1]
        if mark == 0xDA:
            break
        if mark == 0xFF or mark == 0x01 or 0xD0 <= mark <= 0xD8:
            place += 1 if mark == 0xFF else 2
            continue
        if 0xC0 <= mark <= 0xCF and mark not in _NO_FRAME:
            height, width = (int.from_bytes(data[at : at + 2], "big") for at in (place + 5, place + 7))
            size = max(size, (width, height), key=lambda each: each[0] * each[1])
        place += 2 + max(2, int.from_bytes(data[place + 2 : place + 4], "big"))
    return size

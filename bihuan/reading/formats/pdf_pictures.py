"""What does a PDF page without letters look like? Drawn as a bitmap of a size that is known before it is drawn."""

import struct
import threading
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from bihuan.reading.formats.ocr import SIDE

LOCK = threading.Lock()
"""PDFium serves one thread at a time."""
_LARGEST_SCALE = 300 / 72
_IMAGE_PIXELS = 100_000_000
"""A page at 600 dots an inch has 35 million; an image beyond this is not unpacked."""


class Picture(NamedTuple):
    """A BMP file, and how many of its pixels are one point of the page."""

    data: bytes
    scale: float


def pictured(data: bytes, number: int) -> Picture | None:
    """The page of this number, from 1; nothing when it is blank, too large or cannot be drawn."""
    with LOCK:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError:
            return None
        try:
            return _drawn(document[number - 1])
        except (pypdfium2.PdfiumError, ValueError):
            return None
        finally:
            document.close()


def _drawn(page: pypdfium2.PdfPage) -> Picture | None:
    objects = list(page.get_objects())
    images = [each for each in objects if isinstance(each, pypdfium2.PdfImage)]
    sizes = [each.get_px_size() for each in images]
    if not objects or any(width * height > _IMAGE_PIXELS for width, height in sizes):
        return None
    scale = min(_LARGEST_SCALE, SIDE / max(page.get_width(), page.get_height(), 1.0))
    bitmap = page.render(scale=scale, force_bitmap_format=raw.FPDFBitmap_BGR)
    return Picture(_bmp(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride), scale)


def _bmp(pixels: bytes, width: int, height: int, stride: int) -> bytes:
    """24 bits a pixel, rows filled up to four bytes; a negative height says that the uppermost row comes first."""
    row = (3 * width + 3) // 4 * 4
    rows = b"".join(pixels[at : at + 3 * width].ljust(row, b"\0") for at in range(0, stride * height, stride))
    size = len(rows)
    head = struct.pack("<2sIIIIiiHHIIiiII", b"BM", 54 + size, 0, 54, 40, width, -height, 1, 24, 0, size, 0, 0, 0, 0)
    return head + rows

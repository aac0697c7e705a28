"""What does a PDF with text say? PDFium tells which letter stands where; lines and paragraphs are made from that.

A scanned page has no letters: it is looked at where the recogniser is installed, else it is named.
"""

import ctypes
from collections.abc import Callable, Iterator

import pypdfium2
from pypdfium2 import raw

from bihuan.reading.blocks import Document, Unreadable
from bihuan.reading.formats.containers import File, damaged, encrypted
from bihuan.reading.formats.layout import Piece
from bihuan.reading.formats.ocr import Look, Seen, no_recogniser, recogniser
from bihuan.reading.formats.pdf_pictures import LOCK, pictured
from bihuan.reading.formats.scan import recognised, seen_pieces
from bihuan.reading.places import stretches
from bihuan.say import Say, say

TITLE = say("PDF 文件")
SUFFIXES = (".pdf",)

PAGE_LIMIT = 2000
_LETTER_LIMIT = 3_000_000
_MAGIC_WITHIN = 1024
"""The mark of a PDF may stand behind a few bytes of something else."""
_UNSEEN = {0xFFFE, 0xFFFF, 0xFFFD, 0xAD, 0x2}


def recognises(file: File) -> bool:
    return b"%PDF-" in file.data[:_MAGIC_WITHIN]


def read(file: File, who: Callable[[], Look | None] = recogniser) -> Document:
    """The paragraphs of all pages; page numbers and running heads are told apart."""
    with LOCK:
        pieces, empty = _pieces(file.data)
    look = who() if empty else None
    if look is None and not pieces:
        raise no_recogniser()
    sights: dict[int, tuple[Seen, ...]] = {}
    for number, seen, scale in _looked(file, empty, look) if look else ():
        sights[number] = seen
        pieces += seen_pieces(number, seen, scale)
    if not pieces:
        raise Unreadable(say("这个 PDF 里只有图片，没有文字，可能是扫描件；请提供文字版或 .docx 原件。"))
    document = recognised(pieces, sights)
    return Document(document.blocks, document.warnings + _warnings([each for each in empty if not sights.get(each)]))


def _looked(file: File, empty: list[int], look: Look) -> Iterator[tuple[int, tuple[Seen, ...], float]]:
    """What is seen on the first of the pages without letters, and how many pixels are one point there."""
    for number in empty[: file.scans]:
        if picture := pictured(file.data, number):
            yield number, look(picture.data), picture.scale


def _warnings(empty: list[int]) -> tuple[Say, ...]:
    if not empty:
        return ()
    pages = stretches((number, number) for number in empty)
    return (say("第 {pages} 页没有文字，可能是扫描的图片，没有读入，请核对。", pages=pages),)


def _pieces(data: bytes) -> tuple[list[Piece], list[int]]:
    """All lines, and the pages that have none."""
    pieces: list[Piece] = []
    empty: list[int] = []
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        raise (encrypted() if "password" in str(fault).lower() else damaged()) from fault
    try:
        if len(document) > PAGE_LIMIT:
            raise Unreadable(say("PDF 超过 {limit} 页，请拆分后再上传。", limit=PAGE_LIMIT))
        letters = 0
        for number in range(1, len(document) + 1):
            found = list(_page(document, number))
            letters += sum(len(piece.text) for piece in found)
            if letters > _LETTER_LIMIT:
                raise Unreadable(say("文件内容过多，无法一次读入；请拆成几份再上传。"))
            pieces += found
            empty += [] if found else [number]
    finally:
        document.close()
    return pieces, empty


def _page(document: pypdfium2.PdfDocument, number: int) -> Iterator[Piece]:
    """The lines of one page; a page that PDFium cannot open counts as one without letters."""
    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError:
        return
    height = page.get_height()
    letters = page.get_textpage()
    codes = [raw.FPDFText_GetUnicode(letters, index) for index in range(letters.count_chars())]
    start = 0
    for end, code in enumerate([*codes, 10]):
        if code in (10, 13):
            yield from _line(letters, codes, start, end, number, height)
            start = end + 1
    letters.close()
    page.close()


def _line(
    letters: pypdfium2.PdfTextPage, codes: list[int], start: int, end: int, number: int, height: float
) -> Iterator[Piece]:
    """A stretch of letters that PDFium holds to be one line, with the box from its first to its last letter."""
    seen = [index for index in range(start, end) if codes[index] > 32 and codes[index] not in _UNSEEN]
    if not seen:
        return
    text = "".join(chr(codes[index]) for index in range(seen[0], seen[-1] + 1) if codes[index] not in _UNSEEN)
    first, last = _box(letters, seen[0]), _box(letters, seen[-1])
    size = float(raw.FPDFText_GetFontSize(letters, seen[0]))
    tall = first[3] - first[1]
    size = size if 0.5 * tall <= size <= 4 * tall else max(tall, 1.0)
    yield Piece(number, text, first[0], height - first[1] - size, last[2], height - first[1], size)


def _box(letters: pypdfium2.PdfTextPage, index: int) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of a letter, as the font sets it and not as it is drawn."""
    box = raw.FS_RECTF()
    if not raw.FPDFText_GetLooseCharBox(letters, index, ctypes.byref(box)):
        return 0.0, 0.0, 0.0, 0.0
    return box.left, box.bottom, box.right, box.top

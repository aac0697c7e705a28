"""Which lines of a page were recognised in its picture, where do they stand, and how sure is that?

What a recogniser sees is tilted and uneven; straightened, it is the same pieces that a PDF with letters gives.
"""

import math
import re
import statistics
from collections.abc import Mapping, Sequence

from bihuan.reading.blocks import Document
from bihuan.reading.formats.layout import Piece, blocks
from bihuan.reading.formats.ocr import Point, Seen
from bihuan.reading.places import listed, stretches
from bihuan.say import Say, say

_TAKEN, _SURE = 0.5, 0.9
"""Below the first it is no word but a stain or a seal; below the second a person has to look."""
_EVEN = (0.7, 1.25)
"""Heights this near to the usual one are the same letter size."""
_LEAST_TILT, _MOST_TILT = 0.002, 0.35
_COLUMN_LINES = 5
_GUTTERS = (0.5, 0.47, 0.53, 0.44, 0.56, 0.4, 0.6)
"""Where two columns may part, as shares of the width."""
_OPENING, _CLOSING = "“", "”"
Sights = Mapping[int, Sequence[Seen]]
"""What was seen on each page, by its number."""


def seen_pieces(page: int, seen: Sequence[Seen], scale: float = 1.0) -> list[Piece]:
    """The lines as pieces for the layout; `scale` tells how many pixels are one unit of the other pages."""
    taken = [each for each in seen if each.sure >= _TAKEN and each.text.strip()]
    if not taken:
        return []
    tilt = _tilt(taken)
    placed = _evened([_piece(page, each, tilt, scale) for each in taken])
    return _in_columns([_without_doubled(piece, placed) for piece in placed])


def _tilt(seen: Sequence[Seen]) -> float:
    """The angle of the page, from its longer lines."""
    edges = [(each.corners[0], each.corners[1]) for each in seen if len(each.text) > 5]
    tilt = statistics.median(math.atan2(b[1] - a[1], b[0] - a[0]) for a, b in edges) if edges else 0.0
    return tilt if _LEAST_TILT < abs(tilt) < _MOST_TILT else 0.0


def _piece(page: int, seen: Seen, tilt: float, scale: float) -> Piece:
    a, b, c, d = (_turned(corner, -tilt) for corner in seen.corners)
    left, right = (a[0] + d[0]) / 2 / scale, (b[0] + c[0]) / 2 / scale
    top, bottom = (a[1] + b[1]) / 2 / scale, (c[1] + d[1]) / 2 / scale
    return Piece(page, seen.text.strip(), left, top, right, bottom, max(bottom - top, 1.0))


def _turned(point: Point, angle: float) -> Point:
    x, y = point
    return x * math.cos(angle) - y * math.sin(angle), x * math.sin(angle) + y * math.cos(angle)


def _evened(pieces: Sequence[Piece]) -> list[Piece]:
    """The height of a line depends on its letters; those near the usual height get it."""
    usual = statistics.median(piece.size for piece in pieces)
    return [piece._replace(size=usual) if _EVEN[0] < piece.size / usual < _EVEN[1] else piece for piece in pieces]


def _without_doubled(piece: Piece, placed: Sequence[Piece]) -> Piece:
    """Where a line was seen in two parts that overlap, the letter in the overlap stands in both."""
    for other in placed:
        near = abs(other.top + other.bottom - piece.top - piece.bottom) < 0.8 * min(other.size, piece.size)
        if near and other.left < piece.left < other.right < piece.right and other.text[-1] == piece.text[0]:
            return piece._replace(text=piece.text[1:])
    return piece


def _in_columns(pieces: list[Piece]) -> list[Piece]:
    """Of two columns the right one is put below the left; what goes across stays above or comes after both."""
    left, right = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
    for share in _GUTTERS:
        gutter = left + share * (right - left)
        first = [piece for piece in pieces if piece.right <= gutter]
        second = [piece for piece in pieces if piece.left >= gutter]
        across = [piece for piece in pieces if piece.left < gutter < piece.right]
        if len(across) <= 1 + len(pieces) // 10 and _fills(first, left, gutter) and _fills(second, gutter, right):
            return _stacked(first, second, across)
    return pieces


def _fills(column: Sequence[Piece], left: float, right: float) -> bool:
    if len(column) < _COLUMN_LINES:
        return False
    return statistics.median(piece.right - piece.left for piece in column) > 0.7 * (right - left)


def _stacked(first: Sequence[Piece], second: Sequence[Piece], across: Sequence[Piece]) -> list[Piece]:
    top = min(piece.top for piece in (*first, *second))
    height = max(piece.bottom for piece in (*first, *second)) - top + first[0].size
    aside = min(piece.left for piece in second) - min(piece.left for piece in first)
    above = [piece for piece in across if piece.top < top]
    below = [_moved(piece, 0.0, 2 * height) for piece in across if piece.top >= top]
    return [*above, *first, *(_moved(piece, -aside, height) for piece in second), *below]


def _moved(piece: Piece, across: float, down: float) -> Piece:
    left, right = piece.left + across, piece.right + across
    return piece._replace(left=left, right=right, top=piece.top + down, bottom=piece.bottom + down)


def recognised(pieces: Sequence[Piece], sights: Sights) -> Document:
    """The paragraphs of all pieces; on pages that were looked at, straight quotation marks become a pair again."""
    found = tuple(
        block._replace(text=_paired(block.text)) if block.page in sights else block for block in blocks(pieces)
    )
    return Document(found, warnings(sights))


def _paired(text: str) -> str:
    """A recogniser gives many a “ or ” as a straight mark."""
    opened = False
    marks: list[str] = []
    for letter in re.split(f'(["{_OPENING}{_CLOSING}])', text):
        if letter == '"':
            letter = _CLOSING if opened else _OPENING
        opened = letter == _OPENING or (opened and letter != _CLOSING)
        marks.append(letter)
    return "".join(marks)


def warnings(sights: Sights) -> tuple[Say, ...]:
    """That the words were recognised, which are doubtful, and how many could not be made out."""
    pages = [number for number, seen in sights.items() if any(each.sure >= _TAKEN for each in seen)]
    if not pages:
        return ()
    doubtful = [each.text for seen in sights.values() for each in seen if _TAKEN <= each.sure < _SURE]
    unread = {number: sum(each.sure < _TAKEN for each in seen) for number, seen in sights.items()}
    named = stretches((number, number) for number in pages)
    said = [say("第 {pages} 页的文字是从图片中识别的，可能有错漏，请对照原件核对。", pages=named)]
    if doubtful:
        lines = listed([f"“{text}”" for text in doubtful])
        said.append(say("有 {count} 行识别把握不大，请逐字核对：{lines}。", count=len(doubtful), lines=lines))
    if any(unread.values()):
        where = stretches((number, number) for number, count in unread.items() if count)
        said.append(
            say("第 {pages} 页有 {count} 处看不清，没有读入，请对照原件补录。", pages=where, count=sum(unread.values()))
        )
    return tuple(said)

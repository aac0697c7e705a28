"""Which pieces of text on a page make a line, and which lines make a paragraph? For formats that only place letters.

A page of the official form is set to a full width, with the first line of a paragraph moved in by two letters;
so a line that ends early, or one that is moved in, is where paragraphs part.
"""

import re
import statistics
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import NamedTuple

from bihuan.reading.blocks import Block, Kind

_PAGE_NUMBER = re.compile(r"[-—–·\s]*(?:第\s*)?\d{1,4}\s*(?:页)?(?:\s*[/／,，]?\s*共?\s*\d{1,4}\s*页?)?[-—–·\s]*")
_NUMBERED = re.compile(
    r"\s*(?:[一二三四五六七八九十百]{1,4}、|[（(]\s*(?:[一二三四五六七八九十百]{1,4}|\d{1,3})\s*[)）]"
    r"|\d{1,3}[.．、](?!\d)|\d{1,2}(?:[.．]\d{1,2}){1,2}(?=[\u4e00-\u9fff“])(?![年月日万亿千百元米公里吨倍个])"
    r"|[①-⑳]|第[一二三四五六七八九十百]{1,4}[章节条])"
)
_SAME_LINE = 0.45
"""How far the middle of two pieces of one line may lie apart, as a share of the letter size."""


class Piece(NamedTuple):
    """Text at a place: the page from 1, the edges in one unit, growing to the right and downwards."""

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float


@dataclass(frozen=True)
class _Frame:
    """The usual width and letter size of the body text."""

    left: float
    right: float
    size: float
    pitch: float


def blocks(pieces: Iterable[Piece]) -> tuple[Block, ...]:
    """Paragraphs in reading order; page numbers and running heads are told apart, the latter come once."""
    lines = _lines(pieces)
    running = _running(lines)
    body = [line for line in lines if line not in running]
    found: list[Block] = []
    heads: set[str] = set()
    for line, kind in ((line, running[line]) for line in lines if line in running):
        if line.text not in heads:
            heads.add(line.text)
            found.append(Block(len(found), line.text, kind, page=line.page))
    for paragraph in _paragraphs(body):
        text = _joined([line.text for line in paragraph])
        found.append(Block(len(found), text, page=paragraph[0].page))
    return tuple(found)


def _lines(pieces: Iterable[Piece]) -> list[Piece]:
    """Pieces side by side, joined from left to right; page by page, downwards."""
    placed = sorted((piece for piece in pieces if piece.text.strip()), key=lambda p: (p.page, _middle(p)))
    lines: list[list[Piece]] = []
    for piece in placed:
        last = lines[-1][0] if lines else None
        near = last is not None and last.page == piece.page
        if last is not None and near and abs(_middle(piece) - _middle(last)) <= _SAME_LINE * min(piece.size, last.size):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [_line(sorted(line, key=lambda p: p.left)) for line in lines]


def _middle(piece: Piece) -> float:
    return (piece.top + piece.bottom) / 2


def _line(pieces: Sequence[Piece]) -> Piece:
    text, right = "", pieces[0].right
    for piece in pieces:
        text += (" " if text and piece.left - right > 0.6 * piece.size else "") + piece.text
        right = max(right, piece.right)
    first = pieces[0]
    top, bottom = min(p.top for p in pieces), max(p.bottom for p in pieces)
    return Piece(first.page, text.strip(), first.left, top, right, bottom, max(p.size for p in pieces))


def _running(lines: Sequence[Piece]) -> dict[Piece, Kind]:
    """Page numbers, and what stands at the head or foot of most pages."""
    edges: list[tuple[Piece, Kind]] = []
    pages = 0
    for _, page in groupby(lines, key=lambda line: line.page):
        placed = list(page)
        pages += 1
        edges += [(placed[0], "header"), (placed[-1], "footer")] if len(placed) > 1 else []
    counts = Counter((kind, re.sub(r"\d+", "", line.text)) for line, kind in edges)
    often = max(3, pages // 2)
    return {
        line: kind
        for line, kind in edges
        if _PAGE_NUMBER.fullmatch(line.text) or counts[kind, re.sub(r"\d+", "", line.text)] >= often
    }


def _paragraphs(lines: Sequence[Piece]) -> Iterator[list[Piece]]:
    if not lines:
        return
    frame = _frame(lines)
    paragraph = [lines[0]]
    for line in lines[1:]:
        if _parts(paragraph, line, frame):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    yield paragraph


def _frame(lines: Sequence[Piece]) -> _Frame:
    size = statistics.median(line.size for line in lines)
    edges = Counter(round(line.left / size) for line in lines if len(line.text) > 12) or Counter([0])
    usual = edges.most_common(1)[0][0]
    left = min((line.left for line in lines if abs(line.left / size - usual) <= 0.6), default=0.0)
    rights = sorted(line.right for line in lines)
    gaps = [b.top - a.top for a, b in pairwise(lines) if a.page == b.page and b.top > a.top]
    return _Frame(left, rights[len(rights) * 9 // 10], size, statistics.median(gaps or [size]))


def _parts(paragraph: Sequence[Piece], line: Piece, frame: _Frame) -> bool:
    """Whether this line begins a new paragraph."""
    last = paragraph[-1]
    if abs(line.size - last.size) > 0.15 * last.size:
        return True
    if last.size > 1.15 * frame.size and line.page == last.page:
        return line.top - last.bottom > last.size  # a title over several lines, each centred
    if line.left - frame.left > 1.2 * frame.size or _NUMBERED.match(line.text):
        return True
    if last.right < frame.right - 1.6 * frame.size:
        return True
    return line.page == last.page and line.top - last.top > 1.8 * frame.pitch


def _joined(texts: Sequence[str]) -> str:
    """Lines run together; between two Latin words there was a blank."""
    text = texts[0]
    for following in texts[1:]:
        blank = text[-1:].isascii() and text[-1:].isalpha() and following[:1].isascii() and following[:1].isalpha()
        text += (" " if blank else "") + following
    return text

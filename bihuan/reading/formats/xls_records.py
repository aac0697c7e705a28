"""How is an old Excel workbook stored? A stream of records (MS-XLS, BIFF8), read here one by one.

Nothing is reserved for what a count claims: strings and cells are taken for as long as there are bytes.
"""

import struct
from collections.abc import Iterator
from typing import NamedTuple

from bihuan.reading.formats.containers import damaged

BOF, EOF, CONTINUE = 0x0809, 0x000A, 0x003C


class Record(NamedTuple):
    """One record: its kind and its bytes."""

    kind: int
    body: bytes


def records(stream: bytes, start: int = 0) -> Iterator[Record]:
    """The records from `start` up to the end of that part of the stream; charts inside are passed over."""
    place, depth = start, 0
    while place + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, place)
        body = stream[place + 4 : place + 4 + length]
        place += 4 + length
        if kind == BOF:
            depth += 1
        elif kind == EOF:
            depth -= 1
            if depth <= 0:
                return
        if depth <= 1:
            yield Record(kind, body)


def text(body: bytes, place: int, wide_count: bool = True) -> str:
    """A string that stands in one record: its length in one byte or two, a flag for wide letters, the letters."""
    size = 2 if wide_count else 1
    if len(body) < place + size + 1:
        raise damaged()
    count = int.from_bytes(body[place : place + size], "little")
    flags = body[place + size]
    first = place + size + 1 + (2 if flags & 8 else 0) + (4 if flags & 4 else 0)
    return _letters(body[first : first + count * (1 + (flags & 1))], flags)


def _letters(content: bytes, flags: int) -> str:
    return content.decode("utf-16-le" if flags & 1 else "latin-1", errors="replace")


class SharedStrings:
    """The table of texts that the cells point into, over as many records as it takes."""

    def __init__(self, segments: list[bytes]) -> None:
        self._segments = segments
        self._segment, self._place = 0, 8

    def read(self) -> list[str]:
        found: list[str] = []
        count = int.from_bytes(self._segments[0][4:8], "little")
        while len(found) < count and self._ready():
            found.append(self._string())
        return found

    def _ready(self) -> bool:
        """Whether there is another string, moving on to the record it begins in."""
        while self._segment < len(self._segments) and self._place >= len(self._segments[self._segment]):
            self._segment, self._place = self._segment + 1, 0
        return self._segment < len(self._segments)

    def _string(self) -> str:
        head = self._take(3)
        count, flags = struct.unpack("<HB", head)
        runs = int.from_bytes(self._take(2), "little") if flags & 8 else 0
        extra = int.from_bytes(self._take(4), "little") if flags & 4 else 0
        pieces = []
        while count:
            here = self._segments[self._segment][self._place :] if self._ready() else b""
            width = 1 + (flags & 1)
            letters = min(count, len(here) // width)
            pieces.append(_letters(here[: letters * width], flags))
            self._place += letters * width
            count -= letters
            if count:
                flags = self._next_flags()
        self._skip(runs * 4 + extra)
        return "".join(pieces)

    def _next_flags(self) -> int:
        """A text that goes on in the next record says again there how wide its letters are."""
        self._segment, self._place = self._segment + 1, 1
        if self._segment >= len(self._segments) or not self._segments[self._segment]:
            raise damaged()
        return self._segments[self._segment][0]

    def _take(self, size: int) -> bytes:
        taken = self._segments[self._segment][self._place : self._place + size] if self._ready() else b""
        if len(taken) < size:
            raise damaged()
        self._place += size
        return taken

    def _skip(self, size: int) -> None:
        while size and self._ready():
            step = min(size, len(self._segments[self._segment]) - self._place)
            self._place += step
            size -= step

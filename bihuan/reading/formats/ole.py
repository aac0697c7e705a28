"""Which streams does an OLE file hold (MS-CFB)? The container of .xls and .doc: a small file system of sectors.

Each chain of sectors is followed no further than there are sectors, so that no loop in it can hold the reader.
"""

import struct

from bihuan.reading.formats.containers import damaged

_LAST = 0xFFFFFFFA
"""Sector numbers from here on are signs: free, end of chain, and so on."""
_ENTRY = 128
_STREAM, _ROOT = 2, 5
_FAT_IN_HEADER = 109


class Streams:
    """The streams of one file by their name."""

    def __init__(self, data: bytes) -> None:
        try:
            self._open(data)
        except (struct.error, IndexError, ValueError) as fault:
            raise damaged() from fault

    def _open(self, data: bytes) -> None:
        shift, mini_shift = struct.unpack_from("<HH", data, 30)
        if shift not in (9, 12) or mini_shift != 6:
            raise damaged()
        self._data, self._size, self._mini_size = data, 1 << shift, 1 << mini_shift
        directory, _, self._cutoff, mini_fat, _, extra, extra_count = struct.unpack_from("<7I", data, 48)
        self._fat = self._numbers(self._fat_sectors(extra, extra_count))
        self._mini_fat = self._numbers(_chain(mini_fat, self._fat))
        entries = self._joined(_chain(directory, self._fat))
        self._entries: dict[str, tuple[int, int]] = {}
        self._mini = b""
        for place in range(0, len(entries) - _ENTRY + 1, _ENTRY):
            self._entry(entries[place : place + _ENTRY])

    def _entry(self, entry: bytes) -> None:
        length, kind = struct.unpack_from("<HB", entry, 64)
        start, size = struct.unpack_from("<II", entry, 116)
        if kind == _ROOT:
            self._mini = self._joined(_chain(start, self._fat))[:size]
        elif kind == _STREAM and 2 <= length <= 64:
            name = entry[: length - 2].decode("utf-16-le", errors="replace")
            self._entries.setdefault(name.lower(), (start, size))

    def read(self, name: str) -> bytes | None:
        """The bytes of a stream, or nothing when there is none of this name."""
        if name.lower() not in self._entries:
            return None
        start, size = self._entries[name.lower()]
        if size >= self._cutoff:
            return self._joined(_chain(start, self._fat))[:size]
        places = (number * self._mini_size for number in _chain(start, self._mini_fat))
        return b"".join(self._mini[place : place + self._mini_size] for place in places)[:size]

    def _fat_sectors(self, extra: int, extra_count: int) -> list[int]:
        """Where the sector table itself stands: the first part in the header, the rest in sectors of its own."""
        found = list(struct.unpack_from(f"<{_FAT_IN_HEADER}I", self._data, 76))
        for _ in range(min(extra_count, len(self._data) // self._size)):
            if extra >= _LAST:
                break
            *more, extra = self._numbers([extra])
            found += more
        return [sector for sector in found if sector < _LAST]

    def _numbers(self, sectors: list[int]) -> tuple[int, ...]:
        content = self._joined(sectors)
        return struct.unpack(f"<{len(content) // 4}I", content[: len(content) // 4 * 4])

    def _joined(self, sectors: list[int]) -> bytes:
        if len(sectors) * self._size > len(self._data) + self._size:
            raise damaged()
        return b"".join(self._data[(sector + 1) * self._size : (sector + 2) * self._size] for sector in sectors)


def _chain(start: int, table: tuple[int, ...]) -> list[int]:
    """The sectors from `start` on, in order; one that leads in a circle is damage."""
    found: list[int] = []
    while start < _LAST:
        if start >= len(table) or len(found) > len(table):
            raise damaged()
        found.append(start)
        start = table[start]
    return found

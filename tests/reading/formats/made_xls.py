"""How does a test write an old Excel file? BIFF8 records in a stream of an OLE container, down to the byte."""

import struct

SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
GENERAL, DATE, PERCENT, MONTH = 0, 14, 9, 57
STYLES = (GENERAL, DATE, PERCENT, MONTH)


def record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def unicode(text: str, count: str = "<H") -> bytes:
    return struct.pack(count, len(text)) + b"\1" + text.encode("utf-16-le")


def bof(version: int = 0x0600) -> bytes:
    return record(0x0809, struct.pack("<HHHHII", version, 5, 0, 0, 0, 0))


def label(row: int, column: int, index: int) -> bytes:
    """A cell that shows a shared text."""
    return record(0x00FD, struct.pack("<HHHI", row, column, 0, index))


def number(row: int, column: int, value: float, style: int = 0) -> bytes:
    return record(0x0203, struct.pack("<HHHd", row, column, style, value))


def strings(*segments: bytes, count: int) -> bytes:
    """The table of shared texts, cut into records as given."""
    first, *more = segments
    head = record(0x00FC, struct.pack("<II", count, count) + first)
    return head + b"".join(record(0x003C, segment) for segment in more)


def stream(sheets: dict[str, bytes], shared: bytes = b"", hidden: tuple[str, ...] = (), extra: bytes = b"") -> bytes:
    """The whole workbook stream: what holds for all sheets, then the records of each one."""
    styles = b"".join(record(0x00E0, struct.pack("<HH", 0, style)) for style in STYLES)
    names = {name: unicode(name, "<B") for name in sheets}
    place = len(bof()) + len(extra) + len(styles) + len(shared) + 4
    place += sum(4 + 6 + len(name) for name in names.values())
    directory, bodies = b"", b""
    for name, records in sheets.items():
        directory += record(0x0085, struct.pack("<IBB", place + len(bodies), name in hidden, 0) + names[name])
        bodies += bof() + records + record(0x000A)
    return bof() + extra + styles + directory + shared + record(0x000A) + bodies


def ole(content: bytes, name: str = "Workbook") -> bytes:
    """An OLE container with this one stream, padded so that it stands in full sectors."""
    content = content.ljust(max(4096, -(-len(content) // SECTOR) * SECTOR), b"\0")
    sectors = len(content) // SECTOR
    fat = [FAT, END, *range(3, sectors + 2), END]
    fat_sector = struct.pack("<128I", *fat, *[FREE] * (128 - len(fat)))
    label_bytes = (name + "\0").encode("utf-16-le")
    directory = b"".join(
        entry.ljust(64, b"\0")
        + struct.pack("<HBB", len(entry), kind, 1)
        + b"\xff" * 12
        + bytes(36)
        + struct.pack("<III", start, size, 0)
        for entry, kind, start, size in (
            ("Root Entry\0".encode("utf-16-le"), 5, END, 0),
            (label_bytes, 2, 2, len(content)),
        )
    ).ljust(SECTOR, b"\0")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    header += bytes(10) + struct.pack("<8I", 1, 1, 0, 4096, END, 0, END, 0) + struct.pack("<109I", 0, *[FREE] * 108)
    return header + fat_sector + directory + content

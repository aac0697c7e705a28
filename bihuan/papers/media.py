"""What kind of file is it? Its first bytes say so; the ending of its name is believed only where they are silent."""

from pathlib import PurePath

UNKNOWN = "application/octet-stream"
OFFICE = "application/vnd.openxmlformats-officedocument."

STARTS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "application/pdf"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"{\\rtf", "application/rtf"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
)
MEMBERS: tuple[tuple[bytes, str], ...] = (
    (b"word/document", OFFICE + "wordprocessingml.document"),
    (b"xl/workbook", OFFICE + "spreadsheetml.sheet"),
    (b"ppt/presentation", OFFICE + "presentationml.presentation"),
    (b"OFD.xml", "application/ofd"),
    (b"application/vnd.oasis.opendocument.spreadsheet", "application/vnd.oasis.opendocument.spreadsheet"),
    (b"application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text"),
)
"""Names of members stand uncompressed in a zip, so one search through the bytes finds them and unpacks nothing."""
OLE_ENDINGS = {
    ".doc": "application/msword",
    ".wps": "application/msword",
    ".xls": "application/vnd.ms-excel",
    ".et": "application/vnd.ms-excel",
    ".ppt": "application/vnd.ms-powerpoint",
}


def media_type(data: bytes, name: str) -> str:
    """`media_type(b"%PDF-1.7 …", "scan.jpg")` is `application/pdf`."""
    ending = PurePath(name).suffix.lower()
    if data.startswith(b"PK\x03\x04"):
        return next((kind for member, kind in MEMBERS if member in data), "application/zip")
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return OLE_ENDINGS.get(ending, "application/x-ole-storage")
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    if data[4:8] == b"ftyp":
        return "image/heic" if data[8:12] in (b"heic", b"heix", b"mif1") else "video/mp4"
    if known := next((kind for start, kind in STARTS if data.startswith(start)), None):
        return known
    if _is_text(data[:4096]):
        return "text/csv" if ending == ".csv" else "text/plain"
    return UNKNOWN


def _is_text(start: bytes) -> bool:
    """UTF-16 has a mark; other text has no zero bytes and reads as UTF-8 or GB18030, but for a cut last sign."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    if b"\x00" in start:
        return False
    return any(_reads(start[: len(start) - cut], code) for code in ("utf-8", "gb18030") for cut in range(4))


def _reads(data: bytes, code: str) -> bool:
    try:
        data.decode(code)
    except UnicodeDecodeError:
        return False
    return True

"""Which files are so large that nobody should wait: by size, by blocks, and by what takes long."""

import zipfile
from io import BytesIO

import pytest

from bihuan.reading.weight import is_large

MEGABYTE = 1024 * 1024


def package(name: str, text: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, text)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"x" * (2 * MEGABYTE + 1),
        "一、问题\n".encode() * 1001,
        package("word/document.xml", b"<w:p><w:t>1</w:t></w:p>" * 1001),
        package("xl/worksheets/sheet1.xml", b'<c r="A1"><v>1</v></c>' * 1001),
        package("xl/sharedStrings.xml", b"<si>" * MEGABYTE),
        b"%PDF-1.7" + b"x" * MEGABYTE,
        b"\x89PNG" + b"x" * MEGABYTE,
    ],
)
def test_what_takes_long_is_large(data: bytes) -> None:
    assert is_large(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        "一、问题\n".encode() * 200,
        package("word/document.xml", b"<w:p><w:t>1</w:t></w:p>" * 300),
        package("word/media/image1.png", b"x" * 3 * MEGABYTE),
        b"%PDF-1.7",
        b"PK\x03\x04 cut short",
    ],
)
def test_an_ordinary_letter_or_a_broken_file_is_answered_at_once(data: bytes) -> None:
    assert not is_large(data)

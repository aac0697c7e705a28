"""Is this file so large that nobody should wait while it is read? Told from its bytes, without reading it.

More than 2 MB, or about a thousand blocks: lines of a text, paragraphs, cells. A scan takes long for its size.
"""

import zipfile
from io import BytesIO

from bihuan.reading.formats.containers import ZIP_MAGIC

MEGABYTE = 1024 * 1024
LARGE = 2 * MEGABYTE
BLOCKS = 1000
SLOW = {b"%PDF": MEGABYTE // 2, b"\xff\xd8\xff": MEGABYTE // 10, b"\x89PNG": MEGABYTE // 10}
"""What a file begins with → from which size on its kind takes long."""
TAGS = (b"<w:p ", b"<w:p>", b"<c ", b"<text:p", b"<ofd:TextObject")
"""What opens a block in the parts of a document."""


def is_large(data: bytes) -> bool:
    if len(data) > LARGE or any(data.startswith(magic) and len(data) > most for magic, most in SLOW.items()):
        return True
    return _is_large_package(data) if data.startswith(ZIP_MAGIC) else data.count(b"\n") > BLOCKS


def _is_large_package(data: bytes) -> bool:
    """A package that is broken is not large: it is refused at once."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            parts = [part for part in package.infolist() if part.filename.endswith(".xml")]
            if sum(part.file_size for part in parts) > LARGE:
                return True
            return sum(_blocks(package, part) for part in parts) > BLOCKS
    except (zipfile.BadZipFile, OSError, RuntimeError, ValueError, NotImplementedError, EOFError):
        return False


def _blocks(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> int:
    with package.open(part) as file:
        text = file.read(LARGE)
    return sum(text.count(tag) for tag in TAGS)

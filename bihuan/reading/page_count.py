"""How many pages has a file? Known of a PDF; a Word file says it only as it was last laid out, so it is not asked."""

import pypdfium2

from bihuan.reading.formats.containers import File
from bihuan.reading.formats.pdf import recognises
from bihuan.reading.formats.pdf_pictures import LOCK


def pages(data: bytes) -> int | None:
    """The count, or None where the file does not tell it."""
    if not recognises(File(data, "")):
        return None
    with LOCK:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError:
            return None
        try:
            return len(document) or None
        finally:
            document.close()

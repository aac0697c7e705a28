"""As which files can a paper be written? As its kind writes it; a Word file is also a PDF, and plain text."""

from typing import Any

from bihuan.dispatch.content import lines_of, text_of
from bihuan.dispatch.kinds import Kind
from bihuan.papers import office
from bihuan.reading.formats import read_blocks
from bihuan.writing.tables import Speak

OF_WORD = ("pdf", "txt")


def endings(kind: Kind) -> tuple[str, ...]:
    """`docx`, `pdf`, `txt`: what the name of a file may end with."""
    more = [ending for ending in OF_WORD if "docx" in kind.write and ending not in kind.write]
    return (*kind.write, *more)


def written_as(kind: Kind, values: Any, ending: str, *, speak: Speak = str) -> bytes:
    """The file. Raises NotPrinted where a PDF is wanted and LibreOffice is not there, or does not manage."""
    if ending in kind.write:
        return kind.write[ending](values, speak=speak)
    content = kind.write["docx"](values, speak=speak)
    return office.as_pdf(content) if ending == "pdf" else plain(content)


def plain(docx: bytes) -> bytes:
    """The Word file as text for a web page: a paragraph or a row a line."""
    lines = lines_of(read_blocks(docx, "paper.docx").blocks)
    return ("\n".join(map(text_of, lines)) + "\n").encode()

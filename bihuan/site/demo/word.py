"""How does a Word document come about quickly? One empty one is made by python-docx; the others are its copies.

Only the paragraphs of the body differ, so a copy is the same package with another `document.xml`.
"""

import io
import zipfile
from collections.abc import Iterable
from functools import cache
from xml.sax.saxutils import escape

MAIN = "word/document.xml"
MARK = "@@"


def document(title: str, body: Iterable[str]) -> bytes:
    """A title and paragraphs."""
    main, others = _empty()
    centred = f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{_run(title, bold=True)}</w:p>'
    paragraphs = "".join(f"<w:p>{_run(text)}</w:p>" for text in body)
    return _package({**others, MAIN: main.replace(f"<w:p>{MARK}</w:p>", centred + paragraphs).encode()})


def _run(text: str, *, bold: bool = False) -> str:
    look = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


@cache
def _empty() -> tuple[str, dict[str, bytes]]:
    """The main part of an empty document with the place of its paragraphs marked, and all other parts."""
    from docx import Document

    made = Document()
    made.add_paragraph(MARK)
    out = io.BytesIO()
    made.save(out)
    with zipfile.ZipFile(out) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    main = parts.pop(MAIN).decode()
    return main.replace(f"<w:p><w:r><w:t>{MARK}</w:t></w:r></w:p>", f"<w:p>{MARK}</w:p>"), parts


def _package(parts: dict[str, bytes]) -> bytes:
    """The parts as one file; the same parts give the same bytes, whenever they are packed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED, compresslevel=1)
    return out.getvalue()

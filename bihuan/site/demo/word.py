"""How does a Word document come about quickly? As the least that Word opens: one part, and two that say what it is."""

import io
import zipfile
from collections.abc import Iterable
from xml.sax.saxutils import escape

OFFICE = "http://schemas.openxmlformats.org/"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES = (
    f'{HEAD}<Types xmlns="{OFFICE}package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>'
)
LINKS = (
    f'{HEAD}<Relationships xmlns="{OFFICE}package/2006/relationships"><Relationship Id="rId1"'
    f' Type="{OFFICE}officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
CENTRED, INDENTED = '<w:jc w:val="center"/>', '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
HEADLINE, BODY = ("方正小标宋简体", 44), ("仿宋_GB2312", 32)
"""Font and size, in half points, as official documents have them (GB/T 9704)."""


def document(title: str, body: Iterable[str]) -> bytes:
    """A title and paragraphs. The same text gives the same bytes, whenever it is packed."""
    paragraphs = [_paragraph(title, CENTRED, *HEADLINE), *(_paragraph(text, INDENTED, *BODY) for text in body)]
    main = (
        f'{HEAD}<w:document xmlns:w="{OFFICE}wordprocessingml/2006/main"><w:body>{"".join(paragraphs)}'
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in (("[Content_Types].xml", TYPES), ("_rels/.rels", LINKS), ("word/document.xml", main)):
            package.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _paragraph(text: str, place: str, font: str, size: int) -> str:
    look = f'<w:rFonts w:eastAsia="{font}"/><w:sz w:val="{size}"/>'
    run = f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    return f"<w:p><w:pPr>{place}</w:pPr>{run}</w:p>"

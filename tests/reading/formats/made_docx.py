"""How does a test write a Word file, down to the XML that a helper library would not write?"""

import zipfile
from io import BytesIO

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATED = {
    "styles": "styles",
    "numbering": "numbering",
    "header": "header1",
    "footer": "footer1",
    "footnotes": "footnotes",
}
ROOTS = {"styles": "styles", "numbering": "numbering", "header": "hdr", "footer": "ftr", "footnotes": "footnotes"}


def packed(parts: dict[str, str | bytes]) -> bytes:
    """A zip of these members."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return content.getvalue()


def related(lines: dict[str, tuple[str, str]]) -> str:
    """A `.rels` part of (kind, target) by id."""
    inside = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>' for key, (kind, target) in lines.items()
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'
    )


def docx(body: str, more: dict[str, str | bytes] | None = None, **parts: str) -> bytes:
    """A Word file with this body; `styles=`, `numbering=`, `header=`, `footer=`, `footnotes=` are their contents."""
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": related({"r1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": related({kind: (kind, f"{RELATED[kind]}.xml") for kind in parts}),
    }
    for kind, content in parts.items():
        files[f"word/{RELATED[kind]}.xml"] = f"<w:{ROOTS[kind]} {NAMESPACES}>{content}</w:{ROOTS[kind]}>"
    return packed(files | (more or {}))


def p(text: str = "", properties: str = "", runs: str = "") -> str:
    """A paragraph; `properties` and `runs` are XML."""
    run = f"<w:r><w:t>{text}</w:t></w:r>" if text else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run}{runs}</w:p>"


def numbered(text: str, list_id: int, level: int = 0) -> str:
    """A paragraph with Word's automatic number."""
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def level(index: int, number_format: str, pattern: str, start: int = 1, more: str = "") -> str:
    """One level of a list."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>{more}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def tc(text: str, properties: str = "", content: str = "") -> str:
    """A table cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}{content}</w:tc>"


def table(*rows: str) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"

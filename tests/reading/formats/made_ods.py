"""How does a test write an OpenDocument spreadsheet?"""

from tests.reading.formats.made_docx import packed

NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text", "style")
)


def ods(tables: str, styles: str = "", manifest: str = "") -> bytes:
    """A spreadsheet with these `table:table` elements."""
    content = (
        f"<office:document-content {NAMESPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    mimetype = "application/vnd.oasis.opendocument.spreadsheet"
    return packed({"mimetype": mimetype, "content.xml": content, "META-INF/manifest.xml": f"<m>{manifest}</m>"})


def sheet(*rows: str, name: str = "台账", attributes: str = "", columns: str = "") -> str:
    return f'<table:table table:name="{name}" {attributes}>{columns}{"".join(rows)}</table:table>'


def row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def cell(*lines: str, attributes: str = "") -> str:
    inside = "".join(f"<text:p>{line}</text:p>" for line in lines)
    return f"<table:table-cell {attributes}>{inside}</table:table-cell>"

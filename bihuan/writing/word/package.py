"""How do the parts become a .docx? A zip in a fixed order with a fixed time: the same parts give the same bytes."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from bihuan.writing.cells import printable
from bihuan.writing.word.fonts import font_table
from bihuan.writing.word.lists import numbering
from bihuan.writing.word.sections import FOOTERS, footer
from bihuan.writing.word.styles import styles

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SCHEMAS = "http://schemas.openxmlformats.org"
MAIN = f"{SCHEMAS}/wordprocessingml/2006/main"
LINKS = f"{SCHEMAS}/officeDocument/2006/relationships"
NAMESPACE = f'xmlns:w="{MAIN}" xmlns:r="{LINKS}" xmlns:wp="{SCHEMAS}/drawingml/2006/wordprocessingDrawing"'
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
PARTS = ("styles", "numbering", "fontTable", "settings")
SETTINGS = (
    '<w:zoom w:percent="100"/><w:mirrorMargins/><w:evenAndOddHeaders/>'
    '<w:characterSpacingControl w:val="compressPunctuation"/>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
    'w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
)
"""Sides change on even pages, for paper printed on both sides and bound at the left."""


def packed(
    body: Iterable[str], *, lists: int, note: str, pictures: Sequence[bytes], title: str, moment: datetime | None
) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, text in _parts(lists, note, len(pictures), title, moment).items():
            archive.writestr(_entry(name), HEAD + text)
        with archive.open(_entry("word/document.xml"), "w") as part:
            part.write(f"{HEAD}<w:document {NAMESPACE}><w:body>".encode())
            for piece in body:
                part.write(piece.encode())
            part.write(b"</w:body></w:document>")
        for number, png in enumerate(pictures, 1):
            archive.writestr(_entry(f"word/media/picture{number}.png"), png)
    return out.getvalue()


def _entry(name: str) -> ZipInfo:
    """Of no time, and as if from the same system everywhere."""
    entry = ZipInfo(name)
    entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, 3, 0o600 << 16
    return entry


def _parts(lists: int, note: str, pictures: int, title: str, moment: datetime | None) -> Mapping[str, str]:
    feet = {f"word/{name}.xml": footer(name, note, NAMESPACE) for name in FOOTERS.values()}
    return {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _links(
            ("document", f"{LINKS}/officeDocument", "word/document.xml"),
            ("core", f"{SCHEMAS}/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": _core(title, moment),
        "word/_rels/document.xml.rels": _links(
            *((name, f"{LINKS}/{name}", f"{name}.xml") for name in PARTS),
            *((name, f"{LINKS}/footer", f"{name}.xml") for name in FOOTERS.values()),
            *((f"picture{each}", f"{LINKS}/image", f"media/picture{each}.png") for each in range(1, pictures + 1)),
        ),
        "word/styles.xml": styles(NAMESPACE),
        "word/numbering.xml": numbering(NAMESPACE, lists),
        "word/fontTable.xml": font_table(NAMESPACE),
        "word/settings.xml": f"<w:settings {NAMESPACE}>{SETTINGS}</w:settings>",
        **feet,
    }


def _types() -> str:
    kinds = {
        "/docProps/core.xml": CORE_TYPE,
        "/word/document.xml": f"{WORD_TYPE}.document.main+xml",
        **{f"/word/{name}.xml": f"{WORD_TYPE}.{name}+xml" for name in PARTS},
        **{f"/word/{name}.xml": f"{WORD_TYPE}.footer+xml" for name in FOOTERS.values()},
    }
    own = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    return (
        f'<Types xmlns="{SCHEMAS}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f"{own}</Types>"
    )


def _links(*links: tuple[str, str, str]) -> str:
    each = "".join(f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>' for key, kind, target in links)
    return f'<Relationships xmlns="{SCHEMAS}/package/2006/relationships">{each}</Relationships>'


def _core(title: str, moment: datetime | None) -> str:
    """What the file says of itself; its time is that of the record it shows, never that of its making."""
    when = ""
    if moment:
        stamp = f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
        when = "".join(
            f'<dcterms:{kind} xsi:type="dcterms:W3CDTF">{stamp}</dcterms:{kind}>' for kind in ("created", "modified")
        )
    return (
        f'<cp:coreProperties xmlns:cp="{SCHEMAS}/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(printable(title))}</dc:title>{when}</cp:coreProperties>"
    )

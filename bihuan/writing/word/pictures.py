"""How does a picture stand in the file? In a line of its own, as wide as is said, as high as its shape asks."""

from struct import unpack
from xml.sax.saxutils import quoteattr

from bihuan.writing.word.measures import EMU_PER_MM

PNG = b"\x89PNG\r\n\x1a\n"
GRAPHIC = "http://schemas.openxmlformats.org/drawingml/2006/main"
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"


def shape(png: bytes) -> tuple[int, int]:
    """Width and height in dots."""
    if not png.startswith(PNG):
        raise ValueError("only PNG pictures stand in a Word document")
    width, height = unpack(">II", png[16:24])
    return width, height


def picture(number: int, png: bytes, width_mm: float, about: str) -> str:
    """`number` is the picture's place in the document, from 1; `about` is read to those who do not see it."""
    wide, high = shape(png)
    across = round(width_mm * EMU_PER_MM)
    down = round(across * high / wide)
    extent, text = f'cx="{across}" cy="{down}"', quoteattr(about)
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:docPr id="{number}" name="picture{number}" descr={text}/>'
        f'<a:graphic xmlns:a="{GRAPHIC}"><a:graphicData uri="{PICTURE}"><pic:pic xmlns:pic="{PICTURE}">'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="picture{number}" descr={text}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="picture{number}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )

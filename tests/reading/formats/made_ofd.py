"""How does a test write an OFD file? Lines of text at places on pages, in millimetres."""

from tests.reading.formats.made_docx import packed

NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
SIZE = 5.6


def line(text: str, left: float, base: float, size: float = SIZE, more: str = "") -> str:
    """A text object whose letters stand `size` apart, with its base line at `base`."""
    return (
        f'<ofd:TextObject Boundary="{left} {base - size} {len(text) * size} {size * 1.2}" Size="{size}" {more}>'
        f'<ofd:TextCode X="0" Y="{size}" DeltaX="g {max(len(text) - 1, 1)} {size}">{text}</ofd:TextCode>'
        "</ofd:TextObject>"
    )


def ofd(*pages: str, template: str = "", entry: str = "") -> bytes:
    """A file of these pages, each the XML of its text objects."""
    listed = "".join(f'<ofd:Page ID="{number}" BaseLoc="Pages/{number}.xml"/>' for number in range(len(pages)))
    used = '<ofd:Template TemplateID="9"/>' if template else ""
    templates = '<ofd:CommonData><ofd:TemplatePage ID="9" BaseLoc="T.xml"/></ofd:CommonData>' if template else ""
    files: dict[str, str | bytes] = {
        "OFD.xml": (
            f"<ofd:OFD {NAMESPACE}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"
            f"{entry}</ofd:OFD>"
        ),
        "Doc_0/Document.xml": f"<ofd:Document {NAMESPACE}>{templates}<ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
        "Doc_0/T.xml": page(template),
    }
    return packed(files | {f"Doc_0/Pages/{number}.xml": page(text, used) for number, text in enumerate(pages)})


def page(objects: str, used: str = "") -> str:
    return f"<ofd:Page {NAMESPACE}>{used}<ofd:Content><ofd:Layer ID='1'>{objects}</ofd:Layer></ofd:Content></ofd:Page>"

"""How does a paragraph stand in the file? Its style, what differs from it, and its text as runs."""

from typing import Literal
from xml.sax.saxutils import escape

from bihuan.writing.cells import printable
from bihuan.writing.word.styles import INDENT

Align = Literal["left", "center", "right"]
TEXT = '<w:t xml:space="preserve">'
BREAK = f"</w:t><w:br/>{TEXT}"
TAB = f"</w:t><w:tab/>{TEXT}"


def written(text: str) -> str:
    """The text between `<w:t>` and `</w:t>`: escaped, its line ends and tabs as Word has them."""
    text = escape(printable(text))
    if "\n" in text:
        text = text.replace("\n", BREAK)
    return text.replace("\t", TAB) if "\t" in text else text


def run(text: str, properties: str = "") -> str:
    return f"<w:r>{properties}{TEXT}{written(text)}</w:t></w:r>" if text else ""


def paragraph(runs: str, style: str, *, keep: bool = False, new_page: bool = False, rest: str = "") -> str:
    """`rest`: more properties, in the order of the standard, from `numPr` on."""
    kept = "<w:keepNext/>" if keep else ""
    page = "<w:pageBreakBefore/>" if new_page else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{kept}{page}{rest}</w:pPr>{runs}</w:p>'


def aligned(align: Align, *, indent: bool) -> str:
    """What a body paragraph has that stands otherwise than in its style."""
    flush = "" if indent and align == "left" else '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
    return flush if align == "left" else f'{flush}<w:jc w:val="{align}"/>'


def counted(level: int, number: int) -> str:
    """Which list counts the paragraph; 0 is none, and takes the list's indent away, which is therefore said."""
    indent = "" if number else INDENT
    return f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="{number}"/></w:numPr>{indent}'

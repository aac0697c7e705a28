"""How does a stretch of pages of one orientation stand in the file, and what is at the foot of each page?

The page number of a right-hand page stands one letter from the right, of a left-hand page one letter from the left.
On a turned page it stays below the text, because Word turns the foot with the page.
"""

from math import ceil

from bihuan.writing.word.measures import (
    DASH_ABOVE,
    DASH_BELOW,
    PAGE_NUMBER,
    PITCH,
    SMALL,
    SMALL_LINE,
    SQUEEZE,
    Sheet,
    points,
    twips,
)
from bihuan.writing.word.paragraphs import paragraph, run
from bihuan.writing.word.tables import letter_widths

HEADER_ABOVE = 15
FOOTERS = {"default": "odd", "even": "even"}
"""Word's name for right-hand and for left-hand pages, and ours of their files."""


def section(sheet: Sheet, note: str = "") -> str:
    turned = ' w:orient="landscape"' if sheet.landscape else ""
    feet = "".join(f'<w:footerReference w:type="{kind}" r:id="{name}"/>' for kind, name in FOOTERS.items())
    return (
        f'<w:sectPr>{feet}<w:type w:val="nextPage"/><w:pgSz w:w="{sheet.width}" w:h="{sheet.height}"{turned}/>'
        f'<w:pgMar w:top="{sheet.top}" w:right="{sheet.right}" w:bottom="{sheet.bottom}" w:left="{sheet.left}" '
        f'w:header="{twips(HEADER_ABOVE)}" w:footer="{_foot_above(sheet, note)}" w:gutter="0"/>'
        f'<w:docGrid w:type="linesAndChars" w:linePitch="{PITCH}" w:charSpace="{SQUEEZE}"/></w:sectPr>'
    )


def footer(kind: str, note: str, namespace: str) -> str:
    side = "right" if kind == "odd" else "left"
    stands = f'<w:ind w:{side}Chars="100" w:{side}="{points(PAGE_NUMBER)}"/><w:jc w:val="{side}"/>'
    number = f'{run("— ")}<w:fldSimple w:instr="PAGE">{run("1")}</w:fldSimple>{run(" —")}'
    below = paragraph(run(note), "FooterNote") if note else ""
    return f"<w:ftr {namespace}>{paragraph(number, 'Footer', rest=stands)}{below}</w:ftr>"


def _foot_above(sheet: Sheet, note: str) -> int:
    """From the edge of the page to the lowest line, so that the dashes are 7 mm below the text, note or not."""
    lines = ceil(letter_widths(note) * points(SMALL) / sheet.text_width)
    number = twips(DASH_BELOW) + points(DASH_ABOVE)
    return max(sheet.bottom - number - lines * points(SMALL_LINE), twips(5))

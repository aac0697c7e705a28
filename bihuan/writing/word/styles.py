"""Which styles has an official paper? Those a person finds in Word's list: title, four levels of heading, body, table.

What a style says is not said again in a paragraph, so that a change of the style changes the whole paper.
"""

from bihuan.writing.word.fonts import FANGSONG, HEITI, KAITI, SONGTI, XIAOBIAOSONG, named
from bihuan.writing.word.measures import (
    BODY,
    CLOSER,
    NOTE_LINE,
    PAGE_NUMBER,
    PAGE_NUMBER_LINE,
    PITCH,
    SMALL,
    SMALL_LINE,
    TABLE,
    TABLE_LINE,
    TITLE,
    TITLE_LINE,
    points,
)

HEADINGS = (HEITI, KAITI, FANGSONG, FANGSONG)
"""一、 in 黑体, （一） in 楷体, 1. and （1） in 仿宋."""
HEADING_LIST = 1
"""The number of the list that the headings belong to."""
INDENT = f'<w:ind w:firstLineChars="200" w:firstLine="{points(2 * BODY)}"/>'
RED = "FF0000"
GREY = "595959"
CENTRED, FLUSH_LEFT = '<w:jc w:val="center"/>', '<w:jc w:val="left"/>'
AS_HIGH_AS_IT_IS = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
OFF_GRID = '<w:snapToGrid w:val="0"/>'
"""The page declares its grid of 22 × 28, and Word shows it; lines and letters keep to it by their own distances,
because LibreOffice gives a letter of 16 pt two squares of 15.79 pt."""


def line(size: float, *, below: float = 0) -> str:
    """Exactly so many points from line to line, and between paragraphs nothing but what is left free `below`."""
    return f'<w:spacing w:before="0" w:after="{points(below)}" w:line="{points(size)}" w:lineRule="exact"/>'


TITLED = f"<w:keepNext/>{line(TITLE_LINE, below=PITCH / 20)}{CENTRED}"
"""One line is left free below a title."""
NORMAL = (
    '<w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
    f'{OFF_GRID}{line(PITCH / 20)}<w:jc w:val="both"/>'
)


def lettering(font: str, size: float, *, colour: str = "") -> str:
    shade = f'<w:color w:val="{colour}"/>' if colour else ""
    half, closer = round(2 * size), CLOSER if size == BODY else 0
    sizes = f'<w:spacing w:val="{closer}"/><w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
    return f"<w:rPr>{named(font)}{OFF_GRID}{shade}{sizes}</w:rPr>"


def styles(namespace: str) -> str:
    parts = (
        _defaults(),
        _style("Normal", "Normal", NORMAL, lettering(FANGSONG, BODY), based=""),
        _style("Body", "公文正文", INDENT),
        _style("Title", "Title", TITLED, lettering(XIAOBIAOSONG, TITLE), then="Body"),
        _style(
            "Annex", "附件标志", f"<w:keepNext/>{line(PITCH / 20)}{FLUSH_LEFT}", lettering(HEITI, BODY), then="Title"
        ),
        *(_heading(level, font) for level, font in enumerate(HEADINGS, 1)),
        _style("Note", "表外说明", f"<w:keepNext/>{line(NOTE_LINE)}{FLUSH_LEFT}", lettering(FANGSONG, TABLE)),
        _style("Cell", "表格文字", line(TABLE_LINE) + FLUSH_LEFT, lettering(FANGSONG, TABLE)),
        _style("CellCentre", "表格居中", CENTRED, based="Cell"),
        _style("CellHead", "表头", CENTRED, lettering(HEITI, TABLE), based="Cell"),
        _style("Picture", "图片", AS_HIGH_AS_IT_IS + CENTRED),
        _style("Mark", "发文机关标志", CENTRED, lettering(XIAOBIAOSONG, TITLE, colour=RED)),
        _style("Thin", "分隔", line(1), lettering(SONGTI, 1)),
        _style("Footer", "footer", line(PAGE_NUMBER_LINE), lettering(SONGTI, PAGE_NUMBER)),
        _style("FooterNote", "页脚说明", line(SMALL_LINE) + CENTRED, lettering(SONGTI, SMALL, colour=GREY)),
        _grid(),
    )
    return f"<w:styles {namespace}>{''.join(parts)}</w:styles>"


def _defaults() -> str:
    language = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr>'
    fonts = lettering(FANGSONG, BODY).replace("</w:rPr>", language)
    return f"<w:docDefaults><w:rPrDefault>{fonts}</w:rPrDefault><w:pPrDefault/></w:docDefaults>"


def _style(key: str, name: str, paragraph: str, run: str = "", *, based: str = "Normal", then: str = "") -> str:
    default = "" if based else ' w:default="1"'
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    following = f'<w:next w:val="{then}"/>' if then else ""
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{key}"><w:name w:val="{name}"/>{base}{following}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr>{run}</w:style>"
    )


def _heading(level: int, font: str) -> str:
    numbered = f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="{HEADING_LIST}"/></w:numPr>'
    shape = f'<w:keepNext/>{numbered}{INDENT}<w:outlineLvl w:val="{level - 1}"/>'
    return _style(f"Heading{level}", f"heading {level}", shape, lettering(font, BODY), then="Body")


def _grid() -> str:
    """The table: a thin line around every cell."""
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = "".join(f'<w:{side} w:w="85" w:type="dxa"/>' for side in ("left", "right"))
    return (
        '<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{sides}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style>"
    )

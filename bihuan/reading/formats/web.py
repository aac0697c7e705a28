"""What does a web page say? Also the tables and letters that office systems hand out as pages named .xls or .doc."""

import re
from collections.abc import Iterator

from lxml import etree

from bihuan.reading.blocks import Block, Document
from bihuan.reading.formats.containers import File, damaged, too_much
from bihuan.reading.formats.encodings import decode
from bihuan.reading.formats.markup import MARK_LIMIT, Element, whole
from bihuan.say import Say, say

TITLE = say("网页")
SUFFIXES = (".html", ".htm")

_BEGINNING = 4096
_PAGE = re.compile(
    rb"\s*(?:<!--[^>]*>\s*|<\?xml[^>]*>\s*)*<(?:!DOCTYPE\s+html|html|head|body|table|meta)\b", re.IGNORECASE
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_ENCODINGS = {"utf-8": "utf-8", "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5hkscs"}
_UNSEEN = {"script", "style", "head", "noscript", "template", "svg", "select", "textarea", "object"}
_FLOWING = {"p", "div", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "section", "article", "header", "footer"}
_FLOWING |= {"main", "pre", "form", "hr", "br", "table", "tbody", "thead", "tfoot", "tr", "td", "th", "center", "body"}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_SPAN_LIMIT = 1000


def recognises(file: File) -> bool:
    return _PAGE.match(file.data[:_BEGINNING].removeprefix(b"\xef\xbb\xbf")) is not None


def read(file: File) -> Document:
    """Paragraphs and the cells of tables; tables that only arrange the page are read as text."""
    text = _text(file.data)
    if text.count("<") + text.count("=") > MARK_LIMIT:
        raise too_much()
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode("utf-8", errors="replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise damaged() from fault
    if root is None:
        raise damaged()
    page = _Page()
    page.read(root)
    return Document(tuple(page.blocks), page.warnings())


def _text(data: bytes) -> str:
    """The letters, by the encoding that the page names where it is a usual one, else by what they look like."""
    named = _CHARSET.search(data[:_BEGINNING])
    encoding = _ENCODINGS.get(named[1].decode().lower()) if named else None
    if encoding and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            pass
    decoded = decode(data)
    if decoded is None:
        raise damaged()
    return decoded.text


class _Page:
    """One walk through the page."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._tables = 0
        self._hidden = False

    def warnings(self) -> tuple[Say, ...]:
        return (say("网页里有隐藏的内容，没有读入。"),) if self._hidden else ()

    def read(self, root: Element) -> None:
        for element, text in self._lines(root):
            if element.tag == "table":
                self._table(element)
            else:
                level = _HEADINGS.get(element.tag, 0)
                self.blocks.append(Block(len(self.blocks), text, style=element.tag if level else "", level=level))

    def _lines(self, root: Element) -> Iterator[tuple[Element, str]]:
        """Each line with the element it stands in, and in their place the tables that hold data."""
        line = [root.text or ""]
        for element, text, parts in self._stretches(root):
            if parts:
                whole_line = _tidy("".join(line))
                if whole_line:
                    yield element, whole_line
                line = []
            if text is None:
                yield element, ""
            else:
                line.append(text)
        if _tidy("".join(line)):
            yield root, _tidy("".join(line))

    def _stretches(self, element: Element) -> Iterator[tuple[Element, str | None, bool]]:
        """Text in reading order, and whether a line ends before it; a table of data comes without text."""
        for child in element:
            if child.tag in _UNSEEN or not isinstance(child.tag, str):
                pass
            elif _HIDDEN.search(child.get("style", "")) or child.get("hidden") is not None:
                self._hidden |= bool(_tidy("".join(child.itertext())))
            elif child.tag == "table" and _holds_data(child):
                yield element, "", True
                yield child, None, False
            else:
                parts = child.tag in _FLOWING or child.tag in _HEADINGS
                yield element, child.text or "", parts
                yield from self._stretches(child)
                yield child, "", parts
            yield element, child.tail or "", False

    def _table(self, table: Element) -> None:
        self._tables += 1
        reach: dict[int, int] = {}
        for row, element in enumerate(_rows(table), 1):
            column = 1
            for cell in element.iterchildren("td", "th"):
                while reach.get(column, 0) >= row:
                    column += 1
                down, across = (min(max(whole(cell.get(name), 1), 1), _SPAN_LIMIT) for name in ("rowspan", "colspan"))
                reach |= dict.fromkeys(range(column, column + across), row + down - 1)
                text = "\n".join(line for _, line in self._lines(cell))
                if text:
                    place = (self._tables, "", row, column, down, across)
                    self.blocks.append(Block(len(self.blocks), text, "cell", "", 0, *place))
                column += across


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("tbody", "thead", "tfoot"):
            yield from child.iterchildren("tr")


def _holds_data(table: Element) -> bool:
    """Whether a table has several cells and no table inside: else it only arranges what stands on the page."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    cells = table.iterdescendants("td", "th")
    return next(cells, None) is not None and next(cells, None) is not None


def _tidy(text: str) -> str:
    return _BLANKS.sub(" ", text.replace("\xa0", " ")).strip()

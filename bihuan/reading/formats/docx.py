"""What does a Word document say, paragraph by paragraph? The text a reader of the printed page would see.

Automatic numbers are rebuilt, changes are read as accepted, comments and hidden words are left out. Headers,
footers and notes are told apart from the body. Macros are never run: nothing here could run them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bihuan.reading.blocks import Block, Document, Kind
from bihuan.reading.formats.containers import File, Parts
from bihuan.reading.formats.docx_lists import Lists
from bihuan.reading.formats.docx_names import W, parse_part, value
from bihuan.reading.formats.docx_styles import Style, Styles, outline_level
from bihuan.reading.formats.docx_tables import Cell, cells
from bihuan.reading.formats.docx_text import Words, preferred
from bihuan.reading.formats.markup import Element, whole
from bihuan.reading.formats.packages import Relation, content_types, main_part, relations
from bihuan.say import Say, say

TITLE = say("Word 文档")
SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")

_TYPE = re.compile(rb"wordprocessingml\.(document|template)\.main|ms-word\.(document|template)\.macroEnabledMain", re.I)
_WRAPPERS = {W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "body", "smartTag")}
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_MARGINS: tuple[tuple[str, Kind], ...] = (
    ("header", "header"),
    ("footer", "footer"),
    ("footnotes", "footer"),
    ("endnotes", "footer"),
)


@dataclass(frozen=True)
class _Paragraph:
    label: str
    text: str
    style: Style
    runs_on: bool
    """Its end was deleted, so the next paragraph continues it."""


def recognises(file: File) -> bool:
    """Whether the package says that its main part is a Word document."""
    return _TYPE.search(content_types(file.parts)) is not None


def read(file: File) -> Document:
    """Every paragraph and every cell: headers first, then the body, then footers and notes."""
    parts = file.members()
    main = main_part(parts)
    body = parse_part(parts.read(main))
    related = relations(parts, main)
    story = _Story(_part(parts, related, "styles"), _part(parts, related, "numbering"))
    margins = [(kind, root) for name, kind in _MARGINS for root in _roots(parts, related, name)]
    for kind, root in margins:
        if kind == "header":
            story.read(root, kind)
    story.read(body, "paragraph")
    for kind, root in margins:
        if kind == "footer":
            story.read(root, kind)
    return Document(tuple(story.blocks), tuple(story.warnings(macros="word/vbaProject.bin" in parts)))


def _roots(parts: Parts, related: tuple[Relation, ...], kind: str) -> list[Element]:
    targets = dict.fromkeys(each.target for each in related if each.kind == kind)
    return [parse_part(parts.read(target)) for target in targets if target in parts]


def _part(parts: Parts, related: tuple[Relation, ...], kind: str) -> Element | None:
    return next(iter(_roots(parts, related, kind)), None)


class _Story:
    """One walk through the document; the running numbers make the order of reading matter."""

    def __init__(self, styles: Element | None, numbering: Element | None) -> None:
        self.blocks: list[Block] = []
        self._styles = Styles(styles)
        self._lists = Lists(numbering)
        self._words = Words(self._styles)
        self._tables = 0
        self._margins: set[str] = set()

    def read(self, root: Element, kind: Kind) -> None:
        before = len(self.blocks)
        for note in root.iterchildren(W + "footnote", W + "endnote"):
            if note.get(W + "type") is None:
                self._flow(note, kind)
        if len(self.blocks) == before:
            self._flow(root, kind)

    def _flow(self, parent: Element, kind: Kind) -> None:
        """Paragraphs and tables in order; a paragraph whose end was deleted runs into the next one."""
        carried = ""
        for element in _flowing(parent):
            if element.tag == W + "p":
                read = self._paragraph(element, carried)
                carried = read.text if read.runs_on else ""
                if read.text and not read.runs_on:
                    self._add(read.label + read.text, kind, read.style)
                self._boxes(kind)
            else:
                self._table(element, kind)
        self._add(_tidy(carried), kind, self._styles.paragraph_default)

    def _add(self, text: str, kind: Kind, style: Style) -> None:
        if not text or (kind != "paragraph" and text in self._margins):
            return
        if kind != "paragraph":
            self._margins.add(text)
        level = style.level if kind == "paragraph" else 0
        self.blocks.append(Block(len(self.blocks), text, kind, style.name, level))

    def _boxes(self, kind: Kind) -> None:
        """The text boxes anchored in what was just read."""
        boxes, self._words.seen.boxes = self._words.seen.boxes, []
        for box in boxes:
            self._flow(box, kind)

    def _paragraph(self, element: Element, carried: str = "") -> _Paragraph:
        properties = element.find(W + "pPr")
        named = None if properties is None else value(properties, "pStyle")
        style = self._styles.paragraph_default if named is None else self._styles.style(named)
        text = _tidy(carried + self._words.text(element, style.hidden))
        if self._words.mark_is_deleted(properties):
            return _Paragraph("", text, style, runs_on=True)
        level = outline_level(properties)
        label = "" if style.hidden and not text else self._label(properties, style)
        return _Paragraph(label, text, style if level is None else replace(style, level=level), runs_on=False)

    def _label(self, properties: Element | None, style: Style) -> str:
        numbering = None if properties is None else properties.find(W + "numPr")
        own_id = None if numbering is None else value(numbering, "numId")
        own_level = None if numbering is None else value(numbering, "ilvl")
        list_id = style.list_id if own_id is None else own_id
        if list_id in ("", "0"):
            return ""
        if own_level is not None:
            return self._lists.next_label(list_id, whole(own_level))
        if own_id is None and style.list_level is None:
            return self._lists.next_label(list_id, self._lists.level_of_style(list_id, style.key))
        return self._lists.next_label(list_id, style.list_level or 0 if own_id is None else 0)

    def _table(self, table: Element, kind: Kind) -> None:
        """A table of one single cell is a frame drawn around text, and is read as text."""
        found = cells(table)
        if len(found) == 1:
            for element in found[0].elements:
                self._flow(element, kind)
            return
        self._tables += 1
        number, inner = self._tables, []
        for cell in found:
            inner += self._cell(cell, number, kind)
        for nested in inner:
            self._table(nested, kind)
        self._boxes(kind)

    def _cell(self, cell: Cell, table: int, kind: Kind) -> list[Element]:
        """Add the cell as one block; give the tables that stand inside it."""
        lines, style, carried, nested = [], "", "", []
        for element in (element for part in cell.elements for element in _flowing(part)):
            if element.tag == W + "p":
                found = self._paragraph(element, carried)
                carried = found.text if found.runs_on else ""
                style = style or found.style.name
                lines += [] if found.runs_on else [(found.label + found.text).strip()]
            else:
                nested.append(element)
        text = "\n".join(line for line in [*lines, carried] if line)
        if text:
            place = (table, "", cell.row, cell.column, cell.row_span, cell.column_span)
            shown: Kind = "cell" if kind == "paragraph" else kind
            self.blocks.append(Block(len(self.blocks), text, shown, style, 0, *place))
        return nested

    def warnings(self, macros: bool) -> list[Say]:
        found = []
        if self._words.seen.tracked:
            found.append(say("文档里有修订痕迹，已按全部接受修订后的文字读取，请核对。"))
        if self._words.seen.hidden:
            found.append(say("文档里有设为隐藏的文字，没有读入；如有需要，请在 Word 中取消隐藏后再上传。"))
        if macros:
            found.append(say("文件带有宏，宏没有运行，只读取了文字。"))
        return found


def _flowing(parent: Element) -> Iterator[Element]:
    """Paragraphs and tables directly under an element, seen through wrappers."""
    for child in parent:
        if child.tag in (W + "p", W + "tbl"):
            yield child
        elif child.tag in _WRAPPERS:
            yield from _flowing(child)
        elif child.tag == _ALTERNATIVES:
            yield from _flowing(preferred(child))


def _tidy(text: str) -> str:
    """Without the blanks around it and around its line breaks."""
    if "\n" not in text:
        return text.strip()
    return "\n".join(line for line in (line.strip() for line in text.split("\n")) if line)

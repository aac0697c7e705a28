"""Where in a part of a Word file do placeholders stand? In paragraphs, whatever number of runs they are spread over.

Three brackets mean the same: `{{轮次}}`, `｛｛轮次｝｝`, as Chinese keyboards write it, and `〔轮次〕`; a year,
`〔2026〕`, is no placeholder.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bihuan.say import Say, say
from bihuan.writing.word.package import MAIN

Element = Any
"""An lxml element; lxml ships no types."""
W = f"{{{MAIN}}}"
MARK = re.compile(r"\{\{([^{}]*)\}\}|｛｛([^｛｝]*)｝｝|〔(?![\s\d０-９xX×ＸXX○〇]*〕)([^〔〕]*)〕")
BRACES = re.compile(r"\{\{|\}\}|｛｛|｝｝")
ALIKE = str.maketrans("＃／．。·　", "#/... ")
WITHIN = {f"{W}hdr": say("页眉"), f"{W}ftr": say("页脚"), f"{W}footnotes": say("脚注"), f"{W}endnotes": say("尾注")}
STORIES = (f"{W}document", *WITHIN)
"""The roots of the parts that hold text."""


@dataclass(frozen=True)
class Mark:
    """One placeholder in its paragraph: `sign` is `#` where a part begins, `/` where it ends."""

    paragraph: Element
    start: int
    end: int
    sign: str
    name: str


def paragraphs(root: Element) -> list[Element]:
    return list(root.iter(f"{W}p"))


def texts(paragraph: Element) -> list[Element]:
    """The pieces of text of this paragraph, without those of a text box that hangs on it."""
    return [each for each in paragraph.iter(f"{W}t") if next(each.iterancestors(f"{W}p")) is paragraph]


def text_of(paragraph: Element) -> str:
    return "".join(each.text or "" for each in texts(paragraph))


def marks_in(paragraph: Element) -> Iterator[Mark]:
    for match in MARK.finditer(text_of(paragraph)):
        inner = next(group for group in match.groups() if group is not None)
        name = "".join(inner.translate(ALIKE).split())
        sign = name[:1] if name[:1] in ("#", "/") else ""
        yield Mark(paragraph, match.start(), match.end(), sign, name.removeprefix(sign))


def stray_brace(text: str) -> tuple[int, int] | None:
    """A pair of braces that no placeholder uses."""
    blanked = MARK.sub(lambda match: "　" * len(match[0]), text)
    found = BRACES.search(blanked)
    return found.span() if found else None


def replaced(paragraph: Element, words: dict[int, str]) -> None:
    """Put words where marks start: into the piece of text in which a mark begins, with that piece's looks."""
    for mark in reversed(list(marks_in(paragraph))):
        if mark.start in words:
            _put(paragraph, mark, words[mark.start])


def _put(paragraph: Element, mark: Mark, words: str) -> None:
    at = 0
    for piece in texts(paragraph):
        text = piece.text or ""
        start, end = max(mark.start - at, 0), min(mark.end - at, len(text))
        if start < end:
            piece.text = text[:start] + (words if at <= mark.start else "") + text[end:]
            piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            _broken(piece)
        at += len(text)


def _broken(piece: Element) -> None:
    """Line feeds become line breaks of Word."""
    first, *rest = (piece.text or "").split("\n")
    piece.text = first
    after = piece
    for line in rest:
        for name, text in (("br", None), ("t", line)):
            new = piece.makeelement(f"{W}{name}", dict(piece.attrib) if text is not None else {})
            new.text = text
            after.addnext(new)
            after = new


def place_of(paragraph: Element) -> Say:
    """`正文第 3 段`, `正文第 2 个表格第 4 行`, `页眉`: what a person can count."""
    root = paragraph.getroottree().getroot()
    if root.tag in WITHIN:
        return WITHIN[root.tag]
    row = next(paragraph.iterancestors(f"{W}tr"), None)
    if row is not None:
        table = next(row.iterancestors(f"{W}tbl"))
        rows = [each for each in table.iter(f"{W}tr") if next(each.iterancestors(f"{W}tbl")) is table]
        tables = list(root.iter(f"{W}tbl"))
        return say("正文第 {table} 个表格第 {row} 行", table=tables.index(table) + 1, row=rows.index(row) + 1)
    outer = [*paragraph.iterancestors(f"{W}p")]
    top = [each for each in paragraphs(root) if not _nested(each)]
    return say("正文第 {count} 段", count=top.index(outer[-1] if outer else paragraph) + 1)


def _nested(paragraph: Element) -> bool:
    return any(True for _ in paragraph.iterancestors(f"{W}tbl", f"{W}p"))

"""Which part of a page repeats? What stands between two marks: a row, several rows, paragraphs, or a whole table.

Both marks in one row of a table repeat that row; both in one paragraph repeat the paragraph. Marks in different places
repeat all that stands from one to the other, where both stand side by side at some level: not half a table.
"""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from bihuan.writing.template.fields import Loop
from bihuan.writing.template.marks import MARK, Element, Mark, W, marks_in, paragraphs, text_of

REPEATED = frozenset(f"{W}{name}" for name in ("p", "tbl", "tr", "sdt"))
OF_ONE_PLACE = tuple(f"{W}{name}" for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"))
"""What may stand in a file only once."""
KEPT = tuple(f"{W}{name}" for name in ("drawing", "pict", "sectPr"))
"""What makes a paragraph more than the mark in it."""


@dataclass(frozen=True)
class Region:
    """Neighbours that repeat together, in their order."""

    loop: Loop
    elements: tuple[Element, ...]

    def copies(self) -> Iterator[list[Element]]:
        """The neighbours once more, without those that only held a mark; again and again."""
        pattern = [each for place, each in enumerate(self.elements) if not self._only_mark(place)]
        for each in pattern:
            for name in OF_ONE_PLACE:
                for once in list(each.iter(name)):
                    once.getparent().remove(once)
        while True:
            yield [deepcopy(each) for each in pattern]

    def _only_mark(self, place: int) -> bool:
        """The paragraph or the row of a mark alone goes; below a table a paragraph stays, to keep tables apart."""
        element, last = self.elements[place], len(self.elements) - 1
        if last == 0 or place not in (0, last) or element.tag not in (f"{W}p", f"{W}tr"):
            return False
        if place == last and self.elements[place - 1].tag == f"{W}tbl":
            return False
        found = [text_of(each) for each in ([element] if element.tag == f"{W}p" else paragraphs(element))]
        marks = [mark for each in paragraphs(element) for mark in marks_in(each)]
        blank = not any(MARK.sub("", text).strip() for text in found)
        return blank and all(mark.sign for mark in marks) and next(element.iter(*KEPT), None) is None


def between(loop: Loop, first: Mark, last: Mark) -> Region | None:
    """The region of two marks; nothing where they do not stand side by side."""
    if first.paragraph is last.paragraph:
        row = next(first.paragraph.iterancestors(f"{W}tr", f"{W}txbxContent"), None)
        return Region(loop, (row if row is not None and row.tag == f"{W}tr" else first.paragraph,))
    ways = [[mark.paragraph, *mark.paragraph.iterancestors()] for mark in (first, last)]
    shared = next(each for each in ways[0] if each in ways[1])
    if shared.tag == f"{W}tr":
        return Region(loop, (shared,))
    begin, end = (way[way.index(shared) - 1] for way in ways)
    inside = list(shared)
    run = tuple(inside[inside.index(begin) : inside.index(end) + 1])
    beside = begin.tag == end.tag and begin.tag in (f"{W}p", f"{W}tr")
    return Region(loop, run) if beside and all(each.tag in REPEATED for each in run if _counts(each)) else None


def _counts(element: Element) -> bool:
    return element.tag not in (*OF_ONE_PLACE, f"{W}proofErr")


def mended(root: Element) -> None:
    """No table without rows, no cell without a paragraph: Word calls such a file damaged."""
    for table in list(root.iter(f"{W}tbl")):
        if next(table.iter(f"{W}tr"), None) is None:
            table.getparent().remove(table)
    for holder in (root, *root.iter(f"{W}tc")):
        if holder.tag in (f"{W}tc", f"{W}hdr", f"{W}ftr") and (len(holder) == 0 or holder[-1].tag != f"{W}p"):
            holder.append(holder.makeelement(f"{W}p"))

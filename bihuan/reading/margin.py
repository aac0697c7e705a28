"""Which stretch of the document has been given to what, and what is left over?

Readers mark stretches in the margin as they use them. A character can be marked once; what nobody
marked is unassigned. So every character stands in exactly one place, by construction.
"""

import re
from collections.abc import Iterable, Iterator

from bihuan.reading.blocks import Block, Passage, Span
from bihuan.reading.drafts import DocumentKind, Draft, Reading
from bihuan.reading.kinds.stated import stated_findings
from bihuan.reading.lines import cut, is_page_number, lines_of, whole
from bihuan.say import Say

WORD = re.compile(r"[^\W_]")


class Margin:
    """The marks beside one document.

    A block that is used whole, as nearly every cell is, gets one mark; only the others are marked by the character.
    """

    def __init__(self, blocks: tuple[Block, ...]) -> None:
        self._blocks = blocks
        self._whole = bytearray(len(blocks))
        self._marks: dict[int, bytearray] = {}
        self.headings: list[Passage] = []
        self.suggestions: list[Passage] = []
        self.furniture: list[Passage] = []
        for block in blocks:
            if block.kind in ("header", "footer"):
                self.furnish(whole(block))

    def text(self, block: int) -> str:
        return self._blocks[block].text

    def finding(self, *places: Passage) -> tuple[Span, ...]:
        """Mark the stretches of one finding; the answer leaves out what another row already has."""
        return tuple(piece.span for place in places for piece in self._take(place))

    def finding_in(self, cells: Iterable[Block]) -> tuple[Span, ...]:
        """Mark the whole cells of one finding."""
        spans: list[Span] = []
        used, marks, new = self._whole, self._marks, tuple.__new__  # half the time of Span(…), over 75,000 cells
        for cell in cells:
            index, text = cell.index, cell.text
            if used[index]:
                continue
            if index in marks or text != text.strip():
                spans += self.finding(whole(cell))
            else:
                used[index] = 1
                spans.append(new(Span, (index, 0, len(text))))
        return tuple(spans)

    def head(self, place: Passage) -> None:
        self.headings += self._take(place)

    def suggest(self, place: Passage) -> None:
        self.suggestions += self._take(place)

    def furnish(self, place: Passage) -> None:
        self.furniture += self._take(place)

    def reading(
        self, kind: DocumentKind, title: str, findings: Iterable[Draft], warnings: Iterable[Say] = ()
    ) -> Reading:
        """Everything together; the number of findings is looked for outside the findings."""
        unassigned = self.rest()
        texts = [p.text for p in (*self.furniture, *self.headings, *unassigned)]
        return Reading(
            kind, title, self._blocks, tuple(findings), stated_findings(texts),
            tuple(self.suggestions), tuple(self.headings), tuple(self.furniture), unassigned, tuple(warnings),
        )  # fmt: skip

    def rest(self) -> tuple[Passage, ...]:
        """What nobody marked, line by line. Leftover punctuation and page numbers become furniture."""
        left: list[Passage] = []
        for block in self._open():
            span = Span(block.index, 0, len(block.text))
            for line in (line for run in self._free(span) for line in lines_of(run)):
                if WORD.search(line.text) and not is_page_number(line.text):
                    left += self._take(line)
            for run in self._free(span):
                self.furnish(run)
        return tuple(left)

    def _open(self) -> Iterator[Block]:
        """The blocks that are not used whole."""
        place = self._whole.find(0)
        while place >= 0:
            yield self._blocks[place]
            place = self._whole.find(0, place + 1)

    def _take(self, place: Passage) -> list[Passage]:
        block, start, end = place.span
        if self._whole[block]:
            return []
        text = self._blocks[block].text
        if block not in self._marks and end - start == len(text):
            self._whole[block] = 1
            piece = place if place.text else cut(Passage(text, place.span))
            return [piece] if piece.text else []
        marks = self._marks_in(block)
        pieces = [place] if place.text and marks.find(1, start, end) < 0 else self._free(place.span)
        for _, (_, start, end) in pieces:
            marks[start:end] = b"\x01" * (end - start)
        return pieces

    def _marks_in(self, block: int) -> bytearray:
        """A byte for each character, 1 where it is marked."""
        return self._marks.setdefault(block, bytearray(len(self._blocks[block].text)))

    def _free(self, span: Span) -> list[Passage]:
        if self._whole[span.block]:
            return []
        text, marks = self._blocks[span.block].text, self._marks_in(span.block)
        pieces: list[Passage] = []
        start = marks.find(0, span.start, span.end)
        while start >= 0:
            end = marks.find(1, start, span.end)
            end = span.end if end < 0 else end
            piece = cut(Passage(text[start:end], Span(span.block, start, end)))
            if piece.text:
                pieces.append(piece)
            start = marks.find(0, end, span.end)
        return pieces

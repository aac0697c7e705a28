"""Which stretch of the document has been given to what, and what is left over?

Readers mark stretches in the margin as they use them. A character can be marked once; what nobody
marked is unassigned. So every character stands in exactly one place, by construction.
"""

import re
from collections.abc import Iterable

from bihuan.reading.blocks import Block, Passage, Span
from bihuan.reading.drafts import DocumentKind, Draft, Reading
from bihuan.reading.kinds.stated import stated_findings
from bihuan.reading.lines import cut, is_page_number, lines_of, whole
from bihuan.say import Say

WORD = re.compile(r"[^\W_]")


class Margin:
    """The marks beside one document."""

    def __init__(self, blocks: tuple[Block, ...]) -> None:
        self._blocks = blocks
        self._marks = [bytearray(len(block.text)) for block in blocks]
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
        for block, marks in zip(self._blocks, self._marks, strict=True):
            if marks.find(0) < 0:
                continue
            span = Span(block.index, 0, len(block.text))
            for line in (line for run in self._free(span) for line in lines_of(run)):
                if WORD.search(line.text) and not is_page_number(line.text):
                    left += self._take(line)
            for run in self._free(span):
                self.furnish(run)
        return tuple(left)

    def _take(self, place: Passage) -> list[Passage]:
        block, start, end = place.span
        marks = self._marks[block]
        pieces = [place] if place.text and marks.find(1, start, end) < 0 else self._free(place.span)
        for _, (_, start, end) in pieces:
            marks[start:end] = b"\x01" * (end - start)
        return pieces

    def _free(self, span: Span) -> list[Passage]:
        text, marks = self._blocks[span.block].text, self._marks[span.block]
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

"""Which lines does a document have, and how is a stretch cut out of one without losing its place?

A line is a `Passage`. Web artefacts (`##paidbegin##`) and page numbers are no part of any line.
"""

import re
from collections.abc import Iterable, Iterator

from bihuan.reading.blocks import Block, Passage, Span

ARTEFACT = re.compile(r"##\w{2,30}##|<[/!]?[a-zA-Z][^<>]{0,80}>|\[/?[a-z]{1,10}\]")
BETWEEN = re.compile(rf"[\n\r\v\f]+|{ARTEFACT.pattern}")
PAGE_END = re.compile(r"[\d页\s—–－-]\Z")
"""What a page number ends with: a quick look that spares the other."""
PAGE_NUMBER = re.compile(r"\s*[-—–－]*\s*(第\s*)?\d{1,4}\s*(页)?\s*([/／共]\s*\d{1,4}\s*页?)?\s*[-—–－]*\s*")


def cut(passage: Passage, start: int = 0, end: int | None = None) -> Passage:
    """The stretch `start:end` of a passage, trimmed of white space; its span stays true."""
    text = passage.text[start:end]
    begin = passage.span.start + start
    if text and not (text[0].isspace() or text[-1].isspace()):
        return Passage(text, Span(passage.span.block, begin, begin + len(text)))
    begin += len(text) - len(text.lstrip())
    text = text.strip()
    return Passage(text, Span(passage.span.block, begin, begin + len(text)))


def whole(block: Block) -> Passage:
    text = block.text.strip()
    start = 0 if text == block.text else len(block.text) - len(block.text.lstrip())
    return Passage(text, Span(block.index, start, start + len(text)))


def lines(blocks: Iterable[Block]) -> Iterator[Passage]:
    """Every line of the body, without artefacts; headers, footers and table cells are left out."""
    for block in blocks:
        if block.kind == "paragraph":
            yield from lines_of(whole(block))


def lines_of(passage: Passage) -> Iterator[Passage]:
    start = 0
    for match in BETWEEN.finditer(passage.text):
        line = cut(passage, start, match.start())
        if line.text and not is_page_number(line.text):
            yield line
        start = match.end()
    line = cut(passage, start)
    if line.text and not is_page_number(line.text):
        yield line


def is_page_number(text: str) -> bool:
    """`— 3 —`, `第 3 页`, but not a bare number in a sentence."""
    return bool(PAGE_END.match(text[-1:]) and PAGE_NUMBER.fullmatch(text)) and not text.strip().isdigit()

"""Which findings does a summary without numbers hold? Lists by semicolon, by comma, 一是…, 有的…, 在…方面.

The structure is only implied, so every row of a summary is marked for doubt by its reader.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bihuan.reading.aspects import aspect_name, is_aspect
from bihuan.reading.blocks import Passage
from bihuan.reading.lines import cut
from bihuan.reading.numbering import series
from bihuan.reading.numerals import fold
from bihuan.reading.sentences import deficits, is_deficit, sentences, split

FIELDS = re.compile(r"在([^,、;。在]{2,40}?)方面")
HEAD = re.compile(r"^[^,;。:]{2,60}?[:]\s*")
HEAD_FIELD = re.compile(r"^在?[^,;。:]{2,60}?方面(?:还?存在)?[,:]\s*")
ANNOUNCES = re.compile(
    r"(?:存在|有|发现)(?:着|了)?(?:一些|不少|以下|如下|一定|部分|若干|这样那样)的?(?:突出|薄弱|差距|问题|不足|短板|和|与|及|、|环节|方面)+[。:]?$"
)
INNER = re.compile(r"(?<=[\u4e00-\u9fff])[,:]?(?:主要|具体|集中|突出)(?:表现|体现|反映)(?:在|为|是)[:,]?")
ETC = re.compile(r"等(?:方面)?(?:的)?(?:突出)?(?:问题|不足|现象|情况)?[。;]?$")


@dataclass(frozen=True)
class Point:
    """One finding of a summary: its whole stretch, its wording, and its aspect if one was named."""

    place: Passage
    wording: Passage
    aspect: str = ""
    mark: str = ""
    head: Passage | None = None


def points(passage: Passage, own_line: bool = False) -> Iterator[Point]:
    """The findings in a stretch of summary, in order. A paragraph of its own is not split at commas."""
    if own_line and len(list(sentences(passage))) == 1 and _is_one(passage):
        yield Point(passage, passage)
        return
    lead, items = series(passage)
    if items:
        yield from _sentences(lead)
        for item in items:
            yield from _serial(item.place, item.wording, item.mark)
    else:
        yield from _sentences(passage)


def _is_one(passage: Passage) -> bool:
    text = fold(passage.text)
    several = ";" in text or ETC.search(text) or INNER.search(text) or series(passage)[1] or _headed(passage)[0]
    return not several and len(FIELDS.findall(text)) < 2


def _serial(place: Passage, wording: Passage, mark: str) -> Iterator[Point]:
    """A member of 一是…二是…: with a heading of its own it holds several findings."""
    head, rest = _headed(wording)
    if head is not None:
        yield from _list(rest, aspect_name(head.text), _from(place, head), mark)
        return
    pieces = [piece for clause in split(wording, ";") for piece in deficits(clause)]
    if mark.endswith("是") and len(pieces) > 1 and all(is_deficit(p.text) and len(p.text) > 4 for p in pieces):
        for n, piece in enumerate(pieces):
            start = place if n == 0 else piece
            yield Point(_from(start, piece), _bare(piece), mark=mark)
    else:
        yield Point(place, _bare(wording), mark=mark)


def _from(start: Passage, end: Passage) -> Passage:
    return cut(start, 0, end.span.end - start.span.start)


def _sentences(passage: Passage) -> Iterator[Point]:
    for sentence in sentences(passage):
        inner = INNER.search(fold(sentence.text))
        if inner and inner.end() < len(sentence.text):
            yield from _list(cut(sentence, inner.end()), "", cut(sentence, 0, inner.end()))
            continue
        named = list(FIELDS.finditer(fold(sentence.text)))
        head, rest = _headed(sentence)
        if len(named) > 1 and not is_deficit(FIELDS.sub("", fold(sentence.text)).replace("突出问题", "")):
            for n, match in enumerate(named):
                end = named[n + 1].start() if n + 1 < len(named) else len(sentence.text)
                yield Point(cut(sentence, match.start(), end), cut(sentence, match.start(1), match.end()), match[1])
        elif head is not None and not _several(sentence):
            yield from _list(rest, aspect_name(head.text) if is_aspect(head.text) else "", head)
        else:
            yield from _list(sentence)


def _several(sentence: Passage) -> bool:
    """`在A方面，…；在B方面，…` has a heading in each clause."""
    clauses = list(split(sentence, ";"))
    return len(clauses) > 1 and all(_headed(clause)[0] for clause in clauses)


def announces(point: Point) -> bool:
    """`但还存在不少差距和不足` only announces the findings that follow."""
    match = ANNOUNCES.search(fold(point.wording.text))
    return bool(match) and not is_deficit(point.wording.text[: match.start()] if match else "")


def _headed(passage: Passage) -> tuple[Passage | None, Passage]:
    """`小标题：A，B，C` or `在…方面，A，B` into its heading and the rest."""
    folded = fold(passage.text)
    match = HEAD_FIELD.match(folded) or HEAD.match(folded)
    if match and match.end() < len(folded) and (is_aspect(match[0]) or not is_deficit(match[0])):
        return cut(passage, 0, match.end()), cut(passage, match.end())
    return None, passage


def _list(passage: Passage, aspect: str = "", head: Passage | None = None, mark: str = "") -> Iterator[Point]:
    """Semicolons separate; without any, commas between clauses that each name a shortcoming do."""
    clauses = list(split(passage, ";"))
    if head is None and len(clauses) > 1 and all(_headed(clause)[0] for clause in clauses):
        for clause in clauses:
            own, rest = _headed(clause)
            yield from _list(rest, aspect_name(own.text) if own else "", own)
        return
    pieces = clauses if len(clauses) > 1 and head is None else [p for c in clauses for p in deficits(c)]
    for n, piece in enumerate(pieces):
        yield Point(piece, _bare(piece), aspect, mark, head if n == 0 else None)


def _bare(passage: Passage) -> Passage:
    """Without the closing 等 or 等问题 of a list."""
    match = ETC.search(fold(passage.text))
    return cut(passage, 0, match.start()) if match and match.start() > 3 else passage

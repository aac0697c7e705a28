"""Which findings does a summary without numbers hold? Lists by semicolon, by comma, 一是…, 有的…, 在…方面.

The structure is only implied, so every row of a summary is marked for doubt by its reader.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bihuan.reading.aspects import aspect_name
from bihuan.reading.blocks import Passage
from bihuan.reading.kinds.announcement import announced, announces, shortcoming
from bihuan.reading.kinds.headed import Head, alike, as_aspect, given, head_of, pieces, titled
from bihuan.reading.lines import cut
from bihuan.reading.numbering import Item, series
from bihuan.reading.numerals import fold
from bihuan.reading.sentences import ETC, assesses, deficits, elaborates, is_deficit, names_one, sentences, split

FIELDS = re.compile(r"在([^,、;。在]{2,40}?)方面")
BULLETS = "●•◆■▲◇○※►▶★☆"


@dataclass(frozen=True)
class Point:
    """One finding of a summary: its whole stretch, its wording, and what a heading over it gives."""

    place: Passage
    wording: Passage
    aspect: str = ""
    issue: str = ""
    mark: str = ""
    heads: tuple[Passage, ...] = ()
    """The headings that stand right before it."""
    is_listed: bool = False
    """Does it stand in a list of shortcomings, whatever its own words?"""

    @property
    def is_named(self) -> bool:
        """Is it a finding by its words or by its place, and no mere announcement of some?"""
        said = (
            is_deficit(self.wording.text)
            or assesses(self.wording.text)
            or self.mark
            or self.aspect
            or self.issue
            or self.is_listed
        )
        return bool(said) and not announces(fold(self.wording.text))


def points(passage: Passage, own_line: bool = False, beside: bool = False, numbered: bool = False) -> Iterator[Point]:
    """The findings in a stretch of summary, in order. A paragraph of its own is not split at commas.

    `beside` others under one heading, or with figures after its first sentence, it is not split at full stops either.
    Under a `numbered` heading each member of 一是…二是… is one finding; in the news what its commas part are several.
    """
    if own_line and _is_one(passage) and (beside or len(list(sentences(passage))) == 1 or _is_narrative(passage)):
        yield Point(passage, passage)
        return
    lead, items = series(passage, opened=True)
    if not items:
        head = titled(passage) if passage.text[:1] in BULLETS else None
        yield from listed(head) if head else _running(passage)
        return
    before, head = _led(lead)
    yield from _running(before) if before.text else ()
    titles = _is_titled(items)
    heads = [_head(item, titles) for item in items]
    if alike(heads):
        heads = [as_aspect(head) if head and head.issue else head for head in heads]
    members = [point for item, head in zip(items, heads, strict=True) for point in _member(item, head, numbered)]
    if head and members:
        issue = head.issue or members[0].issue
        members[0] = replace(members[0], heads=(head.place, *members[0].heads), issue=issue)
        members = [replace(m, aspect=m.aspect or head.aspect, issue=m.issue or head.issue) for m in members]
    yield from members


def _is_one(passage: Passage) -> bool:
    text = fold(passage.text)
    several = ";" in text or ETC.search(text) or series(passage)[1] or head_of(passage) or announced(text)
    return not several and len(FIELDS.findall(text)) < 2


def _is_narrative(passage: Passage) -> bool:
    """A shortcoming in one clause, and figures of it in the next sentences."""
    first, *more = sentences(passage)
    head = fold(first.text)
    return is_deficit(head) and not re.search(r"[,;\d]", head) and any(re.search(r"\d", one.text) for one in more)


def _led(lead: Passage) -> tuple[Passage, Head | None]:
    """What runs before a series, and the heading or announcement that its last sentence is."""
    every = list(sentences(lead))
    if not every:
        return lead, None
    last = every[-1]
    text = fold(last.text)
    if text[-1] not in ":," and not announces(text):
        return lead, None
    aspect, issue = given(last.text) if text[-1] == ":" else ("", "")
    led = Head(last, last, aspect, issue)
    return cut(lead, 0, last.span.start - lead.span.start), led


def _is_titled(items: tuple[Item, ...]) -> bool:
    """Where one member of a series is headed by its first sentence, the others may be as well."""
    return any(titled(item.wording) for item in items)


def member(item: Item, beside_titled: bool = False) -> Iterator[Point]:
    """A member of 一是…二是…: with a heading of its own it holds several findings."""
    return _member(item, _head(item, beside_titled))


def _head(item: Item, beside_titled: bool) -> Head | None:
    return head_of(item.wording) or titled(item.wording, 1 if beside_titled else 2)


def _member(item: Item, head: Head | None, numbered: bool = False) -> Iterator[Point]:
    if head is not None:
        aspect = head.aspect or ("" if head.issue else aspect_name(head.place.text))
        yield from listed(replace(head, place=_from(item.place, head.place), aspect=aspect), item.mark)
        return
    parts = [part for clause in split(item.wording, ";") for part in deficits(clause, _is_own)]
    if not numbered and item.mark.endswith("是") and len(parts) > 1 and all(len(part.text) > 4 for part in parts):
        for n, part in enumerate(parts):
            yield Point(_from(item.place if n == 0 else part, part), _bare(part), mark=item.mark)
    else:
        yield Point(item.place, _bare(item.wording), mark=item.mark)


def _is_own(clause: str) -> bool:
    """In a member of a series what was not done (`隐患长期未消除`) tells of the shortcoming before it."""
    return names_one(clause) and (assesses(clause) or "未" not in clause)


def _from(start: Passage, end: Passage) -> Passage:
    return cut(start, 0, end.span.end - start.span.start)


def _running(passage: Passage) -> Iterator[Point]:
    """Sentence by sentence, examples and figures with what they are told of; where semicolons part, commas do not."""
    commas = True
    found: list[Point] = []
    for sentence in sentences(passage):
        if found and found[-1].is_named and elaborates(sentence.text) and not sentence.text.startswith("有的"):
            last = found[-1]
            found[-1] = replace(last, place=_from(last.place, sentence), wording=_from(last.wording, sentence))
            continue
        head = head_of(sentence)
        end = 0 if head and head.aspect else announced(fold(sentence.text))
        before = (cut(sentence, 0, end),) if end else ()
        for n, point in enumerate(_sentence(cut(sentence, end), commas)):
            point = replace(point, is_listed=point.is_listed or end > 0)
            found.append(replace(point, heads=before + point.heads) if n == 0 else point)
    yield from found


def _sentence(sentence: Passage, commas: bool) -> Iterator[Point]:
    named = list(FIELDS.finditer(fold(sentence.text)))
    clauses = list(split(sentence, ";"))
    heads = [head_of(clause) for clause in clauses]
    head = heads[0]
    if len(named) > 1 and not shortcoming(FIELDS.sub("", fold(sentence.text))):
        for n, match in enumerate(named):
            end = named[n + 1].start() if n + 1 < len(named) else len(sentence.text)
            yield Point(cut(sentence, match.start(), end), cut(sentence, match.start(1), match.end()), match[1])
    elif len(clauses) > 1 and all(heads):
        for one in heads:
            yield from listed(one) if one else ()
    elif head is not None:
        yield from listed(replace(head, rest=cut(sentence, head.rest.span.start - sentence.span.start)))
    else:
        parts = pieces(sentence)
        known, some_have = sum(is_deficit(part.text) for part in parts), sentence.text.startswith("有的")
        is_list = len(parts) > 1 and (2 * known >= len(parts) or some_have or (known > 0 and len(clauses) > 1))
        for piece in parts:
            yield Point(piece, _bare(piece), is_listed=is_list)


def listed(head: Head, mark: str = "", parted: bool = False) -> Iterator[Point]:
    """The findings under a heading."""
    for n, piece in enumerate(pieces(head.rest, parted)):
        heads = (head.place,) if n == 0 else ()
        yield Point(piece, _bare(piece), head.aspect, head.issue, mark, heads)


def _bare(passage: Passage) -> Passage:
    """Without the closing 等 or 等问题 of a list, and the 有的 or 以及 before a member."""
    match = ETC.search(fold(passage.text))
    end = match.start() if match and match.start() > 3 else None
    return cut(passage, 2 if passage.text.startswith(("以及", "还有", "有的")) else 0, end)

"""Does a stretch open with a heading of its own, as in `党建责任有差距：A；B` or `在选人用人方面，A，B`?

A heading is an aspect, or a shortcoming in one clause; what only a comma parts from the rest is none, except after
`在…方面`. In a series also a sentence is one: `一是党建责任压得不实。组织生活走过场，党员发展不规范。`
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bihuan.reading.aspects import aspect_name, aspect_of, is_aspect
from bihuan.reading.blocks import Passage
from bihuan.reading.kinds.announcement import announces, shortcoming
from bihuan.reading.lines import cut
from bihuan.reading.numerals import fold
from bihuan.reading.sentences import assesses, deficits, elaborates, is_deficit, plain, sentences, shielded, split

COLON = re.compile(r"^[^,;。:]{2,60}?:\s*")
FIELD = re.compile(r"^在?[^,;。:]{2,60}?方面(?:[^,;。:]{0,4}(?:存在|有)[^,;。:]{0,10})?[,:]\s*")
SHOWN = re.compile(
    r"(?<=[\u4e00-\u9fff])[,:]?(?:表现|体现)(?:为|在):|(?<=[\u4e00-\u9fff])[,:]?(?:主要|具体|集中|突出)(?:问题)?(?:表现|体现|反映)(?:在|为|是|有|于|如下)?[:,]?"
)
ASSESSED = re.compile(
    r"(?:还|仍|仍然|依然|均|都)?(?:有|存在)(?:着|一定|较大|明显|不小|一些)*的?(?:差距|不足|短板|弱项|偏差|欠缺|问题|温差|薄弱环节|差距和不足)$"
)


@dataclass(frozen=True)
class Head:
    """A heading, the text it stands over, and what it gives: an aspect or an issue."""

    place: Passage
    rest: Passage
    aspect: str = ""
    issue: str = ""


def head_of(passage: Passage) -> Head | None:
    """The heading that a colon, `在…方面，` or `主要表现在` ends; None where there is none or nothing after it."""
    text = fold(passage.text)
    first = next(split(passage, "。;"), passage)
    shown = SHOWN.search(fold(first.text))
    match = FIELD.match(text) or COLON.match(text)
    end = shown.end() if shown and (match is None or match.end() <= shown.end()) else match.end() if match else 0
    if not 0 < end < len(text) or shielded(text)[end - 1]:
        return None
    wording = passage.text[: shown.start() if shown and end == shown.end() else end]
    return Head(cut(passage, 0, end), cut(passage, end), *given(wording))


def given(wording: str) -> tuple[str, str]:
    """A heading that assesses an aspect (`落实组织路线有差距`) gives the aspect, any other shortcoming the issue."""
    text = plain(wording)
    folded = fold(text)
    assessed = bool(ASSESSED.search(folded)) and aspect_of(folded) is not None
    if is_aspect(text) or assessed:
        return aspect_name(text), ""
    return "", text if shortcoming(folded) and not announces(folded) else ""


def alike(heads: Sequence[Head | None]) -> bool:
    """Do half of the headings of a letter assess aspects, so that all of them do, whatever their words?"""
    known = [head for head in heads if head]
    return bool(known) and 2 * sum(bool(head.aspect) for head in known) >= len(known)


def as_aspect(head: Head) -> Head:
    """`落实全面从严治党战略部署不够到位` taken for an aspect."""
    return replace(head, aspect=head.aspect or aspect_name(head.issue), issue="")


def titled(passage: Passage, least: int = 2) -> Head | None:
    """A first sentence that is a heading: one clause, followed by `least` clauses that mostly name shortcomings."""
    first = next(sentences(passage), passage)
    rest = cut(passage, len(first.text))
    if (
        not rest.text
        or elaborates(rest.text)
        or ";" in fold(first.text)
        or not (is_deficit(first.text) or is_aspect(first.text))
    ):
        return None
    below = pieces(rest)
    if len(below) < least or 2 * sum(is_deficit(piece.text) for piece in below) < len(below):
        return None
    return Head(first, rest, *given(first.text))


def pieces(passage: Passage, parted: bool = False) -> list[Passage]:
    """The members of a list without numbers: what semicolons part, or, where there are none, what commas do.

    `parted`: the lists beside it are parted by semicolons, so this one may have but one member.
    """
    clauses = [clause for sentence in sentences(passage) for clause in split(sentence, ";")]
    parted = parted or len(clauses) > len(list(sentences(passage)))
    return [piece for clause in clauses for piece in deficits(clause, assesses if parted else None)]

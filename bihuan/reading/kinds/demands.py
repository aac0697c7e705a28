"""Which sentences and clauses of running text demand something?

`要切实加强统筹协调` and `决不允许推诿扯皮` do; `具有重要意义` and `提出了明确要求` do not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bihuan.reading.blocks import Passage
from bihuan.reading.kinds.columns import Column
from bihuan.reading.kinds.labels import labelled
from bihuan.reading.kinds.openings import DECIDED, aside, is_farewell, narrates, only_opens, opening, tells_faults
from bihuan.reading.kinds.urging import MUST, demands_something, gives_account, is_whole
from bihuan.reading.lines import cut
from bihuan.reading.numbering import Item, number_of, series
from bihuan.reading.numerals import fold
from bihuan.reading.sentences import plain, sentences, split

DETAILS: tuple[Column, ...] = ("leader", "lead_unit", "support_units", "person", "deadline", "period")
WHO = re.compile(r"[(\[【][^()\[\]【】。;:]{2,60}(?:牵头|负责|配合|落实|参与|承办|督办|协助)[)\]】][。;]?")
"""Brackets that only say who does it."""
TOPIC = re.compile(r",(?=对于?[^,;。]{2,24}(?:问题|事项|情况|任务|单位|干部)[,])")


@dataclass(frozen=True)
class Demand:
    """A stretch that demands, and its wording without a number or `会议要求`."""

    place: Passage
    wording: str
    mark: str = ""
    issue: str = ""
    """The sentence that heads it inside a series: `一要压实责任。书记要…`."""
    head: Passage | None = None


def demands(passage: Passage, urged: bool = False) -> Iterator[Demand]:
    """The demands of a paragraph: members of a series, else sentences, each cut at semicolons.

    `urged`: the point over it demands, so that what begins with a verb goes on demanding.
    """
    lead, items = series(passage)
    yield from _running(lead, urged)
    told = tells_faults(lead.text) or narrates(lead.text)
    if told and not any(MUST.search(fold(item.wording.text)) for item in items):
        return
    for item in items:
        yield from _member(item)


def _member(item: Item) -> Iterator[Demand]:
    """A member of a series; where sentences that demand follow its first one, that one only heads them."""
    first = next(sentences(item.wording), item.wording)
    below = list(_running(cut(item.wording, len(first.text)), True))
    head = cut(item.place, 0, first.span.end - item.place.span.start)
    if not below:
        yield Demand(item.place, plain(item.wording.text), item.mark)
    elif is_whole(first.text):
        yield Demand(head, plain(first.text), item.mark)
        yield from (replace(demand, mark=item.mark) for demand in below)
    else:
        yield replace(below[0], mark=item.mark, issue=plain(first.text), head=head)
        yield from (replace(demand, mark=item.mark, issue=plain(first.text)) for demand in below[1:])


def _running(passage: Passage, urged: bool = False) -> Iterator[Demand]:
    decided = False
    for sentence in sentences(passage):
        text = fold(sentence.text)
        if opening(sentence.text):
            decided = bool(DECIDED.match(text))
        if is_details(sentence):
            yield Demand(sentence, sentence.text)
        elif not narrates(sentence.text) and not only_opens(text) and (MUST.search(text) or not is_farewell(text)):
            yield from _clausal(sentence, decided, urged)


def is_details(passage: Passage) -> bool:
    """`（责任单位：县委办；完成时限：6月底前）` or `（县教育局牵头）` says who and when about the demand before it."""
    if WHO.fullmatch(fold(passage.text)):
        return True
    parts = [part for part in labelled(passage) if part.wording.text.strip("（()）【】[] 。")]
    return bool(parts) and all(part.column in DETAILS for part in parts)


def _clausal(sentence: Passage, decided: bool, urged: bool) -> Iterator[Demand]:
    """Where a point urges, one clause that demands takes along those beside it that give no account."""
    clauses = [(clause, bare(clause)) for clause in _clauses(sentence)]
    demanding, told = urged, []
    for _, wording in clauses:
        demanding = decided or demands_something(wording.text, demanding)
        told.append(demanding)
    for (clause, wording), demanded in zip(clauses, told, strict=True):
        if (demanded or (urged and any(told) and not gives_account(wording.text))) and len(wording.text) > 5:
            yield Demand(clause, plain(wording.text))


def bare(clause: Passage) -> Passage:
    """Without `会议要求：（一）`, without `最后强调一点，` and without a dash."""
    wording = cut(clause, len(clause.text) - len(clause.text.lstrip("—–-－")))
    wording = cut(wording, opening(wording.text))
    number = number_of(wording.text) if wording != clause else None
    wording = cut(wording, number.end) if number else wording
    return cut(wording, aside(wording.text))


def headline(place: Passage, wording: Passage) -> Iterator[Demand]:
    """A point whose own words demand, cut at semicolons where each part demands; `place` begins with its number."""
    parts = list(_clauses(wording))
    if len(parts) < 2 or not all(demands_something(part.text, False) for part in parts):
        yield Demand(place, plain(bare(wording).text))
        return
    yield Demand(cut(place, 0, parts[0].span.end - place.span.start), plain(parts[0].text))
    yield from (Demand(part, plain(part.text)) for part in parts[1:])


def _clauses(sentence: Passage) -> Iterator[Passage]:
    """Cut at semicolons, and where a new topic begins: `，对于复杂的问题，要…`."""
    for clause in split(sentence, ";"):
        start = 0
        for match in TOPIC.finditer(fold(clause.text)):
            if demands_something(clause.text[start : match.start()], False):
                yield cut(clause, start, match.end())
                start = match.end()
        yield cut(clause, start)

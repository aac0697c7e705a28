"""Which sentences and clauses of running text demand something?

`要切实加强统筹协调` and `决不允许推诿扯皮` do; `具有重要意义` and `提出了明确要求` do not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bihuan.reading.blocks import Passage
from bihuan.reading.kinds.addressees import lead_named
from bihuan.reading.kinds.columns import Column
from bihuan.reading.kinds.labels import labelled
from bihuan.reading.kinds.sections import DEMAND
from bihuan.reading.lines import cut
from bihuan.reading.numbering import Item, series
from bihuan.reading.numerals import fold
from bihuan.reading.sentences import plain, sentences, split

MUST = re.compile(
    r"(?<![重主需只首必扼纪摘概次简])要(?!求|素|么|点|闻|职|害|塞|件|务|领|是|义|旨|紧|不是|不然)"
    r"|立行立改|即知即改|[^,。;]{2,16}(?:牵头|负责)(?!人)|必须|务必|务须|应当|理应|不得|不准|不许|严禁|决不|绝不|禁止|切勿"
    r"|一律|一经发现|[^,。;]{2,8}(?:负总责|各负其责|具体抓)|^请(?!示)[^,。]{2,20}(?:于|在|将|把|及时|尽快|抓紧|按|配合|提供|安排|做好)"
)
DUE = re.compile(
    r"(?:\d{4}年|今年|明年|本?年)?(?:\d{1,2}月(?:\d{1,2}日|[上中下]旬|底|末)?|年?底)"
    r"(?:(?:之|以)?前|(?=(?:全部|全面)?(?:完成|办结|销号|清零|到位)))"
)
VOW = re.compile(r"(?:我|我们|县委|本人|党委|党组)(?:将|一定)(?!会)")
BEGIN = re.compile(
    r"^(?:切实|坚决|确保|带头|严格|抓紧|尽快|进一步|认真|全力|积极|加快|着力|深入|督促|负责|落实好|做好)"
)
DECIDED = re.compile(
    r"会议(?:还|同时|最后)?(?:要求|决定|议定|明确|同意|部署|确定)(?:了)?|^(?:议定|决定)事项|现将[^。]{0,20}(?:任务|分工)"
)
MEETING = re.compile(
    r"^会议(?:还|同时|最后)?(?:要求|强调|指出|决定|议定|明确|同意|部署|认为|确定|听取|传达|研究|审议)(?:了)?[,:]?"
)
NARRATED = re.compile(r"^会议(?:还|同时)?(?:认为|听取|传达|学习|审议|通报)")
FAREWELL = re.compile(
    r"^(?:同志们[,:!](?=[^。]*(?:让我们|希望|谢谢|努力|奋斗|使命))|最后[,]|让我们|谢谢|预祝|我们?恳请|我们?坚信|我相信)"
)
DETAILS: tuple[Column, ...] = ("leader", "lead_unit", "support_units", "person", "deadline", "period")
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
    for item in items:
        yield from _member(item)


def _member(item: Item) -> Iterator[Demand]:
    """A member of a series; where sentences that demand follow its first one, that one only heads them."""
    first = next(sentences(item.wording), item.wording)
    below = list(_running(cut(item.wording, len(first.text)), True))
    if not below:
        yield Demand(item.place, plain(item.wording.text), item.mark)
    for n, demand in enumerate(below):
        head = cut(item.place, 0, first.span.end - item.place.span.start) if n == 0 else None
        yield replace(demand, mark=item.mark, issue=plain(first.text), head=head)


def _running(passage: Passage, urged: bool = False) -> Iterator[Demand]:
    decided = False
    for sentence in sentences(passage):
        text = fold(sentence.text)
        if MEETING.match(text):
            decided = bool(DECIDED.match(text))
        if is_details(sentence):
            yield Demand(sentence, sentence.text)
        elif not NARRATED.match(text):
            yield from _clausal(sentence, decided, urged)


def is_details(passage: Passage) -> bool:
    """`（责任单位：县委办；完成时限：6月底前）` says who and when about the demand before it."""
    parts = [part for part in labelled(passage) if part.wording.text.strip("（()）【】[] 。")]
    return bool(parts) and all(part.column in DETAILS for part in parts)


def _clausal(sentence: Passage, decided: bool, urged: bool) -> Iterator[Demand]:
    demanding = urged
    for clause in _clauses(sentence):
        opening = MEETING.match(fold(clause.text))
        wording = cut(clause, opening.end() if opening else 0)
        demanding = decided or demands_something(wording.text, demanding)
        if demanding and len(wording.text) > 5:
            yield Demand(clause, plain(wording.text))


def _clauses(sentence: Passage) -> Iterator[Passage]:
    """Cut at semicolons, and where a new topic begins: `，对于复杂的问题，要…`."""
    for clause in split(sentence, ";"):
        start = 0
        for match in TOPIC.finditer(fold(clause.text)):
            if demands_something(clause.text[start : match.start()], False):
                yield cut(clause, start, match.end())
                start = match.end()
        yield cut(clause, start)


def demands_something(text: str, before: bool) -> bool:
    """`before`: the clause before demanded, so one that begins with 切实 or 确保 goes on demanding."""
    folded = fold(text)
    goes_on = before and (BEGIN.match(folded) or DEMAND.match(folded))
    return bool(MUST.search(folded) or VOW.search(folded) or DUE.search(folded) or lead_named(folded) or goes_on)


def resolves(text: str) -> bool:
    """Does this paragraph say what a meeting required or decided?"""
    return bool(MEETING.match(fold(text)) or DECIDED.search(fold(text)[:40]))


LISTS = re.compile(
    r"(?:强调|要求|决定|议定|明确|部署|同意)[^。:]{0,16}:$|(?:意见|要求|事项|任务|分工|希望|工作|建议|条|点)(?:如下)?:$"
)


def lists(text: str) -> bool:
    """`下面我讲三点意见：` and `会议议定事项如下：` open a list of demands."""
    return bool(LISTS.search(fold(text).strip()))


def heads_demands(title: str) -> bool:
    """Is this the heading of a list of demands, like `下一步工作要求` and `工作安排`?"""
    return bool(re.search("(?:要求|任务|安排|打算|措施|部署)$", title))


def is_farewell(text: str) -> bool:
    return bool(FAREWELL.match(fold(text)))


def is_imperative(title: str, mark: str) -> bool:
    """Does a heading demand by itself? `三要严守纪律` and `（二）加强领导` do."""
    return mark.endswith("要") or bool(DEMAND.match(title)) or bool(MUST.search(fold(title)))

"""Which part of a feedback letter is a line in: opening, problems, suggestions or closing?

Headings and the sentences of `turns.py` (`主要是：`) open a part; it lasts until the next one does.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bihuan.reading.aspects import aspect_of, is_aspect, is_field_name, is_generic
from bihuan.reading.blocks import Block, Passage
from bihuan.reading.kinds.turns import TOLD, Role, judging, turn_of
from bihuan.reading.lines import cut
from bihuan.reading.numbering import POINT, SERIAL, Number, number_of
from bihuan.reading.numerals import HAN, fold
from bihuan.reading.numerals import number as numeral
from bihuan.reading.outline import Node, node_of
from bihuan.reading.sentences import is_deficit, sentences

PRAISE_TITLE = re.compile(
    r"肯定|成绩|成效|总体(?:评价|情况|看|印象)|基本(?:情况|评价)|工作(?:开展)?情况|主要(?:做法"
    r"|工作)|特点|亮点|进展"
)
ACCOUNT_TITLE = re.compile(r"肯定|成绩|(?:工作|巡[视察])开展情况|总体评价|基本情况|概况")
REPORT_TITLE = re.compile(r"(?:情况|概况|评价|成绩|成效|过程)(?:回顾)?$")
SUGGEST_TITLE = re.compile(
    r"^[^,。]{0,8}(?:审计|巡视|巡察|整改|处理|督导|检查)(?:处理)?(?:意见|建议|意见和建议)$|意见建议|意见和建议|建议和意见|意见与建议|整改(?:工作)?的?(?:意见|建议|要求)|(?<!委)(?:工作"
    r"|有关|具体|几点|主要|相关)的?(?:意见|建议|要求)$"
    r"|^(?:意见|建议|要求|几点建议)$|^下一?步(?:工作)?(?:的)?(?:打算|整改|建议|意见|要求|工作)?$|如何整改"
)
CLOSE_TITLE = re.compile(
    r"问题线索|线索移交|移交(?:情况|事项|$)|表态|原因(?:分析|剖析)?$|其他(?:需要说明|事项)|有关说明|^附"
)
PROBLEM_TITLE = re.compile(r"(?:主要|突出|存在|发现|具体)[^,。]{0,8}(?:问题|不足)")
DEMAND = re.compile(
    r"^(?:要|加强|强化|坚持|坚决|坚定|切实|深入|进一步|持续|严格|严肃|严明|压实|推动|推进|提高"
    r"|提升|完善|健全|突出|抓好|抓实|抓紧|加大"
    r"|扛牢|扛起|紧盯|着力|深化|增强|全面|认真|牢固|树牢|扎实|统筹|聚力|做好|做实|做细|履行|建立"
    r"|从严|把握|充分|引导|大力)"
)


@dataclass(frozen=True)
class Part:
    """A line or a stretch of one, and the part of the letter it is in. A `turn` only opens the part."""

    role: Role
    place: Passage
    node: Node | None = None
    turn: bool = False


def parts(lines: Iterable[Passage], blocks: Mapping[int, Block], unannounced: bool = False) -> Iterator[Part]:
    """Every line, cut where a sentence inside it turns to another part."""
    members = [member for line in lines for member in _members(line)]
    every = [(line, node_of(line, blocks[line.span.block]) or bare_heading(line)) for line in members]
    where = _Where(next((node for _, node in every if node and opens_problems(node)), None))
    for line, node in every:
        if node:
            where.enter(node)
        yield from _cut(where, line, node, unannounced)


def _members(line: Passage) -> Iterator[Passage]:
    """`二是…；三是…` in one line: a series whose first member has a line of its own."""
    number = number_of(line.text)
    if number is None or number.rank != SERIAL or number.value < 2:
        yield line
        return
    text, start, value = fold(line.text), 0, number.value
    for match in NEXT.finditer(text):
        if numeral(match[1]) == value + 1:
            yield cut(line, start, match.start())
            start, value = match.start(), value + 1
    yield cut(line, start)


NEXT = re.compile(rf"(?<=[。;,])([{HAN}]{{1,2}})是")
BARE_FIELD, BARE_SUGGESTIONS = 15, 25
"""How deep a heading stands that has neither number nor style."""


def bare_heading(line: Passage) -> Node | None:
    """`党建引领方面` or `意见建议` alone on its line."""
    text = fold(line.text).rstrip(": ")
    if len(text) > 30 or re.search("[。;,:!?]", text):
        return None
    if text.endswith("方面"):
        return Node(line, line, None, BARE_FIELD)
    suggests = SUGGEST_TITLE.search(text) and not is_deficit(text) and len(text) < 12
    return Node(line, line, None, BARE_SUGGESTIONS) if suggests else None


class _Where:
    """The part that reading has reached, and the depth of the heading that opened it."""

    def __init__(self, first: Node | None = None) -> None:
        self.role: Role = "opening"
        self.first = first
        """The heading `存在的主要问题` while it is still to come; what reports before it tells of other things."""
        self.rank: int | None = None
        self.begun = False
        self.last: Number | None = None
        """The number of the last suggestion: the next one is a suggestion as well."""

    def enter(self, node: Node) -> None:
        role = role_of_heading(node)
        if node is self.first:
            self.first = None
        elif self._is_account(node):
            self.turn("opening", node.rank)
            return
        outside = self.rank is None or node.rank <= self.rank
        if self.role == "suggestions":
            counted, self.last = self.last, node.number
            goes_on = (
                counted and node.number and counted.rank == node.number.rank and node.number.value == counted.value + 1
            )
            if not goes_on and outside and self._ends_suggestions(node, role):
                self.turn(role or "problems", node.rank if role else None)
        elif self._is_item(node, role, outside):
            return
        elif role and (outside or self.role == "problems"):
            self.turn(role, node.rank)
        elif (self.role == "opening" and outside) or (self.role == "closing" and outside and is_deficit(node.title)):
            self.turn("problems", None)

    def _is_account(self, node: Node) -> bool:
        """`一、上轮巡察整改情况` before `二、发现的主要问题`."""
        beside = self.first is not None and node.rank <= self.first.rank and self.role == "opening"
        return beside and bool(REPORT_TITLE.search(fold(node.title))) and not is_field_name(node.title)

    def _is_item(self, node: Node, role: Role | None, outside: bool) -> bool:
        """A line that sounds like a heading but is one of a list: an enclosure's name, or a whole sentence."""
        if self.role == "closing":
            return node.rank >= POINT and not is_deficit(node.title)
        return role == "opening" and not outside and bool(re.search(",|.{15}", fold(node.title)))

    def _ends_suggestions(self, node: Node, role: Role | None) -> bool:
        """A heading that demands nothing: a named shortcoming, or a new part where a heading began this one."""
        if DEMAND.match(node.title):
            return False
        return is_deficit(node.title) or opens_problems(node) or (role is not None and self.rank is not None)

    def turn(self, role: Role, rank: int | None) -> None:
        if rank is None and role == self.role:
            return
        self.role, self.rank, self.last = role, rank, None
        self.begun = self.begun or role == "problems"


def opens_problems(node: Node) -> bool:
    """`二、巡察发现的主要问题`"""
    return role_of_heading(node) == "problems" and is_generic(node.title) and len(node.title) < 30


def role_of_heading(node: Node) -> Role | None:
    title = fold(node.title)
    if is_deficit(title) or len(title) > 40:
        return "problems" if is_generic(title) else None
    if SUGGEST_TITLE.search(title):
        return "suggestions"
    if is_generic(title) and re.search("问题|不足", title):
        return "problems"
    if CLOSE_TITLE.search(title):
        return "closing"
    if ACCOUNT_TITLE.search(title):
        return "opening"
    if is_generic(title):
        return None
    if PROBLEM_TITLE.search(title) or is_aspect(title):
        return "problems"
    return "opening" if PRAISE_TITLE.search(title) and not aspect_of(title) else None


def _cut(where: _Where, line: Passage, node: Node | None, unannounced: bool) -> Iterator[Part]:
    start = 0
    every = list(sentences(line))
    for n, sentence in enumerate(every):
        at = sentence.span.start - line.span.start
        told = n == 0 or (where.role == "problems" and TOLD.match(fold(sentence.text)))
        role, length = (None, 0) if node and told else turn_of(sentence, where.role, where.begun, n == len(every) - 1)
        if role is None and unannounced and not where.begun and not node:
            role, length = judging(sentence)
        if role is None or (role == where.role and not length):
            continue
        if at > start:
            yield Part(where.role, cut(line, start, at), node and _shortened(node, at))
        node = None if at > start else node
        where.turn(role, None)
        start = at
        if length:
            yield Part(role, cut(line, at, at + length), turn=True)
            start = at + length
    if start < len(line.text):
        yield Part(where.role, cut(line, start), node if start == 0 else None)


def _shortened(node: Node, end: int) -> Node:
    """The heading without what follows in its line and belongs to another part."""
    before = node.wording.span.start - node.line.span.start
    return Node(cut(node.line, 0, end), cut(node.wording, 0, end - before), node.number, node.rank)

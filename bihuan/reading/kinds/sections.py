"""Which part of a feedback letter is a line in: opening, problems, suggestions or closing?

Headings and turning sentences (`主要是：`, `提出以下意见建议`) open a part; it lasts until the next one does.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from bihuan.reading.aspects import aspect_of, is_aspect, is_field_name, is_generic
from bihuan.reading.blocks import Block, Passage
from bihuan.reading.kinds.announcement import announced, only_announces
from bihuan.reading.kinds.headed import head_of
from bihuan.reading.kinds.summary import FIELDS
from bihuan.reading.lines import cut
from bihuan.reading.numbering import POINT, SERIAL, number_of
from bihuan.reading.numerals import HAN, fold
from bihuan.reading.numerals import number as numeral
from bihuan.reading.outline import Node, node_of
from bihuan.reading.sentences import is_deficit, sentences

Role = Literal["opening", "problems", "suggestions", "closing"]

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
CLOSE_TITLE = re.compile(r"问题线索|线索移交|移交(?:情况|事项|$)|表态|其他(?:需要说明|事项)|有关说明|^附")
PROBLEM_TITLE = re.compile(r"(?:主要|突出|存在|发现|具体)[^,。]{0,8}(?:问题|不足)")
DEMAND = re.compile(
    r"^(?:要|加强|强化|坚持|坚决|坚定|切实|深入|进一步|持续|严格|严肃|严明|压实|推动|推进|提高"
    r"|提升|完善|健全|突出|抓好|抓实|抓紧|加大"
    r"|扛牢|扛起|紧盯|着力|深化|增强|全面|认真|牢固|树牢|扎实|统筹|聚力|做好|做实|做细|履行|建立"
    r"|从严|把握|充分|引导|大力)"
)

LABEL = re.compile(r"^(?:具体|反馈)?问题[一二三四五六七八九十\d]{1,3}[:、.]\s*")
BODY = re.compile(
    r"^[^,。:;]{0,24}(?:党组|党委|党工委|党支部|党总支|支部|中心|局|镇|乡|村|社区|街道|公司|医院|学校|学院|小学|中学|站|所|馆):\s*"
)
"""The name of a body before what was found there: `县残联党组：一是…`."""
FOUND = re.compile(r"^[^,。]{0,24}(?:发现|指出|反馈|存在|还有)|(?:问题|不足)[^。]{0,6}[:]|如下|方面,")
TOLD = re.compile(
    r"^(?:会上,|请|对|收到|[^。:]{0,40}(?:反映|表示|参加|列席|主持)|[^,。;:“]{1,18}(?:要(?!求)|必须|务必|须)"
    r"|[^,。:]{0,20}委(?:要求|强调))(?!.{0,30}(?:线索|信访))"
)
"""Inside a numbered line such a sentence turns to nothing: what others say or must do belongs to the finding."""

TURNS: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (
        "closing",
        re.compile(
            r"^(?:同时|此外|另外|期间|巡[视察]期间)?[,]?[^,。]{0,16}(?:还|也)?(?:收到|受理"
            r"|发现)[^。]{0,40}(?:线索|反映|信访)[^。]*(?:转|移|交|处理|办理)"
            r"|线索[^。]{0,24}(?:已|将)[^。]{0,20}(?:移交|转交|转|交由|处理)|^特此|^(?:希)?望(?!远)|^会上[,]"
            r"|^[^。:]{0,40}(?:表态|表示[,:]|主持(?:了)?会议|(?:出|列)席会议|参加会议)"
            r"|^(?:以上|上述)[^。]{0,20}(?:请|望)|^请(?!示)[^。]{2,50}(?:整改|报送|研究|反馈|落实|报告)"
            r"|^(?=[^。]*(?:线索|信访|来信|来访|举报))[^。]*(?:已|均|将|按|并)[^。]{0,30}(?:移交|移送|转交|转送|转有关|转相关|交由)"
            r"[^。]{0,40}(?:处理|办理|处置|核查|调查|纪委|监委|组织部|有关|部门|机关)"
            r"|^(?:对|收到)[^。,]{0,30}[,]?请(?!示)(?:及时|认真|按|于|在|尽快|抓紧|你|贵|各)"
        ),
    ),
    (
        "suggestions",
        re.compile(
            r"提出(?:了)?(?:以下|如下|下列|[一二三四五六七八九十\d]+[点条个方面]+|整改|相关|具体|工作|有关"
            r"|针对性)*的?(?:整改)?(?:意见|建议|要求)"
            r"|^(?:为此|对此|因此|对(?:以上|上述)[^,。]{0,12}|针对[^,。]{0,24}|[^,。]{0,16}(?:巡[视察]组|督导组|检查组"
            r"|组长[^,。]{0,10}|反馈(?:意见)?(?:会)?|会议)[^,。]{0,6})?[,]?(?:建议|要求|强调"
            r"|指出要)[,:]?(?!落实|不)"
            r"|^(?!部分|有的|个别|一些|少数|多数)[^,。;:“]{1,18}(?:组织|党委|党组|党总支|支部|单位|部门|县委|市委|区委|镇委|乡委"
            r"|班子|各级|你们?|局|院|校|公司|干部|书记)(?:主要负责(?:人|同志))?(?:要|必须|务必|务须|须)(?![么求素件点闻])"
            r"|^(?!按|根据|依|对照|对标|比照|落实|距|与)[^,。:;]{0,10}[省市州县区旗镇乡校院]?(?:党)?委(?:主要领导|书记|巡[视察]办)?(?:要求|强调)[,:]"
            r"|^(?:整改)?(?:意见|建议)(?:建议|如下|是|:)|^就(?:做好|抓好)?[^,。]{0,20}(?:整改"
            r"|工作)[^,。]{0,12}(?:意见|建议|要求)"
        ),
    ),
)


@dataclass(frozen=True)
class Part:
    """A line or a stretch of one, and the part of the letter it is in. A `turn` only opens the part."""

    role: Role
    place: Passage
    node: Node | None = None
    turn: bool = False


def parts(lines: Iterable[Passage], blocks: Mapping[int, Block]) -> Iterator[Part]:
    """Every line, cut where a sentence inside it turns to another part."""
    members = [member for line in lines for member in _members(line)]
    every = [(line, node_of(line, blocks[line.span.block]) or bare_heading(line)) for line in members]
    where = _Where(next((node for _, node in every if node and opens_problems(node)), None))
    for line, node in every:
        if node:
            where.enter(node)
        yield from _cut(where, line, node)


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
        """The heading `存在的主要问题` that is still to come; plain headings beside it, before it, tell of other things."""
        self.rank: int | None = None
        self.begun = False

    def enter(self, node: Node) -> None:
        role = role_of_heading(node)
        if node is self.first:
            self.first = None
        elif self._is_account(node, role):
            return self.turn("opening", node.rank)
        outside = self.rank is None or node.rank <= self.rank
        if self.role == "suggestions":
            if outside and self._ends_suggestions(node, role):
                self.turn(role or "problems", node.rank if role else None)
        elif self._is_item(node, role, outside):
            return
        elif role and (outside or self.role == "problems"):
            self.turn(role, node.rank)
        elif (self.role == "opening" and outside) or (self.role == "closing" and outside and is_deficit(node.title)):
            self.turn("problems", None)

    def _is_account(self, node: Node, role: Role | None) -> bool:
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
        self.role, self.rank = role, rank
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


def _cut(where: _Where, line: Passage, node: Node | None) -> Iterator[Part]:
    start = 0
    every = list(sentences(line))
    for n, sentence in enumerate(every):
        at = sentence.span.start - line.span.start
        told = n == 0 or (where.role == "problems" and TOLD.match(fold(sentence.text)))
        role, length = (None, 0) if node and told else turn_of(sentence, where, n == len(every) - 1)
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


def turn_of(sentence: Passage, where: _Where, last: bool = True) -> tuple[Role | None, int]:
    """The part a sentence opens, and how many of its characters only do that.

    `…提出了要求。` in the middle of a paragraph opens nothing: what follows it is told, not demanded.
    """
    text = fold(sentence.text)
    for role, pattern in TURNS:
        match = pattern.search(text)
        if not match or match.start() >= 60 or is_deficit(text[: match.end()]):
            continue
        if role == "closing" and announced(text):
            continue
        length = 0 if role == "closing" else _opening(text, match)
        if length == len(text) and not last and text[-1] != ":" and not re.search("以下|如下|下列", text):
            continue
        return role, length
    return _problems(sentence, where)


def _opening(text: str, match: re.Match[str]) -> int:
    """Up to the colon, or the comma after `建议`; a sentence that only announces is all opening."""
    colon = text.find(":", 0, match.end() + 30)
    if colon >= 0:
        return colon + 1
    if text[match.end() - 1] in ",:":
        return match.end()
    return len(text) if len(text) - match.end() < 6 else 0


def _problems(sentence: Passage, where: _Where) -> tuple[Role | None, int]:
    """An announcement opens the problems, with what it announces in the sentence or after it; a label opens one."""
    if label := LABEL.match(fold(sentence.text)):
        return "problems", label.end()
    if where.role == "problems" and where.begun:
        return None, 0
    text = fold(sentence.text)
    if where.role == "suggestions" and not FOUND.search(text):
        return None, 0
    if end := announced(text):
        return "problems", end
    if (body := BODY.match(text)) and is_deficit(text[body.end() :]):
        return "problems", body.end()
    if len(FIELDS.findall(text)) > 1 and "存在" in text:
        return "problems", 0
    head = head_of(sentence)
    if head and head.aspect and is_deficit(head.rest.text):
        return "problems", 0
    return ("problems", len(text)) if only_announces(text) else (None, 0)

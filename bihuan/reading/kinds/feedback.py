"""Which findings and which suggestions does a feedback letter hold?

The deepest heading with text is a finding, its ancestors give issue and aspect; 一是…二是… inside it are
findings of their own. Praise, clues handed over and the closing are none. A summary without numbers is split
into clauses, each for doubt.
"""

import re
from dataclasses import dataclass

from bihuan.reading.aspects import aspect_name, is_aspect, is_field_name, is_generic
from bihuan.reading.blocks import Document, Passage
from bihuan.reading.drafts import Draft, Reading
from bihuan.reading.kinds.announcement import announces
from bihuan.reading.kinds.frame import frame
from bihuan.reading.kinds.headed import Head, alike, as_aspect, head_of, titled
from bihuan.reading.kinds.sections import Part, parts, role_of_heading
from bihuan.reading.kinds.summary import Point, listed, member, points
from bihuan.reading.kinds.turns import LABEL
from bihuan.reading.lines import cut
from bihuan.reading.margin import Margin
from bihuan.reading.numbering import POINT, SERIAL, Item, series
from bihuan.reading.numerals import fold
from bihuan.reading.outline import Node, Outline, joined, place_in, stands_for_aspect
from bihuan.reading.sentences import elaborates, is_deficit, plain, sentences


def read_feedback(document: Document) -> Reading:
    """Where nothing announces findings, the first sentence that judges opens them."""
    reading = _read(document)
    return reading if reading.findings else _read(document, unannounced=True)


def _read(document: Document, unannounced: bool = False) -> Reading:
    margin = Margin(document.blocks)
    title, body = frame(document, margin)
    letter = Letter(margin)
    for part in parts(body, {block.index: block for block in document.blocks}, unannounced):
        letter.add(part)
    letter.close()
    return margin.reading("feedback", title, letter.findings, document.warnings)


@dataclass(frozen=True)
class Beside:
    """What the lines under one heading have in common, asked once for all of them."""

    aspects: bool
    """Do half of their headings assess aspects?"""
    parted: bool
    """Do semicolons part what stands after their headings?"""
    titled: bool
    """Is one member of 一是…二是… headed by its first sentence?"""


def _beside(nodes: list[Node]) -> Beside:
    return Beside(
        alike([head_of(node.wording) for node in nodes]),
        any(";" in fold(node.wording.text) for node in nodes),
        any(titled(node.wording) for node in nodes if node.rank == SERIAL),
    )


class Letter:
    """A letter as it is read: the tree of the part that is open, and the findings so far."""

    def __init__(self, margin: Margin) -> None:
        self.margin = margin
        self.findings: list[Draft] = []
        self._role = ""
        self._outline: Outline | None = None
        self._known: dict[Node, Beside] = {}

    def add(self, part: Part) -> None:
        if part.role != self._role:
            self.close()
            self._role = part.role
        if part.turn:
            self.margin.head(part.place)
        elif part.role in ("problems", "suggestions"):
            self._outline = self._outline or Outline(cut(part.place, 0, 0))
            if part.node:
                self._outline.add(part.node)
            else:
                self._outline.current.body.append(part.place)

    def close(self) -> None:
        """Turn the tree of the part that ends into rows."""
        if self._outline is None:
            return
        for node in self._outline.root.walk():
            if self._role == "problems":
                self._problem(node)
            else:
                self._suggestion(node)
        self._outline = None

    def _suggestion(self, node: Node) -> None:
        section = node.children or role_of_heading(node) == "suggestions"
        if node.rank >= 0 and section:
            self.margin.head(node.line)
        for place in node.body if node.rank < 0 or section else [node.line, *node.body]:
            lead, items = series(place)
            for piece in [item.place for item in items] or ([place] if place is node.line else sentences(place)):
                self.margin.suggest(piece)
            if items and lead.text:
                self.margin.head(lead)

    def _problem(self, node: Node) -> None:
        more = _additional(node)
        node.body = [place for place in node.body if place not in more]
        head = None if node.children or node.rank < 0 else _head(node, self._beside(node))
        if node.rank < 0:
            self._summary([place for place in node.body if not _introduces(node, place)], "")
        elif node.children and is_field_name(node.title) and len(list(sentences(node.wording))) > 1:
            self._field(node)
        elif node.children:
            self.margin.head(node.line)
        elif head and head.aspect and series(head.rest)[1]:
            self.margin.head(_before(node, head.rest))
            self._summary([head.rest, *node.body], head.aspect, placed=True)
        elif head and (head.aspect or head.issue) and not series(head.rest)[1]:
            self._headed(node, head)
        elif _is_field(node) or (node.body and _stands_over_paragraphs(node)):
            self._field(node)
        elif several := _several(node, self._beside(node)):
            for point in several:
                self._point(point, point.aspect)
        else:
            self._finding(node, *place_in(node, large=True))
        for place in more:
            aspect, issue = place_in(node, large=True)
            self._point(Point(place, _without_lead(place)), aspect, issue)

    def _beside(self, node: Node) -> Beside:
        above = node.parent or node
        if above not in self._known:
            self._known[above] = _beside(above.children)
        return self._known[above]

    def _headed(self, node: Node, head: Head) -> None:
        """A heading and its findings in one line: `一、落实组织路线有短板：A；B`."""
        above = place_in(node, large=True)
        self.margin.head(_before(node, head.rest))
        for point in listed(head, node.mark, self._beside(node).parted):
            self._point(point, point.aspect or above[0], above[1])
        self._summary(node.body, head.aspect)

    def _field(self, node: Node) -> None:
        """A heading that only names an aspect, with its findings as running text under it."""
        first = next(sentences(node.wording), node.wording)
        rest = cut(node.wording, len(first.text))
        self.margin.head(cut(node.line, 0, first.span.end - node.line.span.start))
        self._summary([p for p in (rest, *node.body) if p.text], aspect_name(node.title), placed=True)

    def _finding(self, node: Node, aspect: str, issue: str) -> None:
        """One finding, or one for each member of a series inside it."""
        heads, rows = _serial(node)
        if not rows:
            spans = self.margin.finding(node.line, *node.body)
            self.findings.append(Draft(node.text, spans, aspect, issue, node.mark))
            return
        if heads and heads[0].span.start == node.wording.span.start:
            aspect, issue = aspect or issue, _announced(heads[0])
            if not aspect and stands_for_aspect(node):
                aspect, issue = aspect_name(issue), ""
            self.margin.head(cut(node.line, 0, heads[0].span.end - node.line.span.start))
        for head in heads:
            self.margin.head(head)
        for item, more in rows:
            spans = self.margin.finding(item.place, *more)
            self.findings.append(Draft(joined([item.wording, *more]), spans, aspect, issue, item.mark))

    def _summary(self, body: list[Passage], aspect: str, placed: bool = False) -> None:
        """Running text: clauses that name a shortcoming, and by its place whatever stands under an aspect's heading."""
        for passage in body:
            line = self.margin.text(passage.span.block)
            before, after = _around(line, passage)
            own_line = not after and (not before or bool(LABEL.fullmatch(fold(before))))
            said = fold(passage.text)
            listed_here = (placed or (own_line and bool(aspect or before))) and not NOTHING.search(said)
            figures = own_line and len(body) > 1 and FIGURES.search(said)
            for point in points(passage, own_line, own_line and listed_here and len(body) > 1, placed):
                told = before.endswith((":", "：")) and not OF_THE_VISIT.search(fold(point.wording.text))
                if point.is_named or ((listed_here or figures or told) and not announces(fold(point.wording.text))):
                    self._point(point, point.aspect or aspect)

    def _point(self, point: Point, aspect: str, issue: str = "") -> None:
        for head in point.heads:
            self.margin.head(head)
        spans = self.margin.finding(point.place)
        text, issue = plain(point.wording.text), point.issue or issue
        self.findings.append(Draft(text, spans, aspect, issue, point.mark, confidence="low"))


BESIDE = 200
"""As far as one looks from a passage to what stands beside it on its line; a label is far shorter."""


def _around(line: str, passage: Passage) -> tuple[str, str]:
    """What stands on the line before the passage and after it, as far as `BESIDE`."""
    start, end = passage.span.start, passage.span.end
    return line[max(start - BESIDE, 0) : start].strip(), line[end : end + BESIDE].strip()


def _introduces(root: Node, place: Passage) -> bool:
    """Running text before numbered findings sums them up, unless it holds the first of a series itself."""
    return any(child.rank < SERIAL for child in root.children) and not series(place, opened=True)[1]


ADDITIONAL = re.compile(r"^(?:此外|另外|除此之外|(?:同时|与此同时)[,]?(?=[^,。]{0,8}(?:还|也)(?:存在|有|发现)))[,]?")


def _additional(node: Node) -> list[Passage]:
    """Paragraphs under a finding that name one more: `此外，…`."""
    if node.rank < 0:
        return []
    return [
        p
        for p in node.body
        if ADDITIONAL.match(fold(p.text)) and is_deficit(p.text) and not NOTHING.search(fold(p.text))
    ]


def _without_lead(place: Passage) -> Passage:
    match = ADDITIONAL.match(fold(place.text))
    return cut(place, match.end() if match else 0)


def _head(node: Node, beside: Beside) -> Head | None:
    """The heading inside a line; it gives an aspect where those beside it do."""
    head = head_of(node.wording)
    return as_aspect(head) if head and head.issue and beside.aspects else head


def _before(node: Node, rest: Passage) -> Passage:
    return cut(node.line, 0, rest.span.start - node.line.span.start)


def _is_field(node: Node) -> bool:
    """A heading that names no more than an aspect; a small one with nothing under it is a finding by its place."""
    if node.rank >= POINT and not node.body and not is_field_name(node.title):
        return len(list(sentences(node.wording))) > 1 and is_aspect(node.title)
    return is_aspect(node.title) or is_generic(node.title)


def _stands_over_paragraphs(node: Node) -> bool:
    """`（一）落实组织路线有偏差` is an aspect that is assessed; each paragraph under it tells a finding."""
    if len(list(sentences(node.wording))) > 1 or _serial(node)[1] or place_in(node, large=True)[0]:
        return False
    beside = node.parent.children if node.parent else []
    return (stands_for_aspect(node) and is_deficit(node.body[0].text)) or any(map(_holds_findings, beside))


def _holds_findings(node: Node) -> bool:
    """Two paragraphs or more that each begin with a shortcoming, under a heading that is large or has no number."""
    own = [place for place in node.body if is_deficit(place.text) and not elaborates(place.text)]
    return (node.is_large or node.number is None) and len(node.body) > 1 and len(own) == len(node.body)


def _several(node: Node, beside: Beside) -> list[Point]:
    """`一是…` on a line of its own with a heading holds several findings, like a member of a series."""
    if node.rank != SERIAL or node.body or node.ancestors():
        return []
    found = list(member(Item(node.line, node.wording, node.mark), beside.titled))
    return found if any(point.heads for point in found) else []


OF_THE_VISIT = re.compile(r"巡[视察]|会议|反馈|表态|参加|线索|整改|要求|取得|成效|近年来|坚持")
"""What a sentence after `主要问题是：` says that tells of the inspection, not of a finding."""
FIGURES = re.compile(r"^(?![^。]*(?:问题\d|线索|谈话|走访|座谈|查阅|调阅|调取|受理|统一部署|开展了?.{0,4}巡))[^。]*\d")
"""A paragraph that tells facts by figures, and none of the inspection itself."""
NOTHING = re.compile(
    r"^(?:未|没有|暂未)(?:发现|反映)|^[^。]*:$|请[^,。;]{0,8}(?:核实|核查|查核|研究|办理|处理|关注|参阅)[^,;]{0,4}$"
)
"""Nothing was found, something is only opened, or something is asked: `…一事请一并核实`."""
ANNOUNCED = re.compile(
    r"[,:。]?\s*(?:(?:主要|具体|突出|集中)(?:表现|体现|问题)|(?:主要|具体|突出|集中)?(?:表现|体现|问题|存在)?(?:在|为|是|有|如下))?"
    r"\s*[:]?\s*$"
)


def _announced(lead: Passage) -> str:
    """The issue that stands before a series, without `主要表现在：`."""
    first = next(sentences(lead), lead).text
    match = ANNOUNCED.search(fold(first))
    return plain(first[: match.start()] if match and match.start() > 2 else first)


def _serial(node: Node) -> tuple[list[Passage], list[tuple[Item, list[Passage]]]]:
    """What stands before a series inside a finding, and each member with the paragraphs that follow it."""
    heads: list[Passage] = []
    rows: list[tuple[Item, list[Passage]]] = []
    for place in (node.wording, *node.body):
        lead, items = series(place)
        if items:
            heads += [lead] if lead.text else []
            rows += [(item, []) for item in items]
        elif rows:
            rows[-1][1].append(place)
        else:
            heads.append(place)
    return heads, rows

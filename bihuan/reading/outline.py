"""Which line stands under which? Numbered lines and heading styles make a tree; other lines
are its body."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from bihuan.reading.aspects import aspect_name, aspect_of, is_aspect, is_generic
from bihuan.reading.blocks import Block, Passage
from bihuan.reading.completion import completion_of
from bihuan.reading.lines import cut
from bihuan.reading.numbering import HAN_BRACKET, Number, number_of, series
from bihuan.reading.sentences import is_deficit, plain, sentences

ABOUT = re.compile("关于|聚焦|围绕|对照|落实|贯彻|履行|坚持|在")


@dataclass(eq=False)
class Node:
    """A heading, what stands directly under it, and the headings below it."""

    line: Passage
    wording: Passage
    number: Number | None
    rank: int
    name: str = ""
    """What the heading quotes, where it is more than its first sentence."""
    parent: "Node | None" = None
    body: list[Passage] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)

    @property
    def mark(self) -> str:
        return self.number.mark if self.number else ""

    @property
    def title(self) -> str:
        """The first sentence, as a heading would be quoted."""
        if self.name:
            return self.name
        first = next(sentences(self.wording), self.wording)
        return plain(first.text)

    @property
    def text(self) -> str:
        return joined([self.wording, *self.body])

    @property
    def is_large(self) -> bool:
        """`一、` or `（一）`: by its place an aspect, whatever its wording; `1.` and below are issues."""
        return self.number is not None and self.number.rank <= HAN_BRACKET

    @property
    def names_aspect(self) -> bool:
        return is_aspect(self.title)

    @property
    def speaks_of_aspect(self) -> bool:
        """It names one, or is about something and finds no fault with it: `关于落实上级要求`."""
        about = ABOUT.match(self.title) and not is_deficit(self.title)
        return bool(about) or self.names_aspect or aspect_of(self.title) is not None

    @cached_property
    def holds_issues(self) -> bool:
        """Asked of a finished tree: are the headings right below issues, the lowest ones over the findings?

        They are where not most of them name an aspect, and none has a level between it and the findings.
        """
        deeper = any(b.children or series(b.wording)[1] for node in self.children for b in node.children)
        known = sum(node.speaks_of_aspect for node in self.children)
        return not deeper and 2 * known <= len(self.children)

    def ancestors(self) -> list["Node"]:
        """From the outermost heading to the parent."""
        chain: list[Node] = []
        node = self.parent
        while node is not None and node.rank >= 0:
            chain.insert(0, node)
            node = node.parent
        return chain

    def walk(self) -> Iterator["Node"]:
        """This node and all below it, in reading order, without recursion."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))


def joined(passages: Iterable[Passage]) -> str:
    """Lines made into one wording: a full stop where a line ends without any mark."""
    text = ""
    for passage in passages:
        text += ("。" if text and text[-1] not in "。；：，、,;:!！?？”）)" else "") + passage.text
    return plain(text)


def node_of(line: Passage, block: Block) -> Node | None:
    """The heading that a line is, by its number or its style, or None for body text."""
    number = number_of(line.text)
    if number and not _is_series(line):
        return Node(line, cut(line, number.end), number, number.rank)
    if 0 < block.level <= 6 and len(line.text) < 80:
        return Node(line, line, None, block.level * 10 - 5)
    return None


def _is_series(line: Passage) -> bool:
    """`一是…。二是…。` in one line is running text, not a heading."""
    _, items = series(line)
    return bool(items) and items[0].place.span.start == line.span.start


class Outline:
    """A tree that grows line by line. The root has rank -1 and no text."""

    def __init__(self, root: Passage) -> None:
        self.root = self.current = Node(root, root, None, -1)
        self._last: dict[int, tuple[int, int]] = {}

    def add(self, node: Node) -> None:
        style = node.rank
        node.rank = self._rank(node)
        if node.number:
            self._last[style] = (node.number.value, node.rank)
        while self.current.rank >= node.rank and self.current.parent is not None:
            self.current = self.current.parent
        node.parent = self.current
        self.current.children.append(node)
        self.current = node

    def _rank(self, node: Node) -> int:
        """`（3）` right after `2.` goes on counting in another style, unless its own style counts on."""
        last = self.current.number
        if not node.number or node.number.value == 1 or not last:
            return node.rank
        value, rank = self._last.get(node.rank, (0, node.rank))
        if value == node.number.value - 1:
            return rank
        goes_on = node.number.value == last.value + 1 and not self.current.children
        return self.current.rank if goes_on and node.rank > self.current.rank else node.rank


def place_in(node: Node, *, large: bool = False) -> tuple[str, str]:
    """The aspect and the issue that a node's ancestors give; headings that say nothing are passed over.

    An aspect is known by its wording; in a letter (`large`) a large heading is one by its place.
    """
    above = [n for n in node.ancestors() if not is_generic(n.title) and not completion_of(n.title)]
    if not above:
        return "", ""
    chain = [n.title for n in above]
    aspects = [n.title for n in above if n.names_aspect or (large and _is_aspect_by_place(n))]
    if len(chain) == 1 and not aspects:
        return "", chain[0]
    aspect = aspects[0] if aspects else chain[0]
    last = chain[-1]
    issue = "" if last == aspect else aspect_name(last) if last in aspects else last
    return aspect_name(aspect), issue


def stands_for_aspect(node: Node) -> bool:
    """`（一）管党治党责任落实不力` over findings in running text, beside headings that name aspects."""
    return node.is_large and node.parent is not None and not node.parent.holds_issues


def _is_aspect_by_place(node: Node) -> bool:
    """`（一）` over findings is an issue where the headings beside it name shortcomings of no aspect."""
    alone = all(is_generic(above.title) for above in node.ancestors())
    return node.is_large and not (alone and node.parent and node.parent.holds_issues)

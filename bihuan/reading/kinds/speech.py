"""Which tasks does a speech or a meeting record set? Its points, and the demands under each of them.

`一要…` and `一、…` open points; a sentence or clause that demands (`要…`, `必须…`, `决不允许…`) is a task, and so
is what a meeting decided. Greeting, account and thanks are none.
"""

from collections.abc import Iterator, Mapping

from bihuan.reading.blocks import Document, Passage
from bihuan.reading.drafts import Draft, Reading
from bihuan.reading.kinds.assigned import assigned
from bihuan.reading.kinds.columns import Column
from bihuan.reading.kinds.demands import Demand, demands, headline, is_details
from bihuan.reading.kinds.entry import Dates, Entry, filled
from bihuan.reading.kinds.frame import frame
from bihuan.reading.kinds.openings import heads_demands, is_farewell, lists, narrates, opening, ordinal_of, resolves
from bihuan.reading.kinds.task import task_of
from bihuan.reading.kinds.urging import MUST, gives_account, is_imperative, is_slogan, is_whole, speaks_of
from bihuan.reading.lines import cut
from bihuan.reading.margin import Margin
from bihuan.reading.numbering import HAN_POINT, POINT, SERIAL, number_of, series
from bihuan.reading.numerals import fold
from bihuan.reading.outline import Node, Outline, node_of
from bihuan.reading.sentences import plain, sentences
from bihuan.say import Say, say


def read_speech(document: Document, dates: Dates, columns: Mapping[str, Column]) -> Reading:
    margin = Margin(document.blocks)
    title, lines = frame(document, margin)
    speech = Speech(margin, dates)
    outline = _outline(lines, document)
    nodes = list(outline.root.walk()) if outline else []
    speech.pointless = len(nodes) == 1
    for node in nodes:
        speech.read(node)
    rows, problems = assigned(document, dates, columns, margin)
    speech.warnings += problems
    drafts = sorted([*(entry.settled() for entry in speech.tasks), *rows], key=_place)
    if not drafts:
        speech.warnings.append(say("没有找到提出要求的句子，请手工添加任务。"))
    return margin.reading("speech", title, drafts, [*document.warnings, *speech.warnings])


def _outline(lines: list[Passage], document: Document) -> Outline | None:
    """The points and what stands under them; `一要` at the head of a line is a point where no `一、` is.

    A new `会议要求` does not belong to the last small point before it.
    """
    if not lines:
        return None
    outline = Outline(cut(lines[0], 0, 0))
    nodes = [(line, _node(line, lines, document)) for line in lines]
    headed = any(node and node.rank == HAN_POINT for _, node in nodes)
    for line, node in nodes:
        if node:
            promoted = node.rank == SERIAL and node.mark.endswith("要") and not headed
            node.rank = HAN_POINT if promoted else node.rank
            outline.add(node)
            continue
        while opening(line.text) and outline.current.rank >= POINT and outline.current.parent:
            outline.current = outline.current.parent
        outline.current.body.append(line)
    return outline


def _node(line: Passage, lines: list[Passage], document: Document) -> Node | None:
    """A numbered line, also `一要…。一是…；二是…`, or one of `首先，… 其次，…` that stand in lines of their own."""
    number = number_of(line.text)
    if number and number.mark.endswith("要") and series(cut(line, number.end))[1]:
        return Node(line, cut(line, number.end), number, number.rank)
    node = node_of(line, document.blocks[line.span.block])
    ordinal = None if node else ordinal_of(line.text)
    if not ordinal or is_farewell(line.text) or sum(bool(ordinal_of(other.text)) for other in lines) < 2:
        return node
    return Node(line, cut(line, ordinal.end), ordinal, ordinal.rank)


class Speech:
    """The tasks found so far, in order."""

    def __init__(self, margin: Margin, dates: Dates) -> None:
        self.margin, self.dates = margin, dates
        self.listing = self.deciding = self.pointless = False
        self.tasks: list[Entry] = []
        self.warnings: list[Say] = []

    def read(self, node: Node) -> None:
        """The demands of one point; a point without any is a task itself if its wording demands."""
        found = len(self.tasks)
        point, rest = self._point(node)
        if self._stands_alone(node, rest):
            self._headline(node, rest)
            point = _above(node)
        for place in [rest, *node.body]:
            leaving = is_farewell(place.text)
            if leaving and not MUST.search(fold(place.text)):
                break
            self.listing = self.listing or lists(place.text)
            for demand in self._demands(place, node):
                if leaving and (is_slogan(demand.wording) or not is_whole(demand.wording)):
                    continue
                if len(self.tasks) == found and node.rank >= 0 and is_details(demand.place):
                    self._headline(node, rest)
                if not self._details(demand.place):
                    self._task(demand, point, node)
        if node.rank < 0:
            return
        if len(self.tasks) == found and not node.children and rest.text and self._explains(node, rest):
            for sentence in sentences(rest):
                self._task(Demand(sentence, plain(sentence.text)), point, node)
        if len(self.tasks) == found and not node.children and self._is_task(node):
            self._headline(node, rest)
        else:
            self.margin.head(_heading(node, rest))

    def _headline(self, node: Node, rest: Passage) -> None:
        """The first sentence of a point as its task."""
        heading = _heading(node, rest)
        wording = cut(node.wording, 0, heading.span.end - node.wording.span.start)
        for demand in headline(heading, wording):
            self._task(demand, _above(node), node)

    def _stands_alone(self, node: Node, rest: Passage) -> bool:
        """A first sentence that says who, by when or what was agreed is a demand beside those after it."""
        heading = _heading(node, rest).text
        return node.rank >= 0 and not node.children and heading.endswith(("。", "；", ";")) and is_whole(node.title)

    def _is_task(self, node: Node) -> bool:
        """A point that demands by its own words, or one in the list after `会议强调：`."""
        bare = self.listing and not node.body and node.wording.text.endswith(("。", "；", ";"))
        if speaks_of(node.title) and (node.body or not bare):
            return False
        if narrates(node.title) and not MUST.search(fold(node.title)):
            return False
        return is_imperative(node.title, node.mark) or self._is_listed(node) or bare

    def _is_listed(self, node: Node) -> bool:
        """In the list after `会议强调：` or under a heading like `下一步工作要求`."""
        return node.rank >= POINT and (self.listing or any(heads_demands(above.title) for above in node.ancestors()))

    def _explains(self, node: Node, rest: Passage) -> bool:
        """In a list what follows the first words of a point says what to do, unless it says how things are."""
        told = speaks_of(node.title) or gives_account(rest.text)
        return self._is_listed(node) or (self.listing and not told)

    def _urges(self, node: Node) -> bool:
        """Under a point a verb at the head of a sentence demands, unless the point only gives account."""
        return is_imperative(node.title, node.mark) or self._is_listed(node) or not speaks_of(node.title)

    def _point(self, node: Node) -> tuple[tuple[str, str], Passage]:
        """Where the demands of a node belong, and what its line says beyond its first sentence."""
        first = next(sentences(node.wording), node.wording)
        rest = cut(node.wording, len(first.text))
        if not rest.text:
            rest = cut(node.wording, len(node.wording.text))
        above = _above(node)
        return (above[1] or above[0], node.title) if node.rank >= 0 else ("", ""), rest

    def _demands(self, place: Passage, node: Node) -> Iterator[Demand]:
        """Outside the points only what a meeting decided counts; a greeting may demand politely.

        What a meeting decided runs on over the next paragraphs, until one tells what else the meeting did.
        """
        if opening(place.text) or node.rank >= 0:
            self.deciding = resolves(place.text)
        if node.rank >= 0 or self.deciding or self.pointless or resolves(place.text):
            yield from demands(place, node.rank >= 0 and self._urges(node))
        elif (listed := series(place))[1] and (lists(listed[0].text) or listed[1][0].mark.endswith("要")):
            yield from demands(place)

    def _task(self, demand: Demand, point: tuple[str, str], node: Node) -> None:
        if demand.head:
            self.margin.head(demand.head)
        spans = self.margin.finding(demand.place)
        entry, problems = task_of(demand, spans, point, node.mark, self.dates)
        self.warnings += problems
        self.tasks.append(entry)

    def _details(self, place: Passage) -> bool:
        """What only says who and when belongs to the task before it."""
        if not self.tasks or not is_details(place):
            return False
        spans = self.margin.finding(place)
        entry, problems = task_of(Demand(place, place.text), spans, ("", ""), "", self.dates)
        self.warnings += problems
        self.tasks[-1] = filled(self.tasks[-1], entry)
        return True


def _heading(node: Node, rest: Passage) -> Passage:
    """The line of a point as far as its first sentence goes."""
    return node.line if not rest.text else cut(node.line, 0, rest.span.start - node.line.span.start)


def _above(node: Node) -> tuple[str, str]:
    """The titles of the outermost point and of the parent, if they are two."""
    titles = [plain(above.title) for above in node.ancestors()]
    return (titles[0] if len(titles) > 1 else "", titles[-1] if titles else "")


def _place(draft: Draft) -> tuple[int, int]:
    return draft.spans[0].block, draft.spans[0].start

"""Which headings of a public notice are findings, which hold findings, and which parts tell of other things?"""

import re
from dataclasses import dataclass, field

from bihuan.reading.aspects import is_aspect, is_field_name, is_generic
from bihuan.reading.blocks import Block, Passage
from bihuan.reading.completion import completion_of, trailing
from bihuan.reading.drafts import Completion
from bihuan.reading.kinds.labels import Labelled, label_of, labelled
from bihuan.reading.kinds.subjects import bare_subject, mark_of, subject_of
from bihuan.reading.lines import cut
from bihuan.reading.numbering import HAN_BRACKET, POINT
from bihuan.reading.numerals import fold
from bihuan.reading.outline import Node, Outline, node_of
from bihuan.reading.sentences import is_deficit, plain, sentences

UNNUMBERED = 45
"""How deep a heading stands that names a finding but has no number."""

ASIDE = re.compile(
    r"组织(?:领导|整改|实施|保障|推动)|部署|高度重视|加强领导|领导小组|压实|扛牢|扛起|扛实|提高(?:政治)?站位|统筹"
    r"|动员|督促|总体情况|基本情况|开展情况|工作情况|主要做法|思想认识|主体责任|整改责任|巡[视察]整改工作"
)
TAIL = re.compile(
    r"下一?步|今后|联系方式|监督(?:电话|方式)|后续|持续巩固|巩固(?:深化)?(?:整改|巡)|意见反馈|公示期|公布期"
)
STATUS_HEAD = re.compile(
    r"^[^。,]{0,12}?(?P<status>(?:已|基本|阶段|取得阶段|正在|未|尚未|持续|长期|需)[^。,的]{0,12}?)(?:的)?(?:具体)?(?:问题|事项)"
)
CONTACT = re.compile(
    r"^(?:联系(?:方式|电话|人)|(?:监督)?电话|电子(?:邮箱|信箱)|邮箱|邮政(?:信箱|编码)|(?:通[信讯]|联系)?地址|邮编|公[示布]期|监督)"
    r"[^。]{0,10}[:]|^(?:下一?步|接下来|今后)[,]?[^,。]{1,16}将[^。]*(?:巩固|成果|反弹|后半篇|长效)|^欢迎[^。]{0,40}监督|^(?:如有|对以上)[^。]{0,20}意见"
)


@dataclass(eq=False)
class Heading(Node):
    """A heading of a notice, and what its line says beside its wording."""

    strong: bool = False
    loose: bool = False
    by_label: bool = False
    """Named after `反馈问题：`, which may hold several findings of its own."""
    is_label: bool = False
    is_field: bool = False
    status: Completion | None = None
    standing: bool = False
    parts: list[Labelled] = field(default_factory=list)
    """The text under the heading, in the line itself or below it, cut at its labels."""

    @property
    def names_aspect(self) -> bool:
        return self.is_field or super().names_aspect


class Notice:
    """The tree of a notice."""

    def __init__(self, root: Passage) -> None:
        self.root = Heading(root, root, None, -1)
        self.outline = Outline(root)
        self.outline.root = self.outline.current = self.root
        self._over = False

    def add(self, line: Passage, block: Block) -> None:
        node = node_of(line, block)
        heading = self._heading(node) if node else self._unnumbered(line)
        if heading:
            self._over = False
            self._adopt(heading)
            self.outline.add(heading)
        elif CONTACT.match(fold(line.text)):
            self._over = True
        elif not self._over:
            here = self.outline.current
            here.body.append(line)
            if isinstance(here, Heading):
                here.parts += labelled(line)

    def _adopt(self, heading: Heading) -> None:
        """`（1）修订制度` below `反馈问题：…` belongs to it, unless a heading above counts in that style."""
        chain = [*self.outline.current.ancestors(), self.outline.current]
        ranks = {above.rank for above in chain}
        below = UNNUMBERED in ranks and heading.rank >= POINT and heading.rank not in ranks
        if below and heading.number and not heading.strong:
            heading.rank += UNNUMBERED

    def _heading(self, node: Node) -> Heading:
        heading = Heading(node.line, node.wording, node.number, node.rank)
        subject = subject_of(node.wording.text)
        if subject:
            heading.name, heading.strong, heading.loose = subject.wording, True, subject.loose
            heading.is_field = subject.is_field
            heading.status, heading.standing = subject.status, subject.standing
            self._rest(heading, subject.end)
            return heading
        pieces = list(labelled(node.wording))
        bare = label_of(plain(node.wording.text))
        if bare:
            heading.is_label, heading.parts = (
                True,
                [Labelled(bare, node.wording, cut(node.wording, len(node.wording.text)))],
            )
        elif pieces and pieces[0].column == "finding" and pieces[0].wording.text:
            heading.name, heading.strong = bare_subject(pieces[0].wording.text), True
            heading.by_label = True
            heading.parts = pieces[1:]
        elif pieces and pieces[0].column:
            heading.is_label, heading.parts = True, pieces
        else:
            self._plain(heading, pieces)
        return heading

    def _plain(self, heading: Heading, pieces: list[Labelled]) -> None:
        """A heading that quotes nothing is its first sentence; the rest of its line is what was done."""
        wording = pieces[0].wording if pieces else heading.wording
        first = next(sentences(wording), wording)
        end, heading.status, heading.standing = trailing(first.text)
        heading.name = bare_subject(first.text[:end]) or first.text
        rest = cut(wording, len(first.text))
        length, status, standing = mark_of(fold(rest.text))
        heading.status, heading.standing = heading.status or status, heading.standing or standing
        rest = cut(rest, length)
        heading.parts = [*(labelled(rest) if rest.text else ()), *pieces[1:]]

    def _rest(self, heading: Heading, end: int) -> None:
        rest = cut(heading.wording, end)
        heading.parts = list(labelled(rest)) if rest.text else []

    def _unnumbered(self, line: Passage) -> Heading | None:
        """`关于“…”问题的整改` or `反馈问题：…` on a line of its own."""
        text = fold(line.text)
        named = next(iter(labelled(line)), None)
        subject = subject_of(line.text) if text.startswith(("关于", "“", '"')) else None
        if (named and named.column == "finding" and named.wording.text) or (subject and not subject.loose):
            return self._heading(Node(line, line, None, UNNUMBERED))
        return None


def findings(root: Node) -> set[Node]:
    """The headings that are rows."""
    every = [node for node in root.walk() if isinstance(node, Heading) and node.rank >= 0]
    for node in every:
        parent = node.parent
        if node.loose and isinstance(parent, Heading) and parent.strong:
            node.strong = False
        if any(part.column in ("status", "measure", "progress") for part in node.parts) and not node.is_label:
            node.strong = node.strong or _is_row(node, parent)
    below = _above([node for node in every if node.strong])
    strong = {node for node in every if node.strong and node not in below and not _aside(node, below)}
    beside = {node.parent for node in strong}
    weak = {n for n in every if not n.strong and (not strong or n.parent in beside) and _is_weak(n, below, strong)}
    return strong | (weak - _above(list(weak)))


def _is_row(node: Heading, parent: Node | None) -> bool:
    """Labelled lines make a row, but below a quoted finding only if that one has no text of its own."""
    if not isinstance(parent, Heading) or not parent.strong:
        return True
    has_status = parent.by_label and any(part.column == "status" for part in node.parts)
    return not parent.parts and (is_deficit(node.title) or has_status)


def _above(nodes: list[Heading]) -> set[Node]:
    """Every heading that stands over one of these."""
    return {above for node in nodes for above in node.ancestors()}


def _is_weak(node: Heading, below: set[Node], strong: set[Heading]) -> bool:
    """A heading that names a shortcoming in its own words."""
    if node in below or node.is_label or is_aspect(node.title) or is_generic(node.title):
        return False
    over = node.ancestors()
    return is_deficit(node.title) and not _aside(node, below) and not any(above in strong for above in over)


def _aside(node: Node, below: set[Node]) -> bool:
    """In a part about organisation (unless findings are quoted in it) or about the next steps."""
    for above in [*node.ancestors(), node]:
        title = fold(above.title)
        if (above.rank > HAN_BRACKET and above.rank < POINT) or (isinstance(above, Heading) and above.strong):
            continue
        told = not is_deficit(title) or "打算" in title
        if above.rank <= HAN_BRACKET and TAIL.search(title) and told and "方面" not in title:
            return True
        aside = ASIDE.search(title) and not is_field_name(title)
        if above.rank <= HAN_BRACKET and above not in below and above is not node and aside:
            return True
    return False


def inherited(node: Node) -> Completion | None:
    """The status that a heading above gives: `一、已完成整改的问题`."""
    for above in reversed(node.ancestors()):
        match = STATUS_HEAD.match(fold(above.title))
        if status := completion_of(above.title) or (completion_of(match["status"]) if match else None):
            return status
    return None

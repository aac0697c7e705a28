"""Which findings does a public notice of rectification list, and what was done about each?

A heading that quotes a finding (`关于“…”问题的整改`) or has labelled lines (`整改状态：完成`) is a row; the
headings above give aspect and issue, the text below gives measures, progress and status.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from bihuan.reading.blocks import Document, Passage
from bihuan.reading.completion import completion_of
from bihuan.reading.drafts import Draft, Reading
from bihuan.reading.kinds.columns import Column
from bihuan.reading.kinds.entry import Dates, entry_of
from bihuan.reading.kinds.frame import frame
from bihuan.reading.kinds.grid import grids
from bihuan.reading.kinds.joining import join
from bihuan.reading.kinds.labels import Labelled
from bihuan.reading.kinds.ledger import Tables
from bihuan.reading.kinds.notice import Heading, Notice, findings, inherited
from bihuan.reading.kinds.rows import Row
from bihuan.reading.lines import cut
from bihuan.reading.margin import Margin
from bihuan.reading.outline import place_in
from bihuan.reading.sentences import sentences, split
from bihuan.say import Say, say

RUNNING: tuple[Column, ...] = ("measure", "progress", "cause", "goal", "remark")
"""Labels whose text may go on in the next paragraphs."""


NOTED = re.compile(
    r"^(?:目前|现|截至目前)?[，,]?(?:该|此|上述|以上)?项?(?:问题|事项|工作|任务)?(?:目前|现)?(?=[已基阶正未持])"
)


def read_disclosure(document: Document, dates: Dates, columns: Mapping[str, Column]) -> Reading:
    margin = Margin(document.blocks)
    title, lines = frame(document, margin)
    warnings: list[Say] = list(document.warnings)
    drafts: list[Draft] = []
    if lines:
        notice = Notice(cut(lines[0], 0, 0))
        for line in lines:
            notice.add(line, document.blocks[line.span.block])
        drafts = list(_drafts(notice, margin, dates, warnings))
    tables = Tables(margin, dates, columns)
    for grid in grids(document.blocks):
        tables.read(grid)
    drafts += join(tables.lists)
    if not drafts:
        warnings.append(say("这份通报没有逐项列出问题，只有总体情况。"))
    return margin.reading("disclosure", title or tables.title, drafts, [*warnings, *tables.warnings])


def _drafts(notice: Notice, margin: Margin, dates: Dates, warnings: list[Say]) -> list[Draft]:
    rows = findings(notice.root)
    over = {above for node in rows for above in node.ancestors()}
    drafts: list[Draft] = []
    for node in notice.root.walk():
        if node in over:
            margin.head(node.line)
        elif node in rows and isinstance(node, Heading):
            below = list(node.walk())
            spans = margin.finding(*(place for under in below for place in (under.line, *under.body)))
            over_it = " ".join(above.title for above in node.ancestors())
            entry, problems = entry_of(_row(node), spans, dates, partial(_named, node.title), over_it)
            warnings += problems
            drafts.append(_marked(entry.settled(), node))
    return drafts


def _named(title: str, row: int) -> str:
    """How a notice's row is called in a warning; it has no row number."""
    return f"“{title[:12]}”"


def _marked(draft: Draft, node: Heading) -> Draft:
    status = draft.status or node.status or inherited(node)
    return replace(draft, status=status, standing=draft.standing or node.standing)


def _row(node: Heading) -> Row:
    """The finding as a row of a ledger: labelled texts in their columns, all other text is progress."""
    row = Row(0, node.mark, *place_in(node))
    row.levels = [node.title]
    column: Column = "progress"
    for part in _parts(node):
        if part.column == "manifestation" and part.wording.text:
            row.levels.append(part.wording.text)
            continue
        label = part.column if part.column not in (None, "finding", "manifestation") else None
        here = label or column
        column = here if here in RUNNING else "progress"
        text, status = _concluded(part.wording) if here in RUNNING else (part.wording.text, "")
        if status:
            row.texts["status"] = [status]
        if text:
            row.texts.setdefault(here, []).append(text)
            if here == "deadline":
                row.deadlines.append((0, text))
    if "status" not in row.texts and (ended := _ended(node)):
        row.texts["status"] = [ended]
    if "measure" not in row.texts:
        row.texts["measure"] = list(row.texts.get("progress", []))
    return row


def _ended(node: Heading) -> str:
    """The status that a single sentence of result begins or ends with: `健全制度，已完成整改。`"""
    texts = [part.wording for part in _parts(node)]
    if len(texts) != 1 or len(list(sentences(texts[0]))) > 1:
        return ""
    clauses = list(split(texts[0], ",;"))
    ends = (clauses[-1].text, clauses[0].text) if len(clauses) > 1 else ()
    return next((text for text in ends if completion_of(text)), "")


def _concluded(wording: Passage) -> tuple[str, str]:
    """A text whose last or first sentence is nothing but a status (`…。已完成并长期坚持。`), without it."""
    every = list(sentences(wording))
    if len(every) > 1 and (status := _status(every[-1].text)):
        return cut(wording, 0, every[-1].span.start - wording.span.start).text, status
    if len(every) > 1 and (status := _status(every[0].text)):
        return cut(wording, len(every[0].text)).text, status
    return wording.text, ""


def _status(sentence: str) -> str:
    """`该问题已整改完成，长期坚持。` and `（基本完成）` without what is not the status."""
    words = NOTED.sub("", sentence).strip("（）()【】[] ")
    return words if completion_of(words) else ""


def _parts(node: Heading) -> list[Labelled]:
    """The text of the finding and of everything below it, in order."""
    parts = list(node.parts)
    for under in node.walk():
        if under is not node and isinstance(under, Heading):
            parts += under.parts if under.is_label else [Labelled(None, under.line, under.line), *_body(under)]
    return parts


def _body(node: Heading) -> list[Labelled]:
    """What stands below a line that belongs to a finding; the line itself is taken whole."""
    return [
        part
        for part in node.parts
        if part.place.span.start >= node.line.span.end or part.place.span.block != node.line.span.block
    ]

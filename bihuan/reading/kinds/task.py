"""How does a demand become a draft? Who leads it and by when, from its brackets or its own words."""

import re

from bihuan.reading.blocks import Passage, Span
from bihuan.reading.deadline import IMMEDIATE
from bihuan.reading.kinds.addressees import helpers_named, lead_named, leader_named
from bihuan.reading.kinds.columns import Column
from bihuan.reading.kinds.demands import WHO, Demand
from bihuan.reading.kinds.entry import Dates, Entry, entry_of
from bihuan.reading.kinds.labels import labelled
from bihuan.reading.kinds.rows import Row
from bihuan.reading.kinds.urging import DUE
from bihuan.reading.numerals import fold
from bihuan.reading.sentences import plain
from bihuan.say import Say

TAIL = re.compile(WHO.pattern + "$")
NOUN = re.compile("的?(?:事项|问题|清单|台账|任务|通知|要求|事宜|件)")
"""What 立行立改 only names: `移交的立行立改事项` must be dealt with, it is not said to be dealt with at once."""


def task_of(
    demand: Demand, spans: tuple[Span, ...], point: tuple[str, str], mark: str, dates: Dates
) -> tuple[Entry, list[Say]]:
    """`point` is the point above and the point itself, `mark` its number."""
    row = Row(0, demand.mark or mark, *((point[1] or point[0], demand.issue) if demand.issue else point))
    wording = Passage(demand.wording, Span(0, 0, len(demand.wording)))
    for part in labelled(wording):
        text = part.wording.text.strip("（）()【】[]，,；;。 ")
        if part.column is None:
            row.levels = [_without_tail(text) if text else demand.wording]
        elif text:
            row.texts.setdefault(part.column, []).append(text)
            row.deadlines += [(0, text)] if part.column == "deadline" else []
    _in_words(row, fold(demand.wording))
    if any(not NOUN.match(demand.wording, match.end()) for match in IMMEDIATE.finditer(demand.wording)):
        row.texts.setdefault("kind", []).append("立行立改")
    if "长期坚持" in demand.wording:
        row.texts.setdefault("standing", []).append("长期坚持")
    return entry_of(row, spans, dates, lambda row: f"“{plain(demand.wording)[:12]}”")


def _without_tail(text: str) -> str:
    """Without brackets at its end that only say who does it: `修缮校舍（县教育局牵头）`."""
    tail = TAIL.search(fold(text))
    return text[: tail.start()] if tail and tail.start() > 3 else text


def _in_words(row: Row, text: str) -> None:
    """`由县委办牵头，县财政局配合，于6月底前完成` where no bracket says it; the last deadline counts."""
    named: tuple[tuple[Column, str], ...] = (
        ("leader", leader_named(text)),
        ("lead_unit", lead_named(text)),
        ("support_units", helpers_named(text)),
    )
    for column, units in named:
        if units and not row.texts.get(column):
            row.texts[column] = [units]
    if not row.deadlines and (dates := [match[0] for match in DUE.finditer(text)]):
        row.texts["deadline"] = dates
        row.deadlines += [(0, day) for day in dates]

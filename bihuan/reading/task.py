"""How does a demand become a draft? Who leads it and by when, from its brackets or its own words."""

import re

from bihuan.reading.blocks import Passage, Span
from bihuan.reading.deadline import IMMEDIATE
from bihuan.reading.demands import Demand
from bihuan.reading.entry import Dates, Entry, entry_of
from bihuan.reading.labels import labelled
from bihuan.reading.numerals import fold
from bihuan.reading.rows import Row
from bihuan.reading.sentences import plain
from bihuan.say import Say

LEADS = re.compile(r"由(?P<unit>[^,。;由]{2,24}?)(?:牵头|负责|承办|主办)")
HELPS = re.compile(r"(?:牵头|负责)[,、]?(?P<unit>[^,。;]{2,40}?)(?:配合|参与|协助)")
BY = re.compile(r"(?:\d{4}年|今年|明年|本?年)?(?:\d{1,2}月(?:\d{1,2}日|[上中下]旬|底|末)?|年?底)(?:之?前|以前)")


def task_of(
    demand: Demand, spans: tuple[Span, ...], point: tuple[str, str], mark: str, dates: Dates
) -> tuple[Entry, list[Say]]:
    """`point` is the point above and the point itself, `mark` its number."""
    row = Row(0, demand.mark or mark, *point)
    wording = Passage(demand.wording, Span(0, 0, len(demand.wording)))
    for part in labelled(wording):
        text = part.wording.text.strip("（）()【】[]，,；;。 ")
        if part.column is None:
            row.levels = [text if text else demand.wording]
        elif text:
            row.texts.setdefault(part.column, []).append(text)
            row.deadlines += [(0, text)] if part.column == "deadline" else []
    _in_words(row, fold(demand.wording))
    if IMMEDIATE.search(demand.wording):
        row.texts.setdefault("kind", []).append("立行立改")
    return entry_of(row, spans, dates, lambda row: f"“{plain(demand.wording)[:12]}”")


def _in_words(row: Row, text: str) -> None:
    """`由县委办牵头，县财政局配合，于6月底前完成` where no bracket says it."""
    for column, pattern in (("lead_unit", LEADS), ("support_units", HELPS)):
        match = pattern.search(text)
        if match and column == "lead_unit" and not row.texts.get("lead_unit"):
            row.texts["lead_unit"] = [match["unit"]]
        elif match and column == "support_units" and not row.texts.get("support_units"):
            row.texts["support_units"] = [match["unit"]]
    match = BY.search(text)
    if match and not row.deadlines:
        row.texts["deadline"] = [match[0]]
        row.deadlines.append((0, match[0]))

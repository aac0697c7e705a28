"""How does one row of a ledger become a draft?"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import chain

from bihuan.reading.blocks import Span
from bihuan.reading.completion import completion_of, leading
from bihuan.reading.deadline import IMMEDIATE, STANDING, Due, read_deadline
from bihuan.reading.drafts import Completion, Draft
from bihuan.reading.kinds.columns import Column
from bihuan.reading.kinds.rows import Row
from bihuan.reading.measures import measures
from bihuan.reading.numbering import number_of
from bihuan.reading.sentences import plain
from bihuan.reading.units import unique, units
from bihuan.say import Say

LASTING = re.compile("长期|常态化")
PERCENT = re.compile(r"[\d.\s]+%?")
YES = re.compile(r"^(?:是|√|✓|✔|☑|Y|y|有)")
LEAD_AND_PERSON = re.compile(r"[^/／\n]{2,}[/／][\u4e00-\u9fff·]{2,4}")


@dataclass(frozen=True)
class Dates:
    """What deadlines are counted from."""

    feedback: date | None = None
    intensive_end: date | None = None


@dataclass(frozen=True)
class Entry:
    """A draft, and who claimed the finding (认领): they lead it only if nobody else is named."""

    draft: Draft
    claimed_by: str = ""
    claimed_unit: str = ""

    def settled(self) -> Draft:
        draft = self.draft
        if not self.claimed_by and not self.claimed_unit:
            return draft
        return replace(draft, leader=draft.leader or self.claimed_by, lead_unit=draft.lead_unit or self.claimed_unit)


def entry_of(
    row: Row, spans: tuple[Span, ...], dates: Dates, place: Callable[[int], str], head: str = ""
) -> tuple[Entry, list[Say]]:
    """The entry of a row, and what is wrong with its deadline. `place` is `第 3 行`, `head` the
    table's title."""
    aspect, issue, text = _wording(row)
    due, problems = _due(row, dates, place)
    lead, supports, person = _people(row.text("lead_unit"), row.text("support_units"), _names(row.text("person")))
    status, progress = _status(row)
    kind = row.text("kind")
    draft = Draft(
        text=text,
        spans=spans,
        aspect=_aspect(row) or aspect or row.aspect,
        issue=issue or row.issue,
        number=row.number,
        cause=_cells(row, "cause"),
        goal=_cells(row, "goal"),
        measures=unique(chain.from_iterable(map(measures, row.texts.get("measure", ())))),
        progress=progress,
        status=status,
        deadline=due.day,
        deadline_text="；".join(row.texts.get("deadline") or row.texts.get("period", [])),
        standing=due.standing or _flag(row, "standing") or bool(LASTING.search(kind + row.text("status"))),
        immediate=due.immediate or _flag(row, "immediate") or bool(IMMEDIATE.search(kind + row.text("sort") + head)),
        key=_flag(row, "key"),
        common="共性" in row.text("common"),
        leader=_names(row.text("leader", "division_leader")),
        lead_unit=lead,
        support_units=supports,
        person=person,
        remark=_cells(row, "remark"),
        confidence="high" if text else "low",
    )
    return Entry(draft, _names(row.text("claim_leader")), units(row.text("claim_unit"))[0]), problems


def _wording(row: Row) -> tuple[str, str, str]:
    """The deepest wording, the one above it, and of three levels the outermost as aspect; without
    their numbers."""
    levels = list(dict.fromkeys(_bare(level) for level in row.levels))
    padded = ["", "", *levels]
    return (levels[0] if len(levels) > 2 else ""), padded[-2], padded[-1]


NO_ASPECT = frozenset({"巡视", "巡察", "常规巡视", "常规巡察", "—", "-", "/", "无"})


def _aspect(row: Row) -> str:
    """The aspect's column, or the class of findings; neither a dash nor that it comes from 巡视 itself is one."""
    texts = row.texts.get("aspect", []) + row.texts.get("sort", [])
    return next((_bare(t) for t in texts if t not in NO_ASPECT), "")


@lru_cache(maxsize=4096)
def _bare(text: str) -> str:
    """A wording without its number; that of an aspect or an issue stands in many rows."""
    number = number_of(text)
    wording = text[number.end :] if number else text
    return plain(_prose(wording))


def _prose(text: str) -> str:
    """Lines of a cell as one wording."""
    return (re.sub(r"\s*\n\s*", "", text) if "\n" in text else text).strip()


def _cells(row: Row, column: Column) -> str:
    """All cells of a column as one wording."""
    return "；".join([_prose(text).rstrip("；;") for text in row.texts.get(column, ())])


def _names(text: str) -> str:
    text = text.strip()
    return re.sub(r"\s*\n\s*", "、", text) if "\n" in text else text


def _due(row: Row, dates: Dates, place: Callable[[int], str]) -> tuple[Due, list[Say]]:
    """The last deadline of the row's measures; a period (整改周期) counts only where no date is given."""
    texts = row.deadlines or [(row.first, text) for text in row.texts.get("period", [])]
    read = [read_deadline(t, dates.feedback, dates.intensive_end, place(at)) for at, t in texts]
    if len(read) == 1:
        return read[0], [read[0].problem] if read[0].problem else []
    day = max((due.day for due in read if due.day), default=None)
    standing, immediate = any(due.standing for due in read), any(due.immediate for due in read)
    return Due(day, standing, immediate), [due.problem for due in read if due.problem]


@lru_cache(maxsize=4096)
def _people(cell: str, supporting: str, person: str) -> tuple[str, tuple[str, ...], str]:
    """The unit that leads, those that support, and the person, from their cells: the same ones in many rows."""
    if LEAD_AND_PERSON.fullmatch(cell) and not person and not re.search("[局委办部室镇乡]$", cell):
        cell, person = re.split("[/／]", cell)
    lead, supports = units(cell)
    first, more = units(supporting)
    others = unique(unit for unit in (*supports, first, *more) if unit and unit != lead)
    return (lead, others, person) if lead else (first, more, person)


def _status(row: Row) -> tuple[Completion | None, str]:
    """The status that a status column gives; a sentence in it is progress."""
    progress = _cells(row, "progress")
    asked: Column = "status" if row.texts.get("status") else "question"
    texts = row.texts.get(asked, [])
    read = [completion_of(t, question=asked == "question") or leading(t) for t in texts]
    if not progress:
        progress = "；".join(_prose(t) for t in texts if not completion_of(t, True) and not PERCENT.fullmatch(t))
    return (_overall(read) if texts else completion_of(progress)), progress


def _overall(read: list[Completion | None]) -> Completion | None:
    """One status for several measures: done if all are, open if any is, else partly."""
    known = {status for status in read if status}
    if len(known) < 2:
        return next(iter(known), None)
    return "open" if "open" in known else "partly"


def _flag(row: Row, column: Column) -> bool:
    return bool(YES.match(row.text(column))) or (column == "standing" and bool(STANDING.search(row.text(column))))


def filled(one: Entry, other: Entry) -> Entry:
    """One entry from two rows about the same finding: what the first lacks, the second gives."""
    first, second = one.draft, other.draft
    empty = {name: getattr(second, name) for name in FILLED if not getattr(first, name)}
    flags = {name: getattr(first, name) or getattr(second, name) for name in FLAGS}
    supports = unique(
        u for u in (*first.support_units, *second.support_units) if u != (first.lead_unit or second.lead_unit)
    )
    draft = replace(
        first,
        spans=first.spans + second.spans,
        measures=unique((*first.measures, *second.measures)),
        support_units=supports,
        **empty,
        **flags,
    )
    return Entry(draft, one.claimed_by or other.claimed_by, one.claimed_unit or other.claimed_unit)


FILLED = (
    "aspect", "issue", "cause", "goal", "progress", "status", "deadline", "deadline_text", "leader", "lead_unit",
    "person", "remark",
)  # fmt: skip
FLAGS = ("standing", "immediate", "key", "common")

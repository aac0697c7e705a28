"""How is a reading spread out for a person to check? As lines of the original, and as rows in the document's order.

Every character of the body stands in a row of some place, or in furniture. What a reader of documents has forgotten
altogether is found here and becomes a loose row, so that nothing can be lost on the way.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from bihuan.ledger.models import DraftRow, Intake, OriginalLine
from bihuan.ledger.queries.unit_names import UnitNames
from bihuan.reading.blocks import Block, Passage, Span
from bihuan.reading.drafts import Draft, Reading
from bihuan.reading.margin import Margin
from bihuan.say import Say

ASPECT = 200
KEPT = ("number", "cause", "goal", "progress", "status", "deadline_text", "leader", "person", "remark", "lead_unit",
        "standing", "immediate", "key", "common")  # fmt: skip
Place = DraftRow.Place


def lines(intake: Intake, blocks: Iterable[Block]) -> list[OriginalLine]:
    """A paragraph is a line; the cells of one row of a table are one line."""
    made = []
    for position, (_, group) in enumerate(groupby(blocks, key=_line_key)):
        cells = list(group)
        first = cells[0]
        made.append(
            OriginalLine(
                intake=intake,
                position=position,
                kind=first.kind,
                level=first.level,
                sheet=fit(first.sheet)[:100],
                row=first.row,
                cells=[[cell.index, cell.column, fit(cell.text)] for cell in cells],
            )
        )
    return made


def _line_key(block: Block) -> tuple[int, int, int]:
    return (block.table, block.row, -1) if block.kind == "cell" else (0, 0, block.index)


def rows(intake: Intake, reading: Reading, made: Iterable[OriginalLine], names: UnitNames) -> list[DraftRow]:
    """The rows of all places, numbered and placed in the order of the document."""
    line_of = {cell[0]: line.position for line in made for cell in line.cells}
    found = [*_drafted(reading), *_passages(reading)]
    found.sort(key=lambda row: (row.spans[0][:2] if row.spans else [0, 0], row.place != Place.ROW))
    for number, row in enumerate(found, start=1):
        row.intake, row.number, row.position = intake, number, number
        touched = [line_of[block] for block, _, _ in row.spans] or [0]
        row.first_line, row.last_line = min(touched), max(touched)
        row.unknown_units = len(names.unknown(row.values)) if row.place == Place.ROW else 0
    return found


def _drafted(reading: Reading) -> Iterator[DraftRow]:
    for draft in reading.findings:
        aspect, issue = _headings(draft)
        yield DraftRow(
            place=Place.ROW,
            aspect=aspect,
            issue=issue,
            text=fit(draft.text),
            values=values_of(draft),
            spans=[[span.block, span.start, span.end] for span in draft.spans],
            low=draft.confidence == "low",
        )


def _headings(draft: Draft) -> tuple[str, str]:
    """Aspect and issue; an aspect too long for its column is no aspect but a heading."""
    aspect, issue = fit(draft.aspect), fit(draft.issue)
    return (aspect, issue) if len(aspect) <= ASPECT else ("", "　".join(filter(None, (aspect, issue))))


def values_of(draft: Draft) -> dict[str, Any]:
    """What a draft says beyond its wording, as JSON takes it."""
    values = {name: getattr(draft, name) for name in KEPT if getattr(draft, name)}
    if draft.measures:
        values["measures"] = list(draft.measures)
    if draft.support_units:
        values["support_units"] = list(draft.support_units)
    if draft.deadline:
        values["deadline"] = draft.deadline.isoformat()
    return _fit_all(values)


def _passages(reading: Reading) -> Iterator[DraftRow]:
    places = (
        (Place.SUGGESTION, reading.suggestions),
        (Place.HEADING, reading.headings),
        (Place.LOOSE, (*reading.unassigned, *forgotten(reading))),
    )
    for place, passages in places:
        for passage in passages:
            span = passage.span
            yield DraftRow(place=place, text=fit(passage.text), spans=[[span.block, span.start, span.end]])


def forgotten(reading: Reading) -> tuple[Passage, ...]:
    """The text that stands in no part of the reading; none, if its reader kept the promise."""
    margin = Margin(reading.blocks)
    for draft in reading.findings:
        margin.finding(*(Passage("", span) for span in draft.spans))
    for passage in (*reading.suggestions, *reading.headings, *reading.furniture, *reading.unassigned):
        margin.furnish(passage)
    return margin.rest()


def plain_warnings(warnings: Iterable[Say]) -> list[dict[str, Any]]:
    """Sentences as JSON takes them; they are translated when they are shown."""
    return [{"text": said.text, "values": {k: _plain(v) for k, v in said.values.items()}} for said in warnings]


def _plain(value: object) -> str | int:
    return value if isinstance(value, int) else fit(str(value))


def fit(text: str) -> str:
    """The text without what no database takes, and as long as before, so that places stay true."""
    return text.replace("\x00", " ").encode("utf-8", "replace").decode("utf-8")


def _fit_all(value: Any) -> Any:
    if isinstance(value, str):
        return fit(value)
    if isinstance(value, list):
        return [_fit_all(each) for each in value]
    if isinstance(value, dict):
        return {name: _fit_all(each) for name, each in value.items()}
    return value


def spans_of(row: DraftRow) -> tuple[Span, ...]:
    return tuple(Span(*span) for span in row.spans)

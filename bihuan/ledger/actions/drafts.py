"""What may a person do to a drafted row? Each verb is one step, kept with before and after, so that it can be undone.

Steps are no facts and leave no line in the trail; opening, confirming and discarding the intake do. Nothing is ever
deleted: a row that was merged away, or whose making was undone, is *gone* and can come back.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Max

from bihuan.ledger.actions.intake import locked
from bihuan.ledger.actions.spread import spans_of
from bihuan.ledger.models import DraftRow, DraftStep, Intake
from bihuan.ledger.queries.intake_facts import facts
from bihuan.ledger.queries.original import texts_of
from bihuan.ledger.queries.unit_names import UnitNames
from bihuan.people.viewer import Viewer
from bihuan.reading.parting import halves, joined, part
from bihuan.rules.intake import Move, decide
from bihuan.rules.life import Refusal
from bihuan.say import say

Place = DraftRow.Place
Rows = list[DraftRow]
Change = Callable[[Intake, Rows], Rows | Refusal]
PICTURE = ("number", "place", "aspect", "issue", "text", "values", "spans", "first_line", "last_line", "low", "like",
           "change")  # fmt: skip
NO_ROW = Refusal("when", say("这一行已不在草稿里，可能刚被并入或剔除，请刷新后再看。"))
TAKEN = Refusal("when", say("这几行后来又有改动，请先撤销后面的改动。"))


def edit_row(row: DraftRow, fields: Mapping[str, Any], *, by: Viewer, at: datetime) -> DraftStep | Refusal:
    """Put in what a person wrote: `aspect`, `issue`, `text`, and any of `values`. An edited row counts as checked."""

    def change(_: Intake, rows: Rows) -> Rows:
        (kept,) = rows
        if fields.get("text", kept.text) != kept.text:
            kept.like = ""
        for name, value in fields.items():
            if name in ("aspect", "issue", "text"):
                setattr(kept, name, value)
            else:
                kept.values = {k: v for k, v in {**kept.values, name: value}.items() if v}
        kept.low = False
        return rows

    return _step(row.intake, "edit", [row.number], change, by=by, at=at)


def accept_row(row: DraftRow, *, by: Viewer, at: datetime) -> DraftStep | Refusal:
    """Somebody has looked at a doubtful row and found it right."""

    def change(_: Intake, rows: Rows) -> Rows:
        rows[0].low, rows[0].like = False, ""
        return rows

    return _step(row.intake, "accept", [row.number], change, by=by, at=at)


def split_row(row: DraftRow, where: int, *, by: Viewer, at: datetime) -> DraftStep | Refusal:
    """Part a row, or a text that is none yet, before the character at `where`; the second half stands below it.

    Measures and progress stay above.
    """

    def change(intake: Intake, rows: Rows) -> Rows | Refusal:
        (above,) = rows
        head, tail = halves(above.text, where)
        if not head or not tail:
            return Refusal("what", say("拆分处的前后都要有文字，请换一个位置。"))
        below = _next_row(intake, above)
        above.text, below.text = head, tail
        _part_spans(intake, above, below, head, tail)
        for half in (above, below):
            half.low, half.like = False, ""
        return [above, below]

    return _step(row.intake, "split", [row.number], change, by=by, at=at)


def merge_row(row: DraftRow, *, by: Viewer, at: datetime) -> DraftStep | Refusal:
    """Put a row into the one above it."""
    above = neighbour(row, up=True)
    if above is None:
        return Refusal("what", say("上面没有可以并入的行。"))

    def change(_: Intake, rows: Rows) -> Rows:
        upper, lower = sorted(rows, key=lambda each: (each.position, each.pk))
        upper.text = joined(upper.text, lower.text)
        upper.values = _merged(upper.values, lower.values)
        upper.spans = upper.spans + [span for span in lower.spans if span not in upper.spans]
        _spread_lines(upper, (upper, lower))
        upper.low, upper.like, lower.place = False, "", Place.GONE
        return [upper, lower]

    return _step(row.intake, "merge", [above.number, row.number], change, by=by, at=at)


def move_row(row: DraftRow, *, up: bool, by: Viewer, at: datetime) -> DraftStep | Refusal:
    other = neighbour(row, up=up)
    if other is None:
        return Refusal("what", say("已经是第一行。") if up else say("已经是最后一行。"))
    return _step(row.intake, "move", [row.number, other.number], _swap, by=by, at=at)


def _swap(_: Intake, rows: Rows) -> Rows:
    one, other = rows
    one.position, other.position = other.position, one.position
    return rows


def drop_row(row: DraftRow, *, by: Viewer, at: datetime) -> DraftStep | Refusal:
    """Not a finding. Its text stays in sight as dropped."""
    return _place(row, Place.DROPPED, "drop", by=by, at=at)


def leave_row(row: DraftRow, *, by: Viewer, at: datetime) -> DraftStep | Refusal:
    """A wording that a new version changed: neither noted nor a finding of its own."""

    def change(_: Intake, rows: Rows) -> Rows | Refusal:
        if (rows[0].place, rows[0].change) != (Place.DROPPED, DraftRow.Change.REWORDED):
            return NO_ROW
        rows[0].change = DraftRow.Change.LEFT
        return rows

    return _step(row.intake, "leave", [row.number], change, by=by, at=at)


def take_row(row: DraftRow, *, by: Viewer, at: datetime) -> DraftStep | Refusal:
    """A finding after all: a dropped row, an unassigned sentence, a suggestion or a heading becomes a row."""
    return _place(row, Place.ROW, "take", by=by, at=at)


def _place(row: DraftRow, place: DraftRow.Place, verb: str, *, by: Viewer, at: datetime) -> DraftStep | Refusal:
    def change(_: Intake, rows: Rows) -> Rows | Refusal:
        if rows[0].place == place:
            return NO_ROW
        rows[0].place = place
        return rows

    return _step(row.intake, verb, [row.number], change, by=by, at=at)


def name_unit(intake: Intake, name: str, unit_name: str, *, by: Viewer, at: datetime) -> DraftStep | Refusal:
    """Say once, for every row, which unit a name means; an empty `unit_name` clears it."""
    rows = intake.rows.filter(place=Place.ROW, unknown_units__gt=0)
    numbers = [row.number for row in rows if name in _names(row.values)]
    if not numbers:
        return Refusal("when", say("没有哪一行还写着“{name}”。", name=name))

    def change(_: Intake, rows: Rows) -> Rows:
        for row in rows:
            row.values = _renamed(row.values, name, unit_name)
        return rows

    return _step(intake, "unit", numbers, change, by=by, at=at)


def _names(values: Mapping[str, Any]) -> list[str]:
    return [values.get("lead_unit", ""), *values.get("support_units", ())]


def _renamed(values: Mapping[str, Any], name: str, unit_name: str) -> dict[str, Any]:
    lead = values.get("lead_unit", "")
    supports = [unit_name if each == name else each for each in values.get("support_units", ())]
    new = {
        **values,
        "lead_unit": unit_name if lead == name else lead,
        "support_units": list(dict.fromkeys(filter(None, supports))),
    }
    return {key: value for key, value in new.items() if value}


@transaction.atomic
def undo_step(step: DraftStep, *, by: Viewer, at: datetime) -> DraftStep | Refusal:
    """Turn a step back, unless its rows have been changed since."""
    intake = locked(step.intake)
    verdict = decide(Move.EDIT, facts(intake, by))
    if isinstance(verdict, Refusal):
        return verdict
    kept = DraftStep.objects.get(pk=step.pk)
    rows = {row.number: row for row in _rows(intake, [shape["number"] for shape in kept.after])}
    if kept.undone_at or any(picture(rows[shape["number"]]) != shape for shape in kept.after):
        return TAKEN
    before = {shape["number"]: shape for shape in kept.before}
    for number, row in rows.items():
        for name, value in before.get(number, {"place": Place.GONE}).items():
            setattr(row, name, value)
    if kept.verb == "move":
        _swap(intake, list(rows.values()))
    _save(intake, rows.values())
    kept.undone_at = at
    kept.save(update_fields=["undone_at"])
    return kept


def picture(row: DraftRow) -> dict[str, Any]:
    """Everything about a row but where it stands among the others."""
    return {name: getattr(row, name) for name in PICTURE}


def neighbour(row: DraftRow, *, up: bool) -> DraftRow | None:
    """The drafted row next to this one."""
    rows = DraftRow.objects.filter(intake=row.intake_id, place=Place.ROW)
    if up:
        return rows.filter(position__lt=row.position).order_by("-position", "-pk").first()
    return rows.filter(position__gt=row.position).order_by("position", "pk").first()


@transaction.atomic
def _step(
    intake: Intake, verb: str, numbers: Iterable[int], change: Change, *, by: Viewer, at: datetime
) -> DraftStep | Refusal:
    """Lock, let the rules decide, change the rows, keep the step."""
    held = locked(intake)
    verdict = decide(Move.EDIT, facts(held, by))
    if isinstance(verdict, Refusal):
        return verdict
    rows = _rows(held, numbers)
    if not rows or any(row.place == Place.GONE for row in rows):
        return NO_ROW
    before = [picture(row) for row in rows]
    changed = change(held, rows)
    if isinstance(changed, Refusal):
        return changed
    _save(held, changed)
    last = DraftStep.objects.filter(intake=held).aggregate(last=Max("number"))["last"] or 0
    after = [picture(row) for row in changed]
    return DraftStep.objects.create(
        intake=held, number=last + 1, verb=verb, before=before, after=after, by=by.account, at=at
    )


def _rows(intake: Intake, numbers: Iterable[int]) -> Rows:
    return list(DraftRow.objects.filter(intake=intake, number__in=list(numbers)).order_by("position", "pk"))


def _save(intake: Intake, rows: Iterable[DraftRow]) -> None:
    names = UnitNames(intake.round.organisation)
    for row in rows:
        row.unknown_units = len(names.unknown(row.values)) if row.place == Place.ROW else 0
        row.save()


def _next_row(intake: Intake, above: DraftRow) -> DraftRow:
    """A new row directly below this one, of the same aspect, issue, units and deadline."""
    rows = DraftRow.objects.filter(intake=intake)
    rows.filter(position__gt=above.position).update(position=F("position") + 1)
    last = rows.aggregate(last=Max("number"))["last"]
    values = {k: v for k, v in above.values.items() if k not in ("measures", "progress", "number")}
    return DraftRow.objects.create(
        intake=intake,
        number=last + 1,
        position=above.position + 1,
        place=above.place,
        aspect=above.aspect,
        issue=above.issue,
        values=values,
    )


def _part_spans(intake: Intake, above: DraftRow, below: DraftRow, head: str, tail: str) -> None:
    texts = texts_of(intake, above.first_line, above.last_line)
    spans = spans_of(above)
    originals = tuple(texts[span.block][span.start : span.end] for span in spans)
    upper, lower = part(spans, originals, head, tail)
    line = above.last_line
    above.spans = [[span.block, span.start, span.end] for span in upper]
    below.spans = [[span.block, span.start, span.end] for span in lower]
    below.first_line, below.last_line = above.first_line, line


def _spread_lines(row: DraftRow, over: Iterable[DraftRow]) -> None:
    each = list(over)
    row.first_line, row.last_line = min(r.first_line for r in each), max(r.last_line for r in each)


def _merged(upper: Mapping[str, Any], lower: Mapping[str, Any]) -> dict[str, Any]:
    """What two rows say beyond their wording: lists and texts of both, and otherwise the first that says anything."""
    merged = {**lower, **upper}
    for name in ("measures", "support_units"):
        both = dict.fromkeys([*upper.get(name, ()), *lower.get(name, ())])
        merged[name] = [each for each in both if each != merged.get("lead_unit") or name == "measures"]
    for name in ("cause", "goal", "progress", "remark"):
        merged[name] = "\n".join(dict.fromkeys(filter(None, (upper.get(name), lower.get(name)))))
    other_lead = lower.get("lead_unit")
    if other_lead and other_lead != merged.get("lead_unit"):
        merged["support_units"] = list(dict.fromkeys([*merged["support_units"], other_lead]))
    return {key: value for key, value in merged.items() if value}

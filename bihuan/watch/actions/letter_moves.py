"""How does a letter move? Every move of `rules/letter.py` passes through here; at issue it gets its number for good."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from bihuan.ledger.actions.second_term import order_second_term
from bihuan.papers.actions import keep
from bihuan.people.models import Organisation
from bihuan.people.viewer import Viewer
from bihuan.rounds.queries import calendar_of
from bihuan.rules.ladder import document_number
from bihuan.rules.letter import Move, Status, decide, turn
from bihuan.rules.life import Refusal
from bihuan.rules.workdays import add
from bihuan.watch.actions.letters import locked, tell
from bihuan.watch.models import Letter
from bihuan.watch.queries.ladder import ladder_of, step_of
from bihuan.watch.queries.letter_facts import letter_facts
from bihuan.watch.queries.letter_paper import paper_of
from bihuan.writing.letter import write_letter

EVENTS: dict[Move, str] = {
    Move.SUBMIT: "letter.submitted",
    Move.APPROVE: "letter.approved",
    Move.RETURN: "letter.returned",
    Move.ISSUE: "letter.issued",
    Move.SIGN: "letter.signed",
    Move.ANSWER: "letter.answered",
    Move.CLOSE: "letter.closed",
    Move.ASK_AGAIN: "letter.asked_again",
    Move.CANCEL: "letter.cancelled",
    Move.RECALL: "letter.recalled",
}


@dataclass(frozen=True)
class Act:
    """Who makes the move, when, and what was written with it."""

    by: Viewer
    at: datetime
    note: str


@transaction.atomic
def move_letter(letter: Letter, which: Move, *, by: Viewer, at: datetime, note: str = "") -> Letter | Refusal:
    """Make one move, or say why not. All or nothing: a letter without its file or its new date is not issued."""
    row, act = locked(letter), Act(by, at, note.strip())
    verdict = decide(which, letter_facts(row, by, today=timezone.localdate(at), note=act.note))
    if isinstance(verdict, Refusal):
        return verdict
    before = _picture(row)
    _into(row, verdict, at)
    effect = EFFECTS.get(which)
    refusal = effect(row, act) if effect else None
    if refusal:
        transaction.set_rollback(True)
        return refusal
    row.save()
    after = _picture(row)
    changed = [name for name in after if after[name] != before[name]]
    old, new = ({name: values[name] for name in changed} for values in (before, after))
    findings = {"findings": [each["ref"] for each in row.facts]}
    tell(EVENTS[which], row, by=by, at=at, before=old, after=new | findings, note=act.note)
    return row


def _into(row: Letter, status: Status, at: datetime) -> None:
    step = step_of(row)
    holder = turn(status, step.approver, wants_answer=step.answer_days > 0)
    row.status, row.holder, row.since = status.value, holder.value if holder else "", at


def _picture(row: Letter) -> dict[str, Any]:
    """What the trail keeps of a letter before and after a move."""
    return {
        "status": row.status,
        "holder": row.holder,
        "document_number": row.document_number,
        "answer_due": row.answer_due,
        "hash": row.paper.hash if row.paper else "",
    }


# --- what a move does beyond the status -------------------------------------


def _approve(row: Letter, act: Act) -> None:
    row.approved_by, row.approved_at = act.by.account, act.at


def _issue(row: Letter, act: Act) -> Refusal | None:
    """Number, last day to answer, new date of its findings, and the file that stays as it is."""
    step, today = step_of(row), timezone.localdate(act.at)
    organisation = Organisation.objects.select_for_update(no_key=True).get(pk=row.organisation_id)
    row.issued_by, row.issued_at = act.by.account, act.at
    row.year, row.word = today.year, step.word
    row.serial = _next_serial(row)
    row.document_number = document_number(ladder_of(organisation).prefix, step.word, today.year, row.serial)
    if step.answer_days:
        row.answer_due = add(today, step.answer_days, calendar_of(organisation))
    return _order_term(row, act) or _freeze(row, act)


def _next_serial(row: Letter) -> int:
    """Without gaps: taken under the organisation's lock, in the transaction that issues."""
    same = Letter.objects.filter(organisation=row.organisation_id, year=row.year, word=row.word)
    return (same.aggregate(last=Max("serial"))["last"] or 0) + 1


def _order_term(row: Letter, act: Act) -> Refusal | None:
    if row.term is None:
        return None
    for finding in row.findings.order_by("number"):
        ordered = order_second_term(finding, row.term, by=act.by, at=act.at, reason=row.document_number)
        if isinstance(ordered, Refusal):
            return ordered
    return None


def _freeze(row: Letter, act: Act) -> Refusal | None:
    """The Word file under its hash. What it says was read here already, so it is not read a second time."""
    paper = paper_of(row)
    kept = keep(
        row.organisation,
        name=f"{row.document_number}（{row.unit.label}）.docx",
        data=write_letter(paper),
        unit=row.unit,
        by=act.by,
        at=act.at,
        text="\n".join([paper.title, paper.number, paper.unit, paper.text]),
    )
    if isinstance(kept, Refusal):
        return kept
    row.paper = kept.paper
    return None


def _sign(row: Letter, act: Act) -> None:
    row.signed_by, row.signed_at = act.by.account, act.at


def _answer(row: Letter, act: Act) -> None:
    row.answer, row.answered_by, row.answered_at = act.note, act.by.account, act.at


def _end(row: Letter, act: Act) -> None:
    row.ended_at, row.end_reason = act.at, act.note


EFFECTS: dict[Move, Callable[[Letter, Act], Refusal | None]] = {
    Move.APPROVE: _approve,
    Move.ISSUE: _issue,
    Move.SIGN: _sign,
    Move.ANSWER: _answer,
    Move.CLOSE: _end,
    Move.CANCEL: _end,
    Move.RECALL: _end,
}

"""What is done to a unit's self-check sheet? It is answered point by point, signed by the head, or returned."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.files import File
from django.db import transaction

from bihuan.desk.models import CheckAnswer, CheckPoint, CheckSheet
from bihuan.desk.names import ANSWERS
from bihuan.desk.queries.sheets import Line, facts_of, lines_of_sheet
from bihuan.papers.actions import keep
from bihuan.papers.models import Paper
from bihuan.people.viewer import Viewer
from bihuan.rules.life import Refusal
from bihuan.rules.rounds import may_change
from bihuan.rules.sheet import Move, Status, decide
from bihuan.say import say
from bihuan.trail.actions import record


@transaction.atomic
def answer_point(
    sheet: CheckSheet, point: CheckPoint, answer: str, text: str, *, by: Viewer, at: datetime
) -> CheckAnswer | Refusal:
    """Keep one answer as it stands. What was found may be written later; the signature waits for it.

    Before it is signed it is the unit's own draft: the trail tells that it was written, the signature tells what.
    """
    row = _locked(sheet)
    if refusal := _not_writable(row, by):
        return refusal
    if answer not in CheckAnswer.Answer.values:
        return Refusal("what", say("请先选择“是”“部分”或“否”。"))
    said = CheckAnswer.objects.filter(sheet=row, point=point).first() or CheckAnswer(sheet=row, point=point)
    before = (said.answer, said.text)
    said.answer, said.text = answer, text.strip()
    if before != (said.answer, said.text):
        said.save()
        _record("checksheet.answered", row, by=by, at=at, after={"point": point.number})
    return said


def attach_proof(
    sheet: CheckSheet, point: CheckPoint, file: File, *, by: Viewer, at: datetime
) -> CheckAnswer | Refusal:
    """Keep a file as the proof of one answer, in the place of the one before."""
    if refusal := _not_writable(sheet, by):
        return refusal
    if not CheckAnswer.objects.filter(sheet=sheet, point=point).exists():
        return Refusal("what", say("请先作答，再上传佐证。"))
    kept = keep(sheet.selfcheck.organisation, name=file.name or "佐证", data=file, unit=sheet.unit, by=by, at=at)
    return kept if isinstance(kept, Refusal) else _prove(sheet, point, kept.paper, by=by, at=at)


def detach_proof(sheet: CheckSheet, point: CheckPoint, *, by: Viewer, at: datetime) -> CheckAnswer | Refusal:
    """The answer stands without proof; the paper itself stays kept."""
    return _prove(sheet, point, None, by=by, at=at)


@transaction.atomic
def _prove(
    sheet: CheckSheet, point: CheckPoint, paper: Paper | None, *, by: Viewer, at: datetime
) -> CheckAnswer | Refusal:
    row = _locked(sheet)
    if refusal := _not_writable(row, by):
        return refusal
    said = CheckAnswer.objects.filter(sheet=row, point=point).select_related("proof").first()
    if said is None:
        return Refusal("what", say("请先作答，再上传佐证。"))
    before, said.proof = said.proof, paper
    if before != paper:
        said.save(update_fields=["proof"])
        was = {"proof": before.ref} if before else {}
        after = {"point": point.number, "proof": paper.ref if paper else ""}
        _record("checksheet.proved", row, by=by, at=at, before=was, after=after)
    return said


@transaction.atomic
def sign_sheet(sheet: CheckSheet, typed: str, *, by: Viewer, at: datetime) -> CheckSheet | Refusal:
    """The head types the own name under the promise of truthfulness; then the answers stand."""
    row = _locked(sheet)
    if refusal := _elsewhere(row, by):
        return refusal
    lines = lines_of_sheet(row)
    verdict = decide(Move.SIGN, facts_of(row, by, lines, typed=typed))
    if isinstance(verdict, Refusal):
        return verdict
    row.status, row.signed_name, row.signed_by, row.signed_at = verdict.value, typed.strip(), by.account, at
    row.returned_for = ""
    row.save()
    _record("checksheet.signed", row, by=by, at=at, after={"signed_name": row.signed_name, "answers": _told(lines)})
    return row


@transaction.atomic
def return_sheet(sheet: CheckSheet, reason: str, *, by: Viewer, at: datetime) -> CheckSheet | Refusal:
    """The office sends it back with its reason; the unit answers again and the head signs again."""
    row = _locked(sheet)
    if refusal := _elsewhere(row, by):
        return refusal
    verdict = decide(Move.RETURN, facts_of(row, by, lines_of_sheet(row), note=reason))
    if isinstance(verdict, Refusal):
        return verdict
    before = {"signed_name": row.signed_name}
    row.status, row.returned_for = verdict.value, reason.strip()
    row.signed_name, row.signed_by, row.signed_at = "", None, None
    row.save()
    _record("checksheet.returned", row, by=by, at=at, before=before, note=row.returned_for)
    return row


def _told(lines: Sequence[Line]) -> list[str]:
    """What was signed, point by point: `3 部分：两笔缺公函`."""
    said = [(line.point.number, line.answer) for line in lines if line.answer]
    return [
        f"{number} {ANSWERS[answer.answer].text}{'：' if answer.text else ''}{answer.text}" for number, answer in said
    ]


def _not_writable(row: CheckSheet, by: Viewer) -> Refusal | None:
    if refusal := _elsewhere(row, by):
        return refusal
    verdict = decide(Move.ANSWER, facts_of(row, by, ()))
    if isinstance(verdict, Refusal) and row.status == Status.SIGNED.value and verdict.kind == "when":
        return Refusal("when", say("自查表已签字，不能再改；确需修改请联络组退回。"))
    return verdict if isinstance(verdict, Refusal) else None


def _elsewhere(row: CheckSheet, by: Viewer) -> Refusal | None:
    """Another organisation, a round that is over, or a unit that is no more."""
    if by.organisation.pk != row.selfcheck.organisation_id:
        return Refusal("who", say("这一步不由您办理。"))
    if row.unit.closed_on:
        text = say(
            "“{unit}”已于 {date} 撤并，自查表不再填写。", unit=row.unit.label, date=row.unit.closed_on.isoformat()
        )
        return Refusal("when", text)
    return may_change(row.selfcheck.round.finished_on)


def _locked(sheet: CheckSheet) -> CheckSheet:
    related = ("selfcheck__organisation", "selfcheck__round", "unit")
    return CheckSheet.objects.select_for_update(of=("self",)).select_related(*related).get(pk=sheet.pk)


def _record(event: str, row: CheckSheet, *, by: Viewer, at: datetime, **values: Any) -> None:
    code = row.selfcheck.organisation.code
    record(event, row.ref, organisation=code, by=by, at=at, unit_path=row.unit.path, **values)

"""How is a letter drafted from the record, and how does its draft change before it is submitted?"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from bihuan.ledger.models import Finding
from bihuan.people.models import Organisation, Unit
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rounds.queries import calendar_of
from bihuan.rules.ladder import Ladder, Step
from bihuan.rules.letter import Status
from bihuan.rules.life import Refusal
from bihuan.rules.people import Role
from bihuan.say import say
from bihuan.trail.actions import record
from bihuan.watch.models import Letter
from bihuan.watch.queries.ladder import ladder_of, step_of
from bihuan.watch.queries.letter_facts import facts_of, open_findings, with_record
from bihuan.writing.letter import draft_text

LONGEST = 10_000
NOT_YOURS = say("督办文书由整改办起草。")
Values = Mapping[str, Any]


@transaction.atomic
def draft(
    round: Round,
    unit: Unit,
    step: str,
    findings: Sequence[Finding],
    *,
    by: Viewer,
    at: datetime,
    term: date | None = None,
    skip_reason: str = "",
) -> Letter | Refusal:
    """Write down what the record says of these findings at this moment, and the text to begin with."""
    if not by.is_office or by.organisation.pk != round.organisation_id:
        return Refusal("who", NOT_YOURS)
    ladder = ladder_of(round.organisation).ladder
    chosen = _chosen(round, unit, findings, by)
    if refusal := _bad(ladder, step, unit, chosen, len(findings)):
        return refusal
    today, calendar = timezone.localdate(at), calendar_of(round.organisation)
    facts, which = facts_of(chosen, today=today, calendar=calendar), ladder.step(step)
    organisation = Organisation.objects.select_for_update(no_key=True).get(pk=round.organisation_id)
    last = Letter.objects.filter(organisation=organisation).aggregate(last=Max("number"))["last"]
    row = Letter.objects.create(
        organisation=organisation,
        round=round,
        number=(last or 0) + 1,
        unit=unit,
        ladder=ladder.name,
        step=step,
        text=_text(round, which, facts, today),
        facts=[asdict(each) for each in facts],
        as_of=at,
        term=term if which.new_term else None,
        skip_reason=skip_reason.strip()[:300],
        holder=Role.OFFICE.value,
        since=at,
        drafted_by=by.account,
        drafted_at=at,
    )
    row.findings.set(chosen)
    tell("letter.drafted", row, by=by, at=at, after=_picture(row), note=row.skip_reason)
    return row


def _chosen(round: Round, unit: Unit, findings: Sequence[Finding], by: Viewer) -> list[Finding]:
    """Those that a letter to this unit may be about, as they are now."""
    keys = [each.pk for each in findings]
    return list(with_record(Finding.objects.filter(open_findings(by, unit.pk), round=round, pk__in=keys)))


def _bad(ladder: Ladder, step: str, unit: Unit, chosen: list[Finding], wanted: int) -> Refusal | None:
    if all(each.name != step for each in ladder.steps):
        return Refusal("what", say("请选择文书种类。"))
    if not chosen:
        return Refusal("what", say("请至少选择一个由{unit}牵头、没有销号的反馈问题。", unit=unit.label))
    if len(chosen) < wanted:
        return Refusal("when", say("选中的问题中有的已销号或已改派，请刷新后重新选择。"))
    return None


def _text(round: Round, step: Step, facts: Sequence[Any], today: date) -> str:
    """In Chinese, whoever drafts it: it is the office's paper."""
    return draft_text(facts, round=round.group or round.title, demand=str(step.demand), as_of=today.isoformat())


def _picture(row: Letter) -> dict[str, Any]:
    return {
        "step": str(step_of(row).title),
        "unit": row.unit.label,
        "findings": [each["ref"] for each in row.facts],
        "term": row.term,
    }


@transaction.atomic
def revise(
    letter: Letter, text: str, *, by: Viewer, at: datetime, term: date | None = None, skip_reason: str = ""
) -> Letter | Refusal:
    """Change the words of a draft. What the record said of the findings stays as it was written down."""
    row = locked(letter)
    if not by.is_office or by.organisation.pk != row.organisation_id:
        return Refusal("who", NOT_YOURS)
    if row.status != Status.DRAFT:
        return Refusal("when", say("{ref} 已提交，不能再改；需要修改的请审批人退回。", ref=row.ref))
    text = text.replace("\r\n", "\n").strip()
    if not text:
        return Refusal("what", say("正文不能为空。"))
    if len(text) > LONGEST:
        return Refusal("what", say("正文有 {count} 字，最多 {most} 字，请写短些。", count=len(text), most=LONGEST))
    before = {"text": row.text, "term": row.term, "skip_reason": row.skip_reason}
    row.text, row.skip_reason = text, skip_reason.strip()[:300]
    row.term = term if step_of(row).new_term else None
    after = {"text": row.text, "term": row.term, "skip_reason": row.skip_reason}
    changed = [name for name in after if after[name] != before[name]]
    if changed:
        row.save(update_fields=["text", "term", "skip_reason"])
        old, new = ({name: values[name] for name in changed} for values in (before, after))
        tell("letter.revised", row, by=by, at=at, before=old, after=new)
    return row


def locked(letter: Letter) -> Letter:
    """The row as it is now, held until the transaction ends."""
    Letter.objects.select_for_update().get(pk=letter.pk)
    return Letter.objects.select_related("organisation", "round", "unit", "drafted_by", "paper").get(pk=letter.pk)


def tell(
    event: str,
    row: Letter,
    *,
    by: Viewer,
    at: datetime,
    before: Values | None = None,
    after: Values | None = None,
    note: str = "",
) -> None:
    """One line about the letter, under its unit."""
    record(
        event,
        row.ref,
        organisation=row.organisation.code,
        by=by,
        at=at,
        unit_path=row.unit.path,
        before=before,
        after=after,
        note=note,
    )

"""How is the work on a finding recorded? Progress, proof, and measures marked done or taken up again."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import PurePath
from typing import Any

from django.core.files import File
from django.db import transaction

from bihuan.ledger.actions.line import tell
from bihuan.ledger.actions.moves import locked
from bihuan.ledger.models import Evidence, Finding, Measure, Progress
from bihuan.ledger.queries.facts import facts, gather, measure_facts
from bihuan.papers.actions import keep
from bihuan.papers.models import Paper
from bihuan.people.viewer import Viewer
from bihuan.rules import finding as finding_rules
from bihuan.rules import measure as rules
from bihuan.rules.life import Refusal
from bihuan.rules.measure import Kind, Move, Status
from bihuan.say import say


@dataclass(frozen=True)
class ProofText:
    """What a person says of one proof; meeting, approval and issue number only for a new rule."""

    title: str
    document_date: date
    explanation: str = ""
    is_rule: bool = False
    meeting: str = ""
    approval: str = ""
    issue_number: str = ""


@transaction.atomic
def add_progress(
    finding: Finding, text: str, *, measure: Measure | None = None, by: Viewer, at: datetime
) -> Progress | Refusal:
    """Write down what has been done, on the finding or on one of its measures."""
    row = gather(locked(finding))
    verdict = finding_rules.decide(finding_rules.Move.WORK, facts(row, by))
    if isinstance(verdict, Refusal):
        return verdict
    if not text.strip():
        return Refusal("what", say("请写明进展。"))
    entry = Progress.objects.create(finding=row, measure=measure, text=text.strip(), by=by.account, at=at)
    tell("progress.added", row, by=by, at=at, after={"which": measure.ref if measure else row.ref, "text": entry.text})
    return entry


@transaction.atomic
def attach_evidence(
    measure: Measure, paper: Paper, written: ProofText, *, by: Viewer, at: datetime
) -> Evidence | Refusal:
    """Attach a stored paper as proof of a measure, or change what is said of it. One paper proves a measure once."""
    row = gather(locked(measure.finding))
    verdict = finding_rules.decide(finding_rules.Move.WORK, facts(row, by))
    if isinstance(verdict, Refusal):
        return verdict
    if written.document_date > at.date():
        return Refusal("what", say("材料日期 {date} 晚于今天，请改正。", date=written.document_date.isoformat()))
    if rules.is_early(written.document_date, row.round.feedback_on) and not written.explanation.strip():
        return Refusal("what", say("材料日期早于反馈日期，请说明情况。"))
    if written.is_rule and not rules.rule_proof_complete(written.meeting, written.approval, written.issue_number):
        return Refusal("what", say("制度类佐证请写明研究会议、审批和文号。"))
    proof, is_new = Evidence.objects.update_or_create(
        measure=measure,
        paper=paper,
        defaults=vars(written),
        create_defaults=vars(written) | {"attached_by": by.account, "attached_at": at},
    )
    event = "evidence.attached" if is_new else "evidence.changed"
    tell(event, row, by=by, at=at, after={"which": measure.ref, "paper": paper.ref, **vars(written)})
    return proof


def attach_all(
    measure: Measure, *, files: list[File], stored: Paper | None, title: str, by: Viewer, at: datetime, **said: Any
) -> list[Evidence] | Refusal:
    """Keep each file, then attach them and the stored paper, all or none. A kept file is never lost."""
    papers = [stored] if stored else []
    for file in files:
        kept = keep(by.organisation, name=file.name, data=file, unit=measure.finding.lead_unit, by=by, at=at)
        if isinstance(kept, Refusal):
            return kept
        papers.append(kept.paper)
    proofs = []
    with transaction.atomic():
        for paper in papers:
            name = title if title and len(papers) == 1 else PurePath(paper.name).stem
            proof = attach_evidence(measure, paper, ProofText(title=name[:200], **said), by=by, at=at)
            if isinstance(proof, Refusal):
                transaction.set_rollback(True)
                return proof
            proofs.append(proof)
    return proofs


@transaction.atomic
def detach_evidence(proof: Evidence, *, by: Viewer, at: datetime, note: str = "") -> Finding | Refusal:
    """Take a proof away from a measure that is still open. The paper itself stays stored."""
    row = gather(locked(proof.measure.finding))
    verdict = finding_rules.decide(finding_rules.Move.WORK, facts(row, by))
    if isinstance(verdict, Refusal):
        return verdict
    if proof.measure.status == Status.DONE:
        return Refusal("when", say("措施已标记完成，请先恢复为未完成，再取下佐证。"))
    after = {"which": proof.measure.ref, "paper": proof.paper.ref, "title": proof.title}
    proof.delete()
    tell("evidence.detached", row, by=by, at=at, after=after, note=note)
    return row


@transaction.atomic
def set_numbers(
    measure: Measure, numbers: dict[Kind, Decimal | None], *, by: Viewer, at: datetime
) -> Measure | Refusal:
    """Write down the numbers reached (项, 万元, 人) for the kinds that the measure carries."""
    row = gather(locked(measure.finding))
    verdict = finding_rules.decide(finding_rules.Move.WORK, facts(row, by))
    if isinstance(verdict, Refusal):
        return verdict
    if measure.status == Status.DONE:
        return Refusal("when", say("已完成的措施不能修改，请先恢复为未完成。"))
    for carried in measure.kinds.all():
        carried.number = numbers.get(Kind(carried.kind), carried.number)
        carried.save(update_fields=["number"])
    after = {kind.value: str(number) for kind, number in numbers.items() if number is not None}
    tell("measure.counted", row, by=by, at=at, after={"which": measure.ref, **after})
    return measure


@transaction.atomic
def move_measure(measure: Measure, which: Move, *, by: Viewer, at: datetime, note: str = "") -> Measure | Refusal:
    """Mark a measure done, or take it up again with a reason."""
    row = gather(locked(measure.finding))
    current = next(m for m in row.measures.all() if m.pk == measure.pk)
    verdict = rules.decide(which, measure_facts(current, row, by, note=note.strip()))
    if isinstance(verdict, Refusal):
        return verdict
    current.status = verdict.value
    current.done_at = at if verdict is Status.DONE else None
    current.save(update_fields=["status", "done_at"])
    event = "measure.finished" if verdict is Status.DONE else "measure.resumed"
    tell(event, row, by=by, at=at, after={"which": current.ref}, note=note.strip())
    return current

"""How does a closed finding stay closed? The unit proves it in time; a date that is missed opens it again."""

from collections.abc import Sequence
from datetime import datetime

from django.core.files import File
from django.db import transaction
from django.utils import timezone

from bihuan.ledger.actions.line import tell
from bihuan.ledger.actions.moves import locked, reopen_by_rule
from bihuan.ledger.actions.rhythm import ask, begin, rest
from bihuan.ledger.models import Finding, Standing, StandingProof
from bihuan.ledger.queries.facts import gather
from bihuan.ledger.queries.standing import asked_of, missed_by, standing_facts, standing_of
from bihuan.papers.actions import keep
from bihuan.papers.models import Paper
from bihuan.people.models import Organisation
from bihuan.people.viewer import Viewer
from bihuan.rules import standing as rules
from bihuan.rules.life import Refusal
from bihuan.rules.standing import RHYTHMS, Move, Proof, Status
from bihuan.say import say
from bihuan.trail.actions import Actor


def give_proof(
    finding: Finding, *, note: str, files: Sequence[File] = (), stored: Paper | None = None, by: Viewer, at: datetime
) -> StandingProof | Refusal:
    """Say how it stands and attach what shows it. A kept file is never lost, even where the proof is refused."""
    papers = [stored] if stored else []
    if refusal := _refused(Move.PROVE, finding, by, at=at, note=note, papers=len(papers) + len(files)):
        return refusal
    for file in files:
        kept = keep(by.organisation, name=file.name or "", data=file, unit=finding.lead_unit, by=by, at=at)
        if isinstance(kept, Refusal):
            return kept
        papers.append(kept.paper)
    return _give(finding, papers, note.strip(), by=by, at=at)


@transaction.atomic
def _give(finding: Finding, papers: list[Paper], note: str, *, by: Viewer, at: datetime) -> StandingProof | Refusal:
    row = gather(locked(finding))
    if refusal := _refused(Move.PROVE, row, by, at=at, note=note, papers=len(papers)):
        return refusal
    standing = standing_of(row)
    proof = asked_of(standing)
    if standing is None or proof is None:
        return Refusal("when", say("现在没有要报送的佐证。"))
    proof.status, proof.note = Proof.GIVEN.value, note
    proof.given_by, proof.given_at = by.account, at
    proof.save()
    proof.papers.set(papers)
    coming = ask(standing, row, proof.number, proof.due, today=timezone.localdate(at))
    refs = "、".join(paper.ref for paper in papers)
    told = {"asked_due": proof.due, "paper": refs, "due": coming.due}
    tell("standing.proved", row, by=by, at=at, after=told, note=note)
    return proof


@transaction.atomic
def set_rhythm(finding: Finding, every: int, *, by: Viewer, at: datetime, note: str) -> Standing | Refusal:
    """Begin to ask for proof, or ask more or less often; counted from today."""
    row = gather(locked(finding))
    standing = standing_of(row)
    running = standing is not None and standing.status == Status.RUNNING
    if refusal := _refused(Move.CHANGE if running else Move.BEGIN, row, by, at=at, note=note):
        return refusal
    if every not in RHYTHMS:
        return Refusal("what", say("请选择每月、每季度、每半年或每年。"))
    if standing is None or not running:
        return begin(row, every, by=by, at=at, note=note.strip()).standing
    if every == standing.every:
        return Refusal("what", say("间隔没有变化。"))
    before, today = {"every": standing.every, "due": _due(standing)}, timezone.localdate(at)
    rest(standing, Status.RUNNING)
    standing.every, standing.start = every, today
    standing.save(update_fields=["every", "start"])
    coming = ask(standing, row, 0, today, today=today)
    after = {"every": every, "due": coming.due}
    tell("standing.changed", row, by=by, at=at, before=before, after=after, note=note.strip())
    return standing


@transaction.atomic
def end_rhythm(finding: Finding, *, by: Viewer, at: datetime, note: str) -> Standing | Refusal:
    """Ask for no more proof of this finding; what was given stays."""
    row = gather(locked(finding))
    if refusal := _refused(Move.END, row, by, at=at, note=note):
        return refusal
    standing = Standing.objects.get(finding=row)
    before = {"every": standing.every, "due": _due(standing)}
    rest(standing, Status.ENDED)
    tell("standing.ended", row, by=by, at=at, before=before, note=note.strip())
    return standing


def reopen_missed(organisation: Organisation, *, by: Actor, at: datetime) -> int:
    """Rectify again what was not proved within its grace. Any number of sweeps at once reopen a finding once."""
    today = timezone.localdate(at)
    return sum(_miss(proof, by=by, at=at) for proof in missed_by(organisation, today=today))


@transaction.atomic
def _miss(asked: StandingProof, *, by: Actor, at: datetime) -> bool:
    """Whether this one was reopened now. Whoever holds the row first decides, and the other finds it done."""
    finding = locked(asked.standing.finding)
    proof = StandingProof.objects.get(pk=asked.pk)
    if not rules.is_missed(Proof(proof.status), proof.until, today=timezone.localdate(at)):
        return False
    proof.status = Proof.MISSED.value
    proof.save(update_fields=["status"])
    text = say("长期坚持的佐证应于 {due} 报送，宽限到 {until} 仍未报送，按规则重新整改。",
               due=proof.due.isoformat(), until=proof.until.isoformat())  # fmt: skip
    reopened = reopen_by_rule(finding, by=by, at=at, note=str(text))
    if isinstance(reopened, Refusal):
        transaction.set_rollback(True)
        return False
    tell("standing.missed", reopened, by=by, at=at, after={"asked_due": proof.due, "until": proof.until})
    return True


def _refused(which: Move, finding: Finding, by: Viewer, *, at: datetime, note: str, papers: int = 0) -> Refusal | None:
    said = standing_facts(finding, standing_of(finding), by, today=timezone.localdate(at), note=note, papers=papers)
    verdict = rules.decide(which, said)
    return verdict if isinstance(verdict, Refusal) else None


def _due(standing: Standing) -> object:
    proof = asked_of(standing)
    return proof.due if proof else None

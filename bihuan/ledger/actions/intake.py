"""How does a document come in, and how do its confirmed rows become findings? Nothing is a fact before that."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.files import File
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from bihuan.ledger.actions import spread
from bihuan.ledger.actions.confirmed import confirmed
from bihuan.ledger.actions.findings import raise_findings
from bihuan.ledger.models import Arrival, DraftRow, Finding, Intake, OriginalLine
from bihuan.ledger.queries import likes
from bihuan.ledger.queries.columns import meanings_of
from bihuan.ledger.queries.intake_facts import facts
from bihuan.ledger.queries.taxonomy import taxonomy_of
from bihuan.ledger.queries.unit_names import UnitNames
from bihuan.ledger.queries.versions import follow
from bihuan.papers.actions import keep
from bihuan.papers.models import Paper
from bihuan.papers.office import readable
from bihuan.papers.queries import open_file
from bihuan.people.viewer import Viewer
from bihuan.reading.blocks import Unreadable
from bihuan.reading.document import read
from bihuan.reading.drafts import DocumentKind, Reading
from bihuan.reading.kinds.unexplained import unexplained
from bihuan.rounds.models import Round
from bihuan.rounds.queries import milestones_of
from bihuan.rules.intake import Move, Status, decide
from bihuan.rules.life import Refusal
from bihuan.rules.people import Role
from bihuan.say import say
from bihuan.trail.actions import record

BATCH = 1000
MEGABYTE = 1024 * 1024
LONGEST_HEADER = 100
Stage = Arrival.Stage


@dataclass(frozen=True)
class Earlier:
    """The same content was read into this round before; whoever wants it again says so."""

    intake: Intake


Step = Callable[..., None]
"""Told before each stage, with the number of blocks once it is known; may raise to call the reading off."""


def _no_step(stage: str, blocks: int | None = None) -> None:
    """Nobody watches."""


def open_intake(
    round: Round,
    *,
    name: str,
    data: bytes | File,
    kind: DocumentKind | None = None,
    by: Viewer,
    at: datetime,
    step: Step = _no_step,
) -> Intake | Earlier | Refusal:
    """Read a file, keep it, and spread it out for checking. An unreadable file is refused and not kept."""
    content = content_of(data)
    if isinstance(content, Refusal):
        return content
    if refusal := barred(round, by):
        return refusal
    step(Stage.BLOCKS)
    reading = _read(content, name, round, kind)
    if isinstance(reading, Refusal):
        return reading
    step(Stage.PAPER, len(reading.blocks))
    text = "\n".join(block.text for block in reading.blocks)
    kept = keep(round.organisation, name=name, data=content, unit=None, by=by, at=at, text=text)
    if isinstance(kept, Refusal):
        return kept
    earlier = _earlier(round, kept.paper)
    step(Stage.ROWS, len(reading.blocks))
    return Earlier(earlier) if earlier else _open(round, kept.paper, reading, by=by, at=at)


def read_again(
    round: Round,
    paper: Paper,
    *,
    kind: DocumentKind | None = None,
    by: Viewer,
    at: datetime,
    step: Step = _no_step,
) -> Intake | Refusal:
    """A further intake of a paper that is kept already, whatever came of the earlier ones."""
    if refusal := barred(round, by):
        return refusal
    step(Stage.BLOCKS)
    with open_file(paper) as file:
        reading = _read(file.read(), paper.name, round, kind)
    if isinstance(reading, Refusal):
        return reading
    step(Stage.ROWS, len(reading.blocks))
    return _open(round, paper, reading, by=by, at=at)


def content_of(data: bytes | File) -> bytes | Refusal:
    """The bytes, read no further than the limit."""
    limit = settings.UPLOAD_LIMIT
    if isinstance(data, File):
        data.seek(0)
        data = data.read(limit + 1)
    if len(data) > limit:
        return Refusal("what", say("文件超过 {limit} MB 的上限，请拆分或压缩后再上传。", limit=limit // MEGABYTE))
    return data


def barred(round: Round, by: Viewer) -> Refusal | None:
    if Role.OFFICE in by.roles and round.organisation_id == by.organisation.pk:
        return None
    return Refusal("who", say("只有整改办可以导入文件。"))


def _read(content: bytes, name: str, round: Round, kind: DocumentKind | None) -> Reading | Refusal:
    ends = next((each.on for each in milestones_of(round) if each.name == "intensive_period"), None)
    try:
        return read(
            *readable(content, name),
            feedback_date=round.feedback_on,
            kind=kind,
            intensive_end=ends,
            columns=meanings_of(round.organisation),
            taxonomy=taxonomy_of(round.organisation),
        )
    except Unreadable as fault:
        return Refusal("what", fault.reason)


def _headers(reading: Reading, round: Round) -> list[str]:
    """The headers that a person is asked about; only a ledger has any."""
    if reading.kind != "ledger":
        return []
    asked = unexplained(reading.blocks, meanings_of(round.organisation))
    return [header for header in asked if len(header) <= LONGEST_HEADER and header == spread.fit(header)]


def _earlier(round: Round, paper: Paper) -> Intake | None:
    return Intake.objects.filter(round=round, paper=paper).exclude(status=Status.DISCARDED.value).first()


@transaction.atomic
def _open(round: Round, paper: Paper, reading: Reading, *, by: Viewer, at: datetime) -> Intake:
    Round.objects.select_for_update(no_key=True).get(pk=round.pk)
    last = Intake.objects.filter(round=round).aggregate(last=Max("number"))["last"] or 0
    intake = Intake.objects.create(
        round=round,
        paper=paper,
        number=last + 1,
        kind=reading.kind,
        title=reading.title[:300].replace("\x00", " "),
        stated_findings=reading.stated_findings,
        warnings=spread.plain_warnings(reading.warnings),
        headers=_headers(reading, round),
        made_by=by.account,
        made_at=at,
    )
    lines = spread.lines(intake, reading.blocks)
    rows = spread.rows(intake, reading, lines, UnitNames(round.organisation))
    texts = {block.index: block.text for block in reading.blocks}
    intake.follows = follow(rows, texts, round, reading.kind)
    intake.save(update_fields=["follows"])
    likes.mark(rows, round)
    OriginalLine.objects.bulk_create(lines, batch_size=BATCH)
    DraftRow.objects.bulk_create(rows, batch_size=BATCH)
    drafted = sum(row.place == DraftRow.Place.ROW for row in rows)
    _record("intake.opened", intake, by, at, {"paper": paper.ref, "kind": intake.kind, "rows": drafted})
    return intake


@transaction.atomic
def confirm_intake(intake: Intake, *, by: Viewer, at: datetime) -> list[Finding] | Refusal:
    """Make findings of the rows, all or none, each with its place in the original."""
    held = locked(intake)
    rows = list(held.rows.filter(place=DraftRow.Place.ROW))
    names = UnitNames(held.round.organisation)
    verdict = decide(Move.CONFIRM, facts(held, by, rows, names))
    if isinstance(verdict, Refusal):
        return verdict
    made = raise_findings(held.round, confirmed(held, rows, names), source=held.paper, by=by, at=at)
    if isinstance(made, Refusal):
        return made
    held.first_finding, held.last_finding = made[0].number, made[-1].number
    held.confirmed_at = at
    _become(held, verdict)
    counted = {"rows": len(made), "stated": held.stated_findings, "first": made[0].ref, "last": made[-1].ref}
    _record("intake.confirmed", held, by, at, counted)
    return made


def discard_intake(intake: Intake, *, by: Viewer, at: datetime) -> Intake | Refusal:
    """Let an intake go. Its rows stay as they are, so that it can be resumed."""
    return _move(intake, Move.DISCARD, "intake.discarded", by=by, at=at)


def resume_intake(intake: Intake, *, by: Viewer, at: datetime) -> Intake | Refusal:
    return _move(intake, Move.RESUME, "intake.resumed", by=by, at=at)


@transaction.atomic
def _move(intake: Intake, move: Move, event: str, *, by: Viewer, at: datetime) -> Intake | Refusal:
    held = locked(intake)
    verdict = decide(move, facts(held, by))
    if isinstance(verdict, Refusal):
        return verdict
    _become(held, verdict)
    _record(event, held, by, at, {"paper": held.paper.ref})
    return held


def locked(intake: Intake) -> Intake:
    """The intake as it is now, held until the transaction ends."""
    Intake.objects.select_for_update().get(pk=intake.pk)
    return Intake.objects.select_related("round__organisation", "paper").get(pk=intake.pk)


def _become(intake: Intake, status: Status) -> None:
    intake.status = status.value
    intake.save()


def _record(event: str, intake: Intake, by: Viewer, at: datetime, after: dict[str, Any]) -> None:
    """The subject is the round, for intakes are numbered within it: `R2`, and in the line `I-01`."""
    organisation = intake.round.organisation.code
    record(event, intake.round.ref, organisation=organisation, by=by, at=at, after={"intake": intake.ref, **after})


def pasted_name(at: datetime) -> str:
    """What a pasted text is called as a paper."""
    return f"粘贴文本 {timezone.localtime(at):%Y-%m-%d %H%M}.txt"

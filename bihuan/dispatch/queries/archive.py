"""What of a round is to be kept? What came in, papers and letters that went out, minutes, close-outs and proofs."""

from collections.abc import Iterator
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone

from bihuan.dispatch.models import VersionFile
from bihuan.dispatch.queries.outgoing import outgoing_for
from bihuan.dispatch.queries.record import seen
from bihuan.ledger.models import CloseOut, Evidence, Intake
from bihuan.ledger.queries.meetings import meetings_for
from bihuan.ledger.queries.papers import heading
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.dispatch import Status
from bihuan.rules.intake import Status as IntakeStatus
from bihuan.rules.letter import NAMES
from bihuan.rules.letter import Status as LetterStatus
from bihuan.say import Say, say
from bihuan.trail.answers import words
from bihuan.watch.models import Letter
from bihuan.watch.queries.ladder import step_of
from bihuan.watch.queries.letters import letters_for
from bihuan.writing.archive import ArchivePaper, Filed

Row = tuple[Say, str, str, str, str, str]
"""Group, reference, title, day, hash, remark."""


def archive_values(viewer: Viewer, round: Round, at: datetime) -> ArchivePaper:
    """In the order of the round; what the viewer may not see is not in the list. Seven queries."""
    rows = (
        *_letters(viewer, round),
        *_issued(viewer, round),
        *_supervision(viewer, round),
        *_minutes(viewer, round),
        *_closeouts(viewer, round),
        *_proofs(viewer, round),
    )
    filed = tuple(Filed(place, *row) for place, row in enumerate(rows, start=1))
    return ArchivePaper(heading(viewer, round, at=at), filed)


def _letters(viewer: Viewer, round: Round) -> Iterator[Row]:
    """The documents of which findings came; they are the office's, like the readings of them."""
    if not viewer.sees_all:
        return
    rows = Intake.objects.filter(round=round, status=IntakeStatus.CONFIRMED.value).select_related("paper")
    for row in rows.defer("paper__text").order_by("number"):
        yield say("来文"), row.paper.ref, row.title or row.paper.name, _day(row.paper.received_at), row.paper.hash, ""


def _issued(viewer: Viewer, round: Round) -> Iterator[Row]:
    """The last version of each issued paper, a line for each of its files."""
    issued = outgoing_for(viewer).filter(round=round, status=Status.ISSUED.value)
    files = VersionFile.objects.filter(version__outgoing__in=issued.order_by(), version__status="ready")
    related = ("version__outgoing", "paper")
    rows = list(files.select_related(*related).defer("paper__text").order_by("version__outgoing__number", "ending"))
    last: dict[int, int] = {}
    for row in rows:
        last[row.version.outgoing_id] = max(last.get(row.version.outgoing_id, 0), row.version.number)
    for row in rows:
        outgoing = row.version.outgoing
        if row.version.number == last[outgoing.pk]:
            number = outgoing.serial_words or outgoing.ref
            yield say("发文"), number, outgoing.title, _day(outgoing.issued_at), row.paper.hash, f".{row.ending}"


def _supervision(viewer: Viewer, round: Round) -> Iterator[Row]:
    for row in sent_letters(viewer, round):
        yield (
            say("督办文书"),
            row.document_number,
            letter_title(row),
            _day(row.issued_at),
            row.paper.hash,
            letter_end(row),
        )


def sent_letters(viewer: Viewer, round: Round) -> QuerySet[Letter]:
    """Every letter that was issued to a slow unit, also those that were recalled; each with its Word file."""
    rows = letters_for(viewer).filter(round=round, paper__isnull=False).select_related("paper", "unit")
    return rows.defer("paper__text").order_by("number")


def letter_title(letter: Letter) -> str:
    """What it is and to whom: `提醒书（松河镇）`."""
    return f"{step_of(letter).title}（{letter.unit.name}）"


def letter_end(letter: Letter) -> str:
    """The remark of a letter that was recalled."""
    return words(NAMES[LetterStatus.RECALLED]) if letter.status == LetterStatus.RECALLED else ""


def _minutes(viewer: Viewer, round: Round) -> Iterator[Row]:
    rows = meetings_for(viewer).filter(round=round, minutes__isnull=False).select_related("minutes")
    for row in rows.defer("minutes__text"):
        yield say("会议纪要"), row.ref, row.title, _day(row.held_at), row.minutes.hash, ""


def _closeouts(viewer: Viewer, round: Round) -> Iterator[Row]:
    approved = CloseOut.objects.filter(finding__in=seen(viewer, round).order_by(), outcome=CloseOut.Outcome.APPROVED)
    for row in approved.select_related("finding").order_by("finding__number", "number"):
        ref = f"{row.finding.ref}-{row.number}"
        yield say("销号审批"), ref, row.finding.text, _day(row.finding.closed_at or row.applied_at), "", ""


def _proofs(viewer: Viewer, round: Round) -> Iterator[Row]:
    rows = Evidence.objects.filter(measure__finding__in=seen(viewer, round).order_by())
    rows = rows.select_related("paper", "measure__finding").defer("paper__text")
    for row in rows.order_by("measure__finding__number", "measure__number", "pk"):
        remark = row.measure.ref
        yield say("佐证材料"), row.paper.ref, row.title, _date(row.document_date), row.paper.hash, remark


def _day(at: datetime | None) -> str:
    return _date(timezone.localdate(at)) if at else ""


def _date(on: date) -> str:
    return on.isoformat()

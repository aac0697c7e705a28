"""What lies in the archive of a round? Everything that is kept of it, each with its place in the zip, of one moment.

Only rows are read here, a fixed number of queries and one for each hand-over list; the bytes are fetched one file at a
time when they are packed. Nothing of interviews is asked for. Paths are ASCII, so that every unpacker gives the same.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils import timezone, translation

from bihuan.desk.queries.handover_paper import paper_of
from bihuan.desk.queries.handovers import handovers_for, items_of
from bihuan.dispatch.models import VersionFile
from bihuan.dispatch.queries.archive import archive_values, letter_end, letter_title, sent_letters
from bihuan.dispatch.queries.lists import Listed, ledger_list, register_list
from bihuan.dispatch.queries.outgoing import outgoing_for
from bihuan.dispatch.queries.record import seen
from bihuan.ledger.models import Evidence, Intake
from bihuan.ledger.queries.meetings import meetings_for
from bihuan.papers.models import Paper
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.dispatch import NAMES, OUT, Status
from bihuan.rules.intake import Status as IntakeStatus
from bihuan.say import Say, say
from bihuan.trail.answers import words
from bihuan.trail.queries import head_of
from bihuan.writing.archive import ArchivePaper
from bihuan.writing.handover import HandoverPaper
from bihuan.writing.register import RegisterRow
from bihuan.writing.rows import LedgerRow


@dataclass(frozen=True)
class Kept:
    """One file that lies in the data folder, and where it goes."""

    group: Say
    ref: str
    title: str
    on: str
    path: str
    paper_ref: str
    sha256: str
    size: int
    remark: str = ""
    finding: str = ""
    """The finding that it proves something of."""


@dataclass(frozen=True)
class Contents:
    """The whole archive as it is to be packed."""

    organisation: str
    """Its code, under which its files and its trail lie."""
    round_ref: str
    finished: str
    listed: ArchivePaper
    ledger: Listed[LedgerRow]
    register: Listed[RegisterRow]
    handovers: tuple[HandoverPaper, ...]
    kept: tuple[Kept, ...]
    trail_lines: int
    trail_head: str


@translation.override(settings.LANGUAGE_CODE)
def contents_of(viewer: Viewer, round: Round, at: datetime) -> Contents:
    """In Chinese, whoever asks and in whatever language."""
    lines, head = head_of(viewer.organisation.code)
    handovers = reversed(handovers_for(viewer, round))
    return Contents(
        organisation=viewer.organisation.code,
        round_ref=round.ref,
        finished=round.finished_on.isoformat() if round.finished_on else "",
        listed=archive_values(viewer, round, at),
        ledger=ledger_list(viewer, round, at),
        register=register_list(viewer, round, at),
        handovers=tuple(paper_of(row, items_of(viewer, row), at=at) for row in handovers),
        kept=tuple(_kept(viewer, round)),
        trail_lines=lines,
        trail_head=head,
    )


def _kept(viewer: Viewer, round: Round) -> Iterator[Kept]:
    """Each place once: a paper that proves two measures of a finding lies there once."""
    taken: set[str] = set()
    out = (*_issued(viewer, round), *_supervision(viewer, round))
    for each in (*_letters(round), *out, *_minutes(viewer, round), *_proofs(viewer, round)):
        if each.path not in taken:
            taken.add(each.path)
            yield each


def _letters(round: Round) -> Iterator[Kept]:
    rows = Intake.objects.filter(round=round, status=IntakeStatus.CONFIRMED.value).select_related("paper")
    for row in rows.defer("paper__text").order_by("number"):
        on, title = _day(row.paper.received_at), row.title or row.paper.name
        yield _of(row.paper, say("来文"), row.ref, title, on, f"letters/{row.ref}")


def _issued(viewer: Viewer, round: Round) -> Iterator[Kept]:
    """Every whole version of every paper that went out; also of those that were recalled."""
    out = outgoing_for(viewer).filter(round=round, status__in=[status.value for status in OUT])
    files = VersionFile.objects.filter(version__outgoing__in=out.order_by(), version__status="ready")
    related = ("version__outgoing", "paper")
    order = ("version__outgoing__number", "version__number", "ending")
    for row in files.select_related(*related).defer("paper__text", "version__content").order_by(*order):
        version, outgoing = row.version, row.version.outgoing
        recalled = f" {words(NAMES[Status.RECALLED])}" if outgoing.status == Status.RECALLED else ""
        remark = f"{version.label} .{row.ending}{recalled}"
        place = f"papers/{outgoing.ref}/{version.label}"
        number, on = outgoing.serial_words or outgoing.ref, _day(outgoing.issued_at)
        yield _of(row.paper, say("发文"), number, outgoing.title, on, place, remark=remark)


def _supervision(viewer: Viewer, round: Round) -> Iterator[Kept]:
    for row in sent_letters(viewer, round):
        on, remark, place = _day(row.issued_at), letter_end(row), f"supervision/{row.ref}"
        yield _of(row.paper, say("督办文书"), row.document_number, letter_title(row), on, place, remark=remark)


def _minutes(viewer: Viewer, round: Round) -> Iterator[Kept]:
    rows = meetings_for(viewer).filter(round=round, minutes__isnull=False).select_related("minutes")
    for row in rows.defer("minutes__text").order_by("number"):
        yield _of(row.minutes, say("会议纪要"), row.ref, row.title, _day(row.held_at), f"minutes/{row.ref}")


def _proofs(viewer: Viewer, round: Round) -> Iterator[Kept]:
    rows = Evidence.objects.filter(measure__finding__in=seen(viewer, round).order_by())
    rows = rows.select_related("paper", "measure__finding").defer("paper__text")
    for row in rows.order_by("measure__finding__number", "measure__number", "pk"):
        finding, on = row.measure.finding.ref, row.document_date.isoformat()
        place = f"evidence/{finding}/{row.paper.ref}"
        proof = say("佐证材料")
        yield _of(row.paper, proof, row.paper.ref, row.title, on, place, remark=row.measure.ref, finding=finding)


def _of(
    paper: Paper, group: Say, ref: str, title: str, on: str, place: str, *, remark: str = "", finding: str = ""
) -> Kept:
    path = f"{place}.{ending_of(paper.name)}"
    return Kept(group, ref, title, on, path, paper.ref, paper.hash, paper.size, remark, finding)


def ending_of(name: str) -> str:
    """What a program knows the file by: `办法.PDF` → `pdf`."""
    match = re.search(r"\.([A-Za-z0-9]{1,8})$", name)
    return match[1].lower() if match else "bin"


def _day(at: datetime | None) -> str:
    return timezone.localdate(at).isoformat() if at else ""

"""What does a public notice tell of each finding, and what in it has to be looked at before anybody else reads it?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.http import Http404

from bihuan.dispatch.models import NoticeFrame, Outgoing, Publication, PublicWording, VersionFile, Withholding
from bihuan.dispatch.models.notice import LIVE
from bihuan.dispatch.queries.record import Known, Record, record_of
from bihuan.ledger.models import Origin
from bihuan.papers.queries import open_file
from bihuan.people.models import Account
from bihuan.people.viewer import Viewer
from bihuan.reading.document import read
from bihuan.reading.privacy import NUMBERS, Hit, hits
from bihuan.rounds.models import Round
from bihuan.rules.dispatch import Status as PaperStatus
from bihuan.rules.finding import Partly, Status
from bihuan.rules.measure import Status as MeasureStatus
from bihuan.rules.notice import WORDINGS, Audience, Part, Public, Release, public_state
from bihuan.rules.notice import Status as Decision
from bihuan.writing.dates import in_words
from bihuan.writing.figures import counted, reached
from bihuan.writing.notice import Contact, Notice, Point, quotable

KINDS = {Audience.PARTY: "notice_party", Audience.SOCIETY: "notice"}
"""The kind of paper that each audience reads."""
CONTACT = "联系方式"
"""How the line begins on which a telephone belongs."""


@dataclass(frozen=True)
class NoticeRow:
    """One finding in one notice."""

    known: Known
    text: str
    results: tuple[str, ...]
    state: Public
    worded: PublicWording | None
    withholding: Withholding | None
    """The one that was asked for or approved."""
    passage: str
    """What would be told, a line each: the issue, the wording, what was done."""
    hits: tuple[Hit, ...]
    """What is found in it."""

    @property
    def pieces(self) -> list[tuple[str, Hit | None]]:
        """The passage cut at its finds, so that a page can mark them."""
        found: list[tuple[str, Hit | None]] = []
        place = 0
        for hit in self.hits:
            found += [(self.passage[place : hit.start], None), (hit.text, hit)]
            place = hit.end
        return [*found, (self.passage[place:], None)]

    @property
    def ref(self) -> str:
        return self.known.row.ref

    @property
    def told(self) -> bool:
        """Whether the finding stands in the notice; one that waits for a decision does not."""
        return self.withholding is None or self.withholding.part == Part.RESULT.value

    @property
    def result_told(self) -> bool:
        return self.withholding is None

    @property
    def pending(self) -> bool:
        return self.withholding is not None and self.withholding.status == Decision.ASKED.value


def rows_of(record: Record, round: Round, audience: Audience) -> list[NoticeRow]:
    """The findings of the letter and the on-the-spot fixes; what units found themselves is theirs. Three queries."""
    known = [each for each in record.known if each.finding.origin != Origin.SELF]
    live = Withholding.objects.filter(LIVE, finding__round=round, audience=audience.value)
    withheld = {row.finding_id: row for row in live.select_related("asked_by", "decided_by", "organisation")}
    wordings = {
        row.finding_id: row for row in PublicWording.objects.filter(finding__round=round, audience=audience.value)
    }
    names = list(Account.objects.filter(organisation=round.organisation).values_list("name", flat=True))
    return [_row(each, wordings.get(each.finding.pk), withheld.get(each.finding.pk), names) for each in known]


def row_of(rows: Iterable[NoticeRow], ref: str) -> NoticeRow:
    """The row of `F-012`, or 404."""
    row = next((row for row in rows if row.ref == ref), None)
    if row is None:
        raise Http404(ref)
    return row


def _row(known: Known, worded: PublicWording | None, withholding: Withholding | None, names: list[str]) -> NoticeRow:
    text = (worded.text if worded else "") or known.row.text
    own = (worded.result if worded else "").strip()
    results = (own,) if own else _done(known)
    told = "\n".join(filter(None, (known.row.issue, text, *(() if withholding else results))))
    passage = "" if withholding and withholding.part == Part.WHOLE.value else told
    state = public_state(Status(known.finding.status), Partly(known.finding.partly))
    return NoticeRow(known, text, results, state, worded, withholding, passage, hits(passage, names))


def _done(known: Known) -> tuple[str, ...]:
    """What was done: the measures that are finished, as they were worded."""
    return tuple(each.text for each in known.finding.measures.all() if each.status == MeasureStatus.DONE)


def frame_of(round: Round, audience: Audience) -> NoticeFrame:
    """What the office has written around the findings, or an empty one that is not saved."""
    row = NoticeFrame.objects.filter(round=round, audience=audience.value).first()
    return row or NoticeFrame(round=round, audience=audience.value)


def notice(viewer: Viewer, round: Round, at: datetime, *, audience: Audience = Audience.SOCIETY) -> Notice:
    """The notice as it stands. States are worded, never changed."""
    record, frame = record_of(viewer, round, at), frame_of(round, audience)
    rows = rows_of(record, round, audience)
    return Notice(
        heading=record.heading,
        inside=audience is Audience.PARTY,
        group=round.group,
        visited=(_day(round.entry_on), _day(round.leaving_on)),
        feedback=_day(round.feedback_on),
        organising=frame.organising,
        figures=(counted(record.figures), reached(record.figures)),
        points=tuple(_point(row, frame.wording) for row in rows if row.told),
        next_steps=frame.next_steps,
        contact=Contact(frame.phone, frame.post, frame.mail, _day(frame.since), _day(frame.until)),
        signed=frame.signed or viewer.organisation.name,
        withheld=sum(not row.told for row in rows),
    )


def _point(row: NoticeRow, wording: str) -> Point:
    return Point(
        ref=row.ref,
        text=row.text,
        state=WORDINGS[wording][row.state],
        aspect=row.known.row.aspect,
        issue=row.known.row.issue,
        results=row.results,
        withheld=not row.result_told,
    )


def _day(on: date | None) -> str:
    return in_words(on) if on else "（待定）"


# --- release -----------------------------------------------------------------


@dataclass(frozen=True)
class Issued:
    """An issued notice as it can be read again: what is published is what it says, not what the record says now."""

    outgoing: Outgoing
    hits: tuple[Hit, ...]
    findings: tuple[tuple[str, str], ...]
    """Each wording and its state, as `bihuan read` finds them, in order."""


def papers_to_publish(viewer: Viewer, round: Round, audience: Audience) -> list[Outgoing]:
    """The issued papers of this notice, the newest first."""
    issued = Outgoing.objects.filter(round=round, kind=KINDS[audience], status=PaperStatus.ISSUED.value)
    return list(issued.filter(organisation=viewer.organisation).order_by("-number"))


def issued(outgoing: Outgoing) -> Issued | None:
    """Its last Word file, read; None where it has none, or where nothing can be read in it."""
    files = VersionFile.objects.filter(version__outgoing=outgoing, version__status="ready", ending="docx")
    file = files.select_related("paper__organisation").order_by("-version__number").first()
    if file is None:
        return None
    with open_file(file.paper) as content:
        found = read(content.read(), file.paper.name, kind="disclosure").findings
    lines = (line for line in file.paper.text.splitlines() if not line.startswith(CONTACT))
    names = Account.objects.filter(organisation=outgoing.organisation).values_list("name", flat=True)
    told = tuple((row.text, row.status or Public.OPEN.value) for row in found)
    return Issued(outgoing, hits("\n".join(lines), names), told)


def linked(rows: Iterable[NoticeRow], paper: Issued) -> list[tuple[NoticeRow, str]]:
    """Each finding with the state that the paper gives it; empty where the paper does not tell of it.

    Two findings that are worded alike are told in the order of the ledger.
    """
    left: dict[str, list[str]] = {}
    for text, state in paper.findings:
        left.setdefault(text, []).append(state)
    found = ((row, left.get(quotable(row.text), [])) for row in rows)
    return [(row, states.pop(0) if states else "") for row, states in found]


def publications(round: Round, audience: Audience) -> list[Publication]:
    rows = Publication.objects.filter(round=round, audience=audience.value)
    return list(rows.select_related("outgoing", "by").prefetch_related("rows"))


def release_facts(
    rows: Iterable[NoticeRow], paper: Issued | None, viewer: Viewer, *, looked_at: bool = False
) -> Release:
    """What the rules ask before a notice counts as published."""
    found = paper.hits if paper else ()
    numbers = sum(hit.kind in NUMBERS for hit in found)
    pending = sum(row.pending for row in rows)
    return Release(viewer.roles, paper is not None, pending, numbers, len(found) - numbers, looked_at)

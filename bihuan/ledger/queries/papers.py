"""The ledger as plain values for a paper: every finding a viewer may see, streamed, a thousand at a time."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal

from django.db.models import QuerySet
from django.utils import timezone

from bihuan.ledger.models import Finding, Measure
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules import finding as rules
from bihuan.rules.measure import KINDS, NAMES, UNITS, Kind
from bihuan.rules.measure import Status as MeasureStatus
from bihuan.say import say
from bihuan.trail.answers import words
from bihuan.trail.queries import head_of
from bihuan.writing.ledger import Heading, LedgerRow, MeasureRow

CHUNK = 500
NEEDED = ("measures__kinds", "measures__evidence", "supports__unit", "progress")


def heading(viewer: Viewer, round: Round, *, at: datetime) -> Heading:
    """Whose ledger it is, of which moment, with the head of the trail at that moment."""
    return Heading(
        title=round.title,
        organisation=viewer.organisation.name,
        round=f"{round.ref} {round.title}",
        as_of=timezone.localtime(at),
        trail_head=head_of(viewer.organisation.code)[1],
    )


def ledger_rows(findings: QuerySet[Finding]) -> Iterator[LedgerRow]:
    """One row a finding; memory holds one chunk, whatever the number of findings."""
    return (row_of(finding) for finding in complete(findings).iterator(chunk_size=CHUNK))


def complete(findings: QuerySet[Finding]) -> QuerySet[Finding]:
    """The findings with everything that a row says of them."""
    return findings.select_related("lead_unit", "leader", "handler").prefetch_related(*NEEDED)


def row_of(finding: Finding) -> LedgerRow:
    """One finding of `complete` as plain values."""
    measures = list(finding.measures.all())
    entries = list(finding.progress.all())
    return LedgerRow(
        ref=finding.ref,
        text=finding.text,
        aspect=finding.aspect,
        issue=finding.issue,
        cause=finding.cause,
        goal=finding.goal,
        measures=tuple(measure_row(measure) for measure in measures),
        leader=finding.leader.name if finding.leader else "",
        lead_unit=finding.lead_unit.name if finding.lead_unit else "",
        support_units=tuple(support.unit.name for support in finding.supports.all()),
        person=finding.handler.name if finding.handler else "",
        phone=finding.handler.phone if finding.handler else "",
        deadline=finding.due.isoformat() if finding.due else "",
        remark=_extended(finding),
        progress=entries[0].text if entries else "",
        status=words(rules.NAMES[rules.Status(finding.status)]),
        key=finding.key,
        immediate=finding.immediate,
        standing=finding.standing,
        common=finding.common,
        evidence=tuple(proof.title for measure in measures for proof in measure.evidence.all()),
    )


def _extended(finding: Finding) -> str:
    """What the remark says of a deadline that was moved: the original one is never lost."""
    if finding.deadline is None or finding.due == finding.deadline:
        return ""
    return words(say("原时限 {day}", day=finding.deadline.isoformat()))


def measure_row(measure: Measure) -> MeasureRow:
    return MeasureRow(
        number=str(measure.number),
        text=measure.text,
        who=measure.who,
        due=measure.due.isoformat() if measure.due else "",
        proof=measure.proof_expected,
        kinds=tuple(_kind(Kind(kind.kind), kind.number) for kind in measure.kinds.all()),
        done=words(NAMES[MeasureStatus(measure.status)]),
    )


def _kind(kind: Kind, number: Decimal | None) -> str:
    """`建章立制 2 项`, or the bare name where no number has been reached."""
    return f"{words(KINDS[kind])} {number.normalize():f} {words(UNITS[kind])}" if number else words(KINDS[kind])

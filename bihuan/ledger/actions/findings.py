"""How do findings come into being? From confirmed rows, all or none, each with its place in the original."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from bihuan.ledger.actions.passes import passed
from bihuan.ledger.models import Finding, Measure, Origin, Pass, Progress, Support
from bihuan.papers.models import Paper
from bihuan.people.models import Account, Organisation, Unit
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.finding import Facts, Status, turn
from bihuan.rules.life import Refusal
from bihuan.rules.people import Role
from bihuan.say import say
from bihuan.trail.actions import Told, record_all

BATCH = 500


@dataclass(frozen=True)
class Confirmed:
    """One row as a person confirmed it. Units are chosen, never invented."""

    text: str
    aspect: str = ""
    issue: str = ""
    cause: str = ""
    goal: str = ""
    measures: tuple[str, ...] = ()
    progress: str = ""
    deadline: date | None = None
    lead_unit: Unit | None = None
    leader: Account | None = None
    handler: Account | None = None
    support_units: tuple[Unit, ...] = field(default=())
    key: bool = False
    immediate: bool = False
    standing: bool = False
    common: bool = False
    source_block: int | None = None
    source_quote: str = ""
    origin: Origin = Origin.LETTER
    origin_ref: str = ""


@transaction.atomic
def raise_findings(
    round: Round, rows: Iterable[Confirmed], *, source: Paper | None, by: Viewer, at: datetime
) -> list[Finding] | Refusal:
    """Make one finding of each confirmed row, numbered on from the organisation's last."""
    if Role.OFFICE not in by.roles or round.organisation_id != by.organisation.pk:
        return Refusal("who", say("只有整改办可以把问题录入台账。"))
    Organisation.objects.select_for_update().get(pk=round.organisation_id)
    last = Finding.objects.filter(organisation=round.organisation).aggregate(last=Max("number"))["last"] or 0
    every = list(rows)
    findings = [_finding(round, row, last + place, source, at) for place, row in enumerate(every, start=1)]
    Finding.objects.bulk_create(findings, batch_size=BATCH)
    Pass.objects.bulk_create((passed(finding, by=by, at=at) for finding in findings), batch_size=BATCH)
    _attach(list(zip(findings, every, strict=True)), by, at)
    told = [_told(finding, row, source) for finding, row in zip(findings, every, strict=True)]
    record_all(told, organisation=round.organisation.code, by=by, at=at)
    return findings


def _finding(round: Round, row: Confirmed, number: int, source: Paper | None, at: datetime) -> Finding:
    return Finding(
        organisation=round.organisation,
        round=round,
        number=number,
        aspect=row.aspect,
        issue=row.issue,
        text=row.text,
        cause=row.cause,
        goal=row.goal,
        deadline=row.deadline,
        due=row.deadline,
        lead_unit=row.lead_unit,
        leader=row.leader,
        handler=row.handler,
        key=row.key,
        immediate=row.immediate,
        standing=row.standing,
        common=row.common,
        origin=row.origin,
        origin_ref=row.origin_ref,
        source=source,
        source_block=row.source_block,
        source_quote=row.source_quote,
        holder=turn(Facts(Status.UNCLAIMED, assigned=row.lead_unit is not None)) or "",
        since=at,
        raised_at=at,
    )


def _attach(pairs: list[tuple[Finding, Confirmed]], by: Viewer, at: datetime) -> None:
    """What belongs to the findings: supporting units, measures as far as they were worded, and progress so far."""
    Support.objects.bulk_create(
        (
            Support(finding=finding, unit=unit)
            for finding, row in pairs
            for unit in dict.fromkeys(row.support_units)
            if unit != row.lead_unit
        ),
        batch_size=BATCH,
    )
    Measure.objects.bulk_create(
        (
            Measure(finding=finding, number=place, text=text)
            for finding, row in pairs
            for place, text in enumerate(row.measures, start=1)
        ),
        batch_size=BATCH,
    )
    entries = (Progress(finding=f, text=row.progress, by=by.account, at=at) for f, row in pairs if row.progress)
    Progress.objects.bulk_create(entries, batch_size=BATCH)


def _told(finding: Finding, row: Confirmed, source: Paper | None) -> Told:
    return Told(
        "finding.raised",
        finding.ref,
        unit_path=row.lead_unit.path if row.lead_unit else "",
        after={"round": finding.round.ref, "text": row.text, "source": source.ref if source else ""},
    )

"""How do findings come into being? From confirmed rows, all or none, each with its place in the original."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from bihuan.ledger.actions.line import tell
from bihuan.ledger.models import Finding, Measure, Progress, Support
from bihuan.ledger.queries.facts import holder
from bihuan.papers.models import Paper
from bihuan.people.models import Organisation, Unit
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.life import Refusal
from bihuan.rules.people import Role
from bihuan.say import say


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
    support_units: tuple[Unit, ...] = field(default=())
    key: bool = False
    immediate: bool = False
    standing: bool = False
    common: bool = False
    source_block: int | None = None
    source_quote: str = ""


@transaction.atomic
def raise_findings(
    round: Round, rows: Iterable[Confirmed], *, source: Paper | None, by: Viewer, at: datetime
) -> list[Finding] | Refusal:
    """Make one finding of each confirmed row, numbered on from the organisation's last."""
    if Role.OFFICE not in by.roles or round.organisation_id != by.organisation.pk:
        return Refusal("who", say("只有整改办可以把问题录入台账。"))
    Organisation.objects.select_for_update().get(pk=round.organisation_id)
    last = Finding.objects.filter(organisation=round.organisation).aggregate(last=Max("number"))["last"] or 0
    return [_raise(round, row, last + place, source, by, at) for place, row in enumerate(rows, start=1)]


def _raise(round: Round, row: Confirmed, number: int, source: Paper | None, by: Viewer, at: datetime) -> Finding:
    finding = Finding(
        organisation=round.organisation,
        round=round,
        number=number,
        aspect=row.aspect,
        issue=row.issue,
        text=row.text,
        cause=row.cause,
        goal=row.goal,
        deadline=row.deadline,
        lead_unit=row.lead_unit,
        key=row.key,
        immediate=row.immediate,
        standing=row.standing,
        common=row.common,
        source=source,
        source_block=row.source_block,
        source_quote=row.source_quote,
        since=at,
        raised_at=at,
    )
    finding.holder = holder(finding)
    finding.save(force_insert=True)
    supports = [unit for unit in row.support_units if unit != row.lead_unit]
    Support.objects.bulk_create(Support(finding=finding, unit=unit) for unit in dict.fromkeys(supports))
    Measure.objects.bulk_create(
        Measure(finding=finding, number=place, text=text) for place, text in enumerate(row.measures, start=1)
    )
    if row.progress:
        Progress.objects.create(finding=finding, text=row.progress, by=by.account, at=at)
    told = {"round": round.ref, "text": row.text, "source": source.ref if source else ""}
    tell("finding.raised", finding, by=by, at=at, after=told)
    return finding

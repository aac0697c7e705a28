"""Who had a finding, how long, and what has each party and each unit held of many? Every pass in, times out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.db.models import QuerySet
from django.utils import timezone

from bihuan.ledger.models import Finding, Pass
from bihuan.people.models import Organisation
from bihuan.rounds.queries import calendar_of
from bihuan.rules import holding
from bihuan.rules.holding import Held, Share, Span, per_party, per_unit, shares, spans, total
from bihuan.rules.people import Role

ORDER = (Role.OFFICE, Role.HEAD, Role.LEADER, Role.FIRST, Role.HANDLER, Role.SUPERVISOR)


@dataclass(frozen=True)
class Hands:
    """The time of one finding: every stretch, what each hand held, and the names of the units by reference."""

    spans: tuple[Span, ...]
    shares: tuple[Share, ...]
    total: Held
    units: Mapping[str, str]


@dataclass(frozen=True)
class Totals:
    """What each party and each unit held of many findings together; units as (reference, label)."""

    parties: Mapping[Role, Held]
    units: Mapping[tuple[str, str], Held]


def hands(finding: Finding, *, now: datetime) -> Hands:
    """Two queries: the passes, and the days of the office's calendar."""
    rows = list(finding.passes.select_related("unit"))
    found = spans(_plain(rows), timezone.localtime(now), calendar_of(finding.organisation))
    held = total(span for span in found if span.party)
    return Hands(found, shares(found, ORDER), held, _labels(rows))


def totals(findings: QuerySet[Finding], organisation: Organisation, *, now: datetime) -> Totals:
    """Two queries, whatever the number of findings; each finding is counted by itself."""
    rows = Pass.objects.filter(finding__in=findings.order_by()).select_related("unit").order_by("finding_id", "pk")
    every, calendar, until = list(rows), calendar_of(organisation), timezone.localtime(now)
    each = (spans(_plain(list(passes)), until, calendar) for _key, passes in groupby(every, lambda row: row.finding_id))
    found = [span for stretches in each for span in stretches]
    labels, parties = _labels(every), per_party(found)
    return Totals(
        {role: parties[role] for role in ORDER if role in parties},
        {(ref, labels[ref]): held for ref, held in per_unit(found, Role.HEAD).items() if ref},
    )


def _plain(rows: Iterable[Pass]) -> list[holding.Pass]:
    """As `rules.holding` takes them, in local time."""
    return [
        holding.Pass(
            Role(row.holder) if row.holder else None,
            timezone.localtime(row.at),
            row.unit.ref if row.unit else "",
            row.status,
        )
        for row in rows
    ]


def _labels(rows: Iterable[Pass]) -> dict[str, str]:
    return {row.unit.ref: row.unit.label for row in rows if row.unit}

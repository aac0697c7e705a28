"""Who had a finding, and how long? Every pass in, times out. What is held of many is `overview/queries/holding.py`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from bihuan.ledger.models import Finding, Pass
from bihuan.rounds.queries import calendar_of
from bihuan.rules import holding
from bihuan.rules.holding import Held, Share, Span, shares, spans, total
from bihuan.rules.people import Role

ORDER = (Role.OFFICE, Role.HEAD, Role.LEADER, Role.FIRST, Role.HANDLER, Role.SUPERVISOR)


@dataclass(frozen=True)
class Hands:
    """The time of one finding: every stretch, what each hand held, and the names of the units by reference."""

    spans: tuple[Span, ...]
    shares: tuple[Share, ...]
    total: Held
    units: Mapping[str, str]


def hands(finding: Finding, *, now: datetime) -> Hands:
    """Two queries: the passes, and the days of the office's calendar."""
    rows = list(finding.passes.select_related("unit"))
    found = spans(_plain(rows), timezone.localtime(now), calendar_of(finding.organisation))
    held = total(span for span in found if span.party)
    return Hands(found, shares(found, ORDER), held, _labels(rows))


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

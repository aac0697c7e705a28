"""What stands in the ledger of on-the-spot fixes (立行立改台账)? The requests of that kind, and what became of them."""

from datetime import date, datetime

from django.utils import timezone

from bihuan.desk.models import Request
from bihuan.desk.queries.register import heading
from bihuan.desk.queries.requests import requests_for
from bihuan.ledger.models import Finding
from bihuan.ledger.queries.findings import findings_for
from bihuan.ledger.queries.papers import ledger_rows
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules import finding as finding_rules
from bihuan.rules import request as request_rules
from bihuan.rules.request import Kind
from bihuan.writing.fixes import Fix, Fixes
from bihuan.writing.rows import LedgerRow


def fixes(viewer: Viewer, round: Round, at: datetime) -> Fixes:
    """A fixed number of queries, whatever the number of rows."""
    found = _findings(viewer, round)
    words = {row.ref: row for row in ledger_rows(findings_for(viewer).filter(pk__in=[f.pk for f in found.values()]))}
    asked = requests_for(viewer).filter(round=round, kind=Kind.FIX.value)
    kept = asked.exclude(status=request_rules.Status.WITHDRAWN.value).select_related("lead_unit").order_by("number")
    rows = (_fix(place, request, found.get(request.ref), words) for place, request in enumerate(kept, 1))
    return Fixes(heading(viewer, round, at=at), tuple(rows))


def _findings(viewer: Viewer, round: Round) -> dict[str, Finding]:
    """By the request that each came from."""
    rows = findings_for(viewer).filter(round=round, origin="request")
    return {row.origin_ref: row for row in rows}


def _fix(place: int, request: Request, finding: Finding | None, words: dict[str, LedgerRow]) -> Fix:
    told = Fix(
        place=place,
        ref=request.ref,
        notice_number=request.notice_number,
        asked_on=_day(request.asked_at),
        text=request.text,
        lead_unit=request.lead_unit.label if request.lead_unit else "",
        due=_day(request.due),
        closed_on=_day(request.closed_at),
        status=request_rules.NAMES[request_rules.Status(request.status)],
    )
    return _with_finding(told, finding, words[finding.ref]) if finding else told


def _with_finding(told: Fix, finding: Finding, row: LedgerRow) -> Fix:
    """Once it stands in the ledger of findings, measures, result and state are those of the finding."""
    return Fix(
        place=told.place,
        ref=finding.ref,
        notice_number=told.notice_number,
        asked_on=told.asked_on,
        text=row.text,
        leader=row.leader,
        lead_unit=row.lead_unit,
        measures=tuple(measure.wording for measure in row.measures),
        due=row.deadline or told.due,
        result=row.progress,
        evidence=row.evidence,
        closed_on=_day(finding.closed_at),
        status=finding_rules.NAMES[finding_rules.Status(finding.status)],
    )


def _day(moment: datetime | date | None) -> str:
    return f"{timezone.localtime(moment):%Y-%m-%d}" if moment else ""

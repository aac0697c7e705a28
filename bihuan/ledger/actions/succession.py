"""How does the ledger's part of what a person has in hand go to a successor? One line in the trail for each thing."""

from datetime import datetime

from bihuan.ledger.models import Finding, Measure
from bihuan.ledger.queries.belongings import in_hand
from bihuan.people.models import Account
from bihuan.people.viewer import Viewer
from bihuan.trail.actions import Told, record_all

BATCH = 500


def pass_on(account: Account, successor: Account, *, by: Viewer, at: datetime) -> None:
    """Inside the transaction of `people.actions.hand_on`, which has asked whether it may be."""
    found = in_hand(account)
    findings = list(found.findings.select_for_update(of=("self",)).select_related("lead_unit"))
    measures = list(found.measures.select_for_update(of=("self",)).select_related("finding__lead_unit"))
    told = [_finding(row, account, successor) for row in findings]
    told += [_measure(row, successor) for row in measures]
    Finding.objects.bulk_update(findings, ["leader", "handler"], batch_size=BATCH)
    Measure.objects.bulk_update(measures, ["who"], batch_size=BATCH)
    record_all(told, organisation=account.organisation.code, by=by, at=at)


def _finding(row: Finding, account: Account, successor: Account) -> Told:
    parts = [part for part in ("leader", "handler") if getattr(row, f"{part}_id") == account.pk]
    for part in parts:
        setattr(row, part, successor)
    before, after = dict.fromkeys(parts, account.name), dict.fromkeys(parts, successor.name)
    return Told("finding.handed_on", row.ref, _path(row), before, after)


def _measure(row: Measure, successor: Account) -> Told:
    before, row.who = {"who": row.who}, successor.name
    after = {"which": row.ref, "who": successor.name}
    return Told("measure.handed_on", row.finding.ref, _path(row.finding), before, after)


def _path(finding: Finding) -> str:
    return finding.lead_unit.path if finding.lead_unit else ""

"""How are findings given to units and people? Singly or in bulk, by the same rules, with a preview and an undo.

Changes are plain values by field, so that one assignment can be shown, kept, and turned back:
`{"lead_unit": 7, "leader": "zhou", "supports": [8, 9], "key": True}` (units by number, people by user name).
Whose it is and what it is due may change only while it is unclaimed; the rest while it is open.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from bihuan.ledger.actions.line import tell
from bihuan.ledger.actions.moves import locked
from bihuan.ledger.actions.passes import passed
from bihuan.ledger.models import Assignment, Finding, Origin, Support
from bihuan.ledger.queries.facts import facts, gather, holder
from bihuan.people.models import Account, Organisation, Unit
from bihuan.people.viewer import Viewer
from bihuan.rules.finding import Move, decide
from bihuan.rules.life import Refusal
from bihuan.rules.rounds import before_feedback
from bihuan.say import say

Changes = Mapping[str, Any]
FLAGS = ("key", "immediate", "standing", "common", "in_intensive")
UNCLAIMED_ONLY = frozenset({"lead_unit", "immediate", "deadline"})
FIELDS = ("lead_unit", "supports", "leader", "handler", "deadline", *FLAGS)


@dataclass(frozen=True)
class Outcome:
    """What an assignment does, or would do, to one finding."""

    finding: Finding
    before: Changes
    after: Changes
    refusal: Refusal | None = None


def preview(findings: Iterable[Finding], changes: Changes, *, by: Viewer) -> list[Outcome]:
    """What `assign` would do to each finding, without doing it."""
    return [_outcome(gather(finding), changes, by) for finding in findings]


@transaction.atomic
def assign(
    findings: Iterable[Finding], changes: Changes, *, by: Viewer, at: datetime
) -> tuple[Assignment | None, list[Outcome]]:
    """Change every finding that may be changed; the others come back with their refusals and stay as they are."""
    outcomes = [_outcome(gather(locked(finding)), changes, by) for finding in findings]
    done = [outcome for outcome in outcomes if outcome.refusal is None and outcome.after]
    for outcome in done:
        _apply(outcome.finding, outcome.after, by, at, "finding.assigned", outcome.before)
    if not done:
        return None, outcomes
    kept = [{"ref": o.finding.ref, "before": dict(o.before), "after": dict(o.after)} for o in done]
    return Assignment.objects.create(organisation=by.organisation, by=by.account, at=at, changes=kept), outcomes


@transaction.atomic
def undo_assignment(assignment: Assignment, *, by: Viewer, at: datetime) -> tuple[int, list[str]] | Refusal:
    """Turn an assignment back. Returns how many were turned back, and the references of those changed since."""
    kept = Assignment.objects.select_for_update().get(pk=assignment.pk)
    if kept.by_id != by.account.pk:
        return Refusal("who", say("只有办理人可以撤销这次分派。"))
    if kept.undone_at:
        return Refusal("when", say("这次分派已经撤销。"))
    left = []
    for change in kept.changes:
        finding = Finding.objects.get(organisation=kept.organisation, number=int(change["ref"][2:]))
        row = gather(locked(finding))
        if picture(row, change["after"]) != change["after"] or _barred(row, change["before"], by):
            left.append(change["ref"])
            continue
        _apply(row, change["before"], by, at, "finding.assignment_undone", change["after"])
    kept.undone_at = at
    kept.save(update_fields=["undone_at"])
    return len(kept.changes) - len(left), left


def picture(finding: Finding, fields: Iterable[str]) -> dict[str, Any]:
    """The plain values of these fields as they are now."""
    plain: dict[str, Any] = {
        "lead_unit": finding.lead_unit.number if finding.lead_unit else None,
        "supports": sorted(support.unit.number for support in finding.supports.all()),
        "leader": finding.leader.username if finding.leader else None,
        "handler": finding.handler.username if finding.handler else None,
        "deadline": finding.deadline.isoformat() if finding.deadline else None,
    } | {flag: getattr(finding, flag) for flag in FLAGS}
    return {field: plain[field] for field in fields}


def _outcome(finding: Finding, changes: Changes, by: Viewer) -> Outcome:
    wanted = {field: sorted(value) if field == "supports" else value for field, value in changes.items()}
    before = picture(finding, wanted)
    after = {field: value for field, value in wanted.items() if value != before[field]}
    before = {field: before[field] for field in after}
    return Outcome(finding, before, after, _barred(finding, after, by))


def _barred(finding: Finding, changes: Changes, by: Viewer) -> Refusal | None:
    """Why these changes may not be made to this finding now, or None."""
    asked = facts(finding, by)
    if not isinstance(decide(Move.ASSIGN, asked), Refusal):
        return _bad_deadline(finding, changes["deadline"]) if "deadline" in changes else None
    if fixed := UNCLAIMED_ONLY & set(changes):
        if isinstance(verdict := decide(Move.ADJUST, asked), Refusal):
            return verdict
        return Refusal("when", FIXED[min(fixed)])
    verdict = decide(Move.ADJUST, asked)
    return verdict if isinstance(verdict, Refusal) else None


def _bad_deadline(finding: Finding, value: str | None) -> Refusal | None:
    if finding.due != finding.deadline:
        return Refusal("when", EXTENDED)
    if finding.origin != Origin.LETTER or not value:
        return None
    return before_feedback(date.fromisoformat(value), finding.round.feedback_on)


EXTENDED = say("已经同意过延期的问题不能改整改时限，延期须另行申请。")
FIXED = {
    "lead_unit": say("已经认领的问题不能改牵头单位。"),
    "immediate": say("已经认领的问题不能改立行立改标记。"),
    "deadline": say("已经认领的问题不能改整改时限，延期须另行申请。"),
}


def _apply(finding: Finding, changes: Changes, by: Viewer, at: datetime, event: str, before: Changes) -> None:
    organisation = finding.organisation
    for field, value in changes.items():
        _set(finding, field, value, organisation)
    was = finding.holder
    finding.holder = holder(finding)
    if finding.holder != was or "lead_unit" in changes:
        finding.since = at
        passed(finding, by=by, at=at).save()
    finding.save()
    tell(event, finding, by=by, at=at, before=_told(organisation, before), after=_told(organisation, changes))


def _told(organisation: Organisation, changes: Changes) -> dict[str, Any]:
    """The changes as the trail keeps them: units and people by name, so that a line reads by itself."""
    numbers = [changes.get("lead_unit"), *changes.get("supports", [])]
    units = {unit.number: unit.label for unit in Unit.objects.filter(organisation=organisation, number__in=numbers)}
    usernames = [changes.get("leader"), changes.get("handler")]
    people = dict(
        Account.objects.filter(organisation=organisation, username__in=usernames).values_list("username", "name")
    )
    told = dict(changes)
    for field in ("leader", "handler"):
        if field in told:
            told[field] = people.get(told[field], "")
    if "lead_unit" in told:
        told["lead_unit"] = units.get(told["lead_unit"], "")
    if "supports" in told:
        told["supports"] = [units[number] for number in told["supports"]]
    return told


def _set(finding: Finding, field: str, value: Any, organisation: Organisation) -> None:
    if field == "supports":
        units = Unit.objects.filter(organisation=organisation, number__in=value)
        finding.supports.all().delete()
        Support.objects.bulk_create(Support(finding=finding, unit=unit) for unit in units)
        finding._prefetched_objects_cache = {}
    elif field == "lead_unit":
        finding.lead_unit = Unit.objects.get(organisation=organisation, number=value) if value else None
    elif field in ("leader", "handler"):
        account = Account.objects.get(organisation=organisation, username=value) if value else None
        setattr(finding, field, account)
    elif field == "deadline":
        finding.deadline = finding.due = date.fromisoformat(value) if value else None
    else:
        setattr(finding, field, value)

"""What is done to a rectification meeting (专题会)? It is planned, changed, held, cancelled, and taken up again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.files import File
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from bihuan.ledger.actions.line import changed
from bihuan.ledger.models import Finding, Meeting
from bihuan.ledger.queries.meetings import meeting_facts
from bihuan.papers.actions import keep
from bihuan.papers.models import Paper
from bihuan.people.models import Account, Organisation
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules import meeting as rules
from bihuan.rules.life import Refusal
from bihuan.rules.meeting import Kind, Move, Status
from bihuan.rules.people import Role
from bihuan.rules.rounds import may_change
from bihuan.say import say
from bihuan.trail.actions import record

EVENTS: dict[Move, str] = {
    Move.CHANGE: "rectification_meeting.changed",
    Move.HOLD: "rectification_meeting.held",
    Move.CANCEL: "rectification_meeting.cancelled",
    Move.RESUME: "rectification_meeting.resumed",
}


@dataclass(frozen=True)
class MeetingPlan:
    """What a person says of a meeting to come."""

    kind: Kind
    title: str
    planned_on: date
    place: str = ""
    chaired_by: Account | None = None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class MeetingRecord:
    """What a person says of a meeting that was held."""

    held_at: datetime
    place: str
    attendees: str
    chaired_by: Account | None = None
    findings: tuple[Finding, ...] = ()


@transaction.atomic
def plan_meeting(round: Round, plan: MeetingPlan, *, by: Viewer, at: datetime) -> Meeting | Refusal:
    """A new meeting under the next number of the organisation."""
    if Role.OFFICE not in by.roles or by.organisation.pk != round.organisation_id:
        return Refusal("who", say("整改会议由整改办安排，请与整改办联系。"))
    if refusal := may_change(round.finished_on) or _bad(plan.title, plan.chaired_by, plan.findings, by):
        return refusal
    organisation = Organisation.objects.select_for_update(no_key=True).get(pk=round.organisation_id)
    last = Meeting.objects.filter(organisation=organisation).aggregate(last=Max("number"))["last"] or 0
    row = Meeting(organisation=organisation, round=round, number=last + 1)
    _write(row, plan)
    row.save(force_insert=True)
    row.findings.set(plan.findings)
    _tell("rectification_meeting.planned", row, by=by, at=at, after=_picture(row))
    return row


@transaction.atomic
def change_meeting(meeting: Meeting, plan: MeetingPlan, *, by: Viewer, at: datetime) -> Meeting | Refusal:
    row = _locked(meeting)
    verdict = rules.decide(Move.CHANGE, meeting_facts(row, by))
    if isinstance(verdict, Refusal):
        return verdict
    if refusal := _bad(plan.title, plan.chaired_by, plan.findings, by):
        return refusal
    was = _picture(row)
    _write(row, plan)
    row.save()
    row.findings.set(plan.findings)
    before, after = changed(was, _picture(row))
    if after:
        _tell(EVENTS[Move.CHANGE], row, by=by, at=at, before=before, after=after)
    return row


def hold_meeting(
    meeting: Meeting, written: MeetingRecord, *, minutes: File | None = None, by: Viewer, at: datetime
) -> Meeting | Refusal:
    """Write down that it was held: when, where, in whose chair, who came. Minutes are kept where they may be."""
    if isinstance(refusal := _hold_verdict(_as_written(meeting, written), written, by, at), Refusal):
        return refusal
    paper = None
    if minutes is not None:
        kept = keep(by.organisation, name=minutes.name or "", data=minutes, unit=None, by=by, at=at)
        if isinstance(kept, Refusal):
            return kept
        paper = kept.paper
    return _hold(meeting, written, paper, by=by, at=at)


@transaction.atomic
def _hold(
    meeting: Meeting, written: MeetingRecord, minutes: Paper | None, *, by: Viewer, at: datetime
) -> Meeting | Refusal:
    was = _picture(_locked(meeting))
    row = _as_written(_locked(meeting), written)
    verdict = _hold_verdict(row, written, by, at)
    if isinstance(verdict, Refusal):
        return verdict
    if refusal := _bad(row.title, written.chaired_by, written.findings, by):
        return refusal
    row.status, row.held_at = verdict.value, written.held_at
    row.minutes = minutes or row.minutes
    row.save()
    row.findings.set(written.findings)
    before, after = changed(was, _picture(row))
    _tell(EVENTS[Move.HOLD], row, by=by, at=at, before=before, after=after)
    return row


@transaction.atomic
def move_meeting(meeting: Meeting, which: Move, *, by: Viewer, at: datetime, note: str = "") -> Meeting | Refusal:
    """Cancel it with a reason, or make it a plan again."""
    row = _locked(meeting)
    if which not in (Move.CANCEL, Move.RESUME):
        return Refusal("when", say("这一步不能单独办理。"))
    verdict = rules.decide(which, meeting_facts(row, by, note=note))
    if isinstance(verdict, Refusal):
        return verdict
    was = _picture(row)
    row.status, row.held_at = verdict.value, None
    row.save(update_fields=["status", "held_at"])
    before, after = changed(was, _picture(row))
    _tell(EVENTS[which], row, by=by, at=at, before=before, after=after, note=note.strip())
    return row


def _locked(meeting: Meeting) -> Meeting:
    """The row as it is now, held until the transaction ends."""
    Meeting.objects.select_for_update().get(pk=meeting.pk)
    return Meeting.objects.select_related("organisation", "round", "chaired_by", "minutes").get(pk=meeting.pk)


def _as_written(row: Meeting, written: MeetingRecord) -> Meeting:
    row.place, row.attendees, row.chaired_by = written.place.strip(), written.attendees.strip(), written.chaired_by
    return row


def _hold_verdict(row: Meeting, written: MeetingRecord, by: Viewer, at: datetime) -> Status | Refusal:
    return rules.decide(Move.HOLD, meeting_facts(row, by, begun=written.held_at <= at))


def _bad(title: str, chair: Account | None, findings: Sequence[Finding], by: Viewer) -> Refusal | None:
    """What no form lets through, and a caller may not either."""
    if not title.strip():
        return Refusal("what", say("请填写会议名称。"))
    strangers = [each for each in (chair, *findings) if each and each.organisation_id != by.organisation.pk]
    return Refusal("what", say("主持人和研究的问题须属于本单位。")) if strangers else None


def _write(row: Meeting, plan: MeetingPlan) -> None:
    row.kind, row.title, row.planned_on = plan.kind.value, plan.title.strip(), plan.planned_on
    row.place, row.chaired_by = plan.place.strip(), plan.chaired_by


def _picture(row: Meeting) -> dict[str, Any]:
    """What the trail keeps of a meeting before and after a write; its status is told by the event."""
    return {
        "kind": row.kind,
        "title": row.title,
        "planned_on": row.planned_on,
        "held_at": timezone.localtime(row.held_at).strftime("%Y-%m-%d %H:%M") if row.held_at else "",
        "place": row.place,
        "chaired_by": row.chaired_by.name if row.chaired_by else "",
        "attendees": row.attendees,
        "findings": "、".join(each.ref for each in row.findings.order_by("number")),
        "minutes": row.minutes.ref if row.minutes else "",
    }


def _tell(event: str, row: Meeting, *, by: Viewer, at: datetime, **values: Any) -> None:
    record(event, row.ref, organisation=row.organisation.code, by=by, at=at, **values)

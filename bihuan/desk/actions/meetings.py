"""What is done to a meeting that the group attends (列席会议)? It is planned, changed, cancelled, resumed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from bihuan.desk.actions.plans import bad_plan, hold, in_the_way, may_plan, told
from bihuan.desk.models import Meeting
from bihuan.desk.queries.bookings import booking_of_meeting
from bihuan.people.models import Account, Unit
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.life import Refusal
from bihuan.rules.slots import Booking
from bihuan.say import say
from bihuan.trail.actions import record


@dataclass(frozen=True)
class MeetingText:
    """What a person says of a meeting."""

    title: str
    unit: Unit
    place: str
    starts_at: datetime
    ends_at: datetime
    attended_by: str = ""
    contact: Account | None = None

    def booking(self, ref: str) -> Booking:
        return booking_of_meeting(
            ref, self.unit, self.starts_at, self.ends_at, place=self.place, attended_by=self.attended_by
        )


@transaction.atomic
def plan_meeting(
    round: Round, text: MeetingText, *, by: Viewer, at: datetime, confirmed: bool = False
) -> Meeting | Refusal:
    """A new meeting under the next number of the organisation. `confirmed`: its doubts were seen and it is meant."""
    organisation = hold(round.organisation)
    last = Meeting.objects.filter(organisation=organisation).aggregate(last=Max("number"))["last"] or 0
    row = Meeting(organisation=organisation, round=round, number=last + 1)
    if refusal := may_plan(organisation, round, by) or _refused(row, text, at=at, confirmed=confirmed):
        return refusal
    _write(row, text)
    row.save(force_insert=True)
    _record("meeting.planned", row, by=by, at=at, after=_picture(row))
    return row


@transaction.atomic
def change_meeting(
    meeting: Meeting, text: MeetingText, *, by: Viewer, at: datetime, confirmed: bool = False
) -> Meeting | Refusal:
    row = _locked(meeting)
    if row.cancelled:
        return Refusal("when", say("这个会议已经取消，请先恢复再修改。"))
    if refusal := may_plan(row.organisation, row.round, by) or _refused(row, text, at=at, confirmed=confirmed):
        return refusal
    before = _picture(row)
    _write(row, text)
    after = _picture(row)
    changed = [name for name in after if before[name] != after[name]]
    if changed:
        row.save()
        was, became = ({name: values[name] for name in changed} for values in (before, after))
        _record("meeting.changed", row, by=by, at=at, before=was, after=became)
    return row


@transaction.atomic
def cancel_meeting(meeting: Meeting, *, by: Viewer, at: datetime, note: str) -> Meeting | Refusal:
    row = _locked(meeting)
    if refusal := may_plan(row.organisation, row.round, by):
        return refusal
    if row.cancelled:
        return Refusal("when", say("这个会议已经取消。"))
    if not note.strip():
        return Refusal("what", say("请写明理由。"))
    row.cancelled = True
    row.save(update_fields=["cancelled"])
    _record("meeting.cancelled", row, by=by, at=at, note=note.strip())
    return row


@transaction.atomic
def resume_meeting(meeting: Meeting, *, by: Viewer, at: datetime) -> Meeting | Refusal:
    """Take a cancellation back, at the time and place it had."""
    row = _locked(meeting)
    if refusal := may_plan(row.organisation, row.round, by):
        return refusal
    if not row.cancelled:
        return Refusal("when", say("这个会议没有取消，不需要恢复。"))
    row.cancelled = False
    row.save(update_fields=["cancelled"])
    _record("meeting.resumed", row, by=by, at=at)
    return row


def _locked(meeting: Meeting) -> Meeting:
    """The row as it is now, its organisation held until the transaction ends."""
    hold(meeting.organisation)
    related = ("organisation", "round", "unit", "contact")
    return Meeting.objects.select_for_update(of=("self",)).select_related(*related).get(pk=meeting.pk)


def _refused(row: Meeting, text: MeetingText, *, at: datetime, confirmed: bool) -> Refusal | None:
    if not text.title.strip() or not text.place.strip():
        return Refusal("what", say("请填写会议名称和地点。"))
    organisation = row.organisation
    return bad_plan(text.unit, organisation, text.starts_at, text.ends_at) or in_the_way(
        organisation, text.booking(row.ref if row.pk else ""), at=at, confirmed=confirmed
    )


def _write(row: Meeting, text: MeetingText) -> None:
    for name in ("unit", "starts_at", "ends_at", "contact"):
        setattr(row, name, getattr(text, name))
    for name in ("title", "place", "attended_by"):
        setattr(row, name, getattr(text, name).strip())


def _picture(row: Meeting) -> dict[str, Any]:
    return {
        "title": row.title,
        "unit": row.unit.label,
        "place": row.place,
        "starts_at": told(row.starts_at),
        "ends_at": told(row.ends_at),
        "attended_by": row.attended_by,
        "contact": row.contact.name if row.contact else "",
    }


def _record(event: str, row: Meeting, *, by: Viewer, at: datetime, **values: Any) -> None:
    record(event, row.ref, organisation=row.organisation.code, by=by, at=at, unit_path=row.unit.path, **values)

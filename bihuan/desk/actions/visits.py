"""What is done to an extended visit? It is planned, changed, moved along its life, and prepared for by requests."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from bihuan.desk.actions.plans import bad_plan, hold, in_the_way, may_plan, told
from bihuan.desk.actions.request import Asked, take_down_all
from bihuan.desk.models import Request, Visit
from bihuan.desk.queries.bookings import booking_of_visit
from bihuan.desk.queries.visits import facts, not_yet_asked
from bihuan.people.models import Account, Unit
from bihuan.people.viewer import Viewer
from bihuan.reading.kinds.requests import kind_of
from bihuan.rounds.models import Round
from bihuan.rounds.queries import calendar_of
from bihuan.rules import workdays
from bihuan.rules.life import Refusal
from bihuan.rules.request import Kind
from bihuan.rules.slots import Booking
from bihuan.rules.visit import Move, Status, decide
from bihuan.say import say
from bihuan.trail.actions import record

EVENTS: dict[Move, str] = {
    Move.CONFIRM: "visit.confirmed",
    Move.FINISH: "visit.finished",
    Move.CANCEL: "visit.cancelled",
    Move.RESUME: "visit.resumed",
}


@dataclass(frozen=True)
class VisitText:
    """What a person says of a visit."""

    unit: Unit
    starts_at: datetime
    ends_at: datetime
    batch: int = 1
    led_by: str = ""
    contact: Account | None = None
    transport: str = ""
    prepare: str = ""
    remark: str = ""

    def booking(self, ref: str) -> Booking:
        return booking_of_visit(
            ref, self.unit, self.starts_at, self.ends_at, led_by=self.led_by, transport=self.transport
        )


@transaction.atomic
def plan_visit(round: Round, text: VisitText, *, by: Viewer, at: datetime, confirmed: bool = False) -> Visit | Refusal:
    """A new visit under the next number of the organisation. `confirmed`: its doubts were seen and it is meant."""
    organisation = hold(round.organisation)
    last = Visit.objects.filter(organisation=organisation).aggregate(last=Max("number"))["last"] or 0
    row = Visit(organisation=organisation, round=round, number=last + 1)
    if refusal := may_plan(organisation, round, by) or _refused(row, text, at=at, confirmed=confirmed):
        return refusal
    _write(row, text)
    row.save(force_insert=True)
    _record("visit.planned", row, by=by, at=at, after=_picture(row))
    return row


@transaction.atomic
def change_visit(
    visit: Visit, text: VisitText, *, by: Viewer, at: datetime, confirmed: bool = False
) -> Visit | Refusal:
    """Another time, place or person; what was before stays in the record."""
    row = _locked(visit)
    verdict = decide(Move.CHANGE, facts(row, by, at=at))
    if isinstance(verdict, Refusal):
        return verdict
    if refusal := may_plan(row.organisation, row.round, by) or _refused(row, text, at=at, confirmed=confirmed):
        return refusal
    before = _picture(row)
    _write(row, text)
    after = _picture(row)
    changed = [name for name in after if before[name] != after[name]]
    if changed:
        row.save()
        was, became = ({name: values[name] for name in changed} for values in (before, after))
        _record("visit.changed", row, by=by, at=at, before=was, after=became)
    return row


@transaction.atomic
def move_visit(visit: Visit, which: Move, *, by: Viewer, at: datetime, note: str = "") -> Visit | Refusal:
    """Make one move, or say why not. A visit that is resumed needs its vehicle again."""
    row = _locked(visit)
    if which not in EVENTS:
        return Refusal("when", say("这一步不能单独办理。"))
    verdict = decide(which, facts(row, by, at=at, note=note.strip()))
    if isinstance(verdict, Refusal):
        return verdict
    refusal = may_plan(row.organisation, row.round, by)
    if which is Move.RESUME:
        refusal = refusal or in_the_way(row.organisation, _text(row).booking(row.ref), at=at, confirmed=True)
    if refusal:
        return refusal
    before, row.status = row.status, verdict.value
    row.save(update_fields=["status"])
    _record(
        EVENTS[which], row, by=by, at=at, before={"status": before}, after={"status": row.status}, note=note.strip()
    )
    return row


@transaction.atomic
def ask_to_prepare(visit: Visit, *, by: Viewer, at: datetime) -> list[Request] | Refusal:
    """What is to be prepared becomes requests to the unit, one for each line; a line asked for before is left out."""
    row = _locked(visit)
    if row.status not in (Status.PLANNED.value, Status.CONFIRMED.value) or row.starts_at <= at:
        return Refusal("when", say("延伸巡视已经开始或已取消，要补充的事项请在联络台单独登记。"))
    wanted = not_yet_asked(row)
    if not wanted:
        return Refusal("what", say("没有新的事项：清单为空，或每一项都已登记。"))
    due = _due(row, at)
    asked = [Asked(text, due, Kind(kind_of(text)), unit=row.unit, visit=row, asked_by=row.led_by) for text in wanted]
    made = take_down_all(row.round, asked, by=by, at=at)
    if not isinstance(made, Refusal):
        _record("visit.asked", row, by=by, at=at, after={"requests": [request.ref for request in made]})
    return made


def _due(row: Visit, at: datetime) -> datetime:
    """The end of the working day before the visit; where that has passed, the visit itself."""
    day = workdays.add(timezone.localdate(row.starts_at), -1, calendar_of(row.organisation))
    before = timezone.make_aware(datetime.combine(day, workdays.END_OF_DAY))
    return before if before > at else row.starts_at


def _locked(visit: Visit) -> Visit:
    """The row as it is now, its organisation held until the transaction ends."""
    hold(visit.organisation)
    related = ("organisation", "round", "unit", "contact")
    return Visit.objects.select_for_update(of=("self",)).select_related(*related).get(pk=visit.pk)


def _refused(row: Visit, text: VisitText, *, at: datetime, confirmed: bool) -> Refusal | None:
    organisation = row.organisation
    return bad_plan(text.unit, organisation, text.starts_at, text.ends_at) or in_the_way(
        organisation, text.booking(row.ref if row.pk else ""), at=at, confirmed=confirmed
    )


def _write(row: Visit, text: VisitText) -> None:
    for name in ("unit", "starts_at", "ends_at", "batch", "contact"):
        setattr(row, name, getattr(text, name))
    for name in ("led_by", "transport", "prepare", "remark"):
        setattr(row, name, getattr(text, name).strip())


def _text(row: Visit) -> VisitText:
    return VisitText(row.unit, row.starts_at, row.ends_at, led_by=row.led_by, transport=row.transport)


def _picture(row: Visit) -> dict[str, Any]:
    return {
        "batch": row.batch,
        "unit": row.unit.label,
        "starts_at": told(row.starts_at),
        "ends_at": told(row.ends_at),
        "led_by": row.led_by,
        "contact": row.contact.name if row.contact else "",
        "transport": row.transport,
        "prepare": row.prepare,
        "remark": row.remark,
    }


def _record(event: str, row: Visit, *, by: Viewer, at: datetime, **values: Any) -> None:
    record(event, row.ref, organisation=row.organisation.code, by=by, at=at, unit_path=row.unit.path, **values)

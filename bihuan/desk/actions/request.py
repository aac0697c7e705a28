"""How is a request taken down, and how does it move? Every move of `rules/request.py` passes through here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from bihuan.desk.actions.request_effects import EFFECTS, NEEDS_UNIT, Step
from bihuan.desk.actions.request_row import barred, changed, clock, locked, pass_on, tell
from bihuan.desk.models import Handoff, Request, Visit
from bihuan.desk.queries.request_facts import facts
from bihuan.people.models import Account, Organisation, Unit
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.life import Refusal
from bihuan.rules.people import Role
from bihuan.rules.request import RELEASED_BY_LEADER, Kind, Move, Party, Status, decide
from bihuan.say import say
from bihuan.trail.actions import Told, record_all

LONGEST = 2000
"""Characters of one request; a longer text is a document and belongs among the materials."""
EVENTS: dict[Move, str] = {
    Move.ASSIGN: "request.assigned",
    Move.ACCEPT: "request.accepted",
    Move.OBJECT: "request.objected",
    Move.SETTLE: "request.settled",
    Move.SETTLE_FINALLY: "request.settled_finally",
    Move.SUBMIT: "request.submitted",
    Move.ANSWER: "request.answered",
    Move.TAKE_BACK: "request.taken_back",
    Move.CHECK: "request.checked",
    Move.RETURN: "request.returned",
    Move.RELEASE: "request.released",
    Move.HOLD_BACK: "request.held_back",
    Move.HAND_OVER: "request.handed_over",
    Move.TAKE_BACK_HANDOVER: "request.handover_taken_back",
    Move.RECEIPT: "request.receipted",
    Move.SEND_BACK: "request.sent_back",
    Move.CLOSE: "request.closed",
    Move.REASSIGN: "request.reassigned",
    Move.WITHDRAW: "request.withdrawn",
    Move.REOPEN: "request.reopened",
}


@dataclass(frozen=True)
class Asked:
    """One thing as the group asked for it. With `unit` it is assigned at once."""

    text: str
    due_at: datetime
    kind: Kind = Kind.MATERIAL
    period: str = ""
    asked_by: str = ""
    asked_at: datetime | None = None
    """None: now."""
    urgent: bool = False
    needs_release: bool | None = None
    """None: as the kind has it."""
    notice_number: str = ""
    remark: str = ""
    unit: Unit | None = None
    supports: tuple[Unit, ...] = ()
    visit: Visit | None = None


def take_down(round: Round, asked: Asked, *, by: Viewer, at: datetime) -> Request | Refusal:
    """Take one request down."""
    outcome = take_down_all(round, [asked], by=by, at=at)
    return outcome if isinstance(outcome, Refusal) else outcome[0]


@transaction.atomic
def take_down_all(round: Round, every: Iterable[Asked], *, by: Viewer, at: datetime) -> list[Request] | Refusal:
    """Take requests down, numbered on from the organisation's last; all or none."""
    asked = list(every)
    if refusal := _not_taken(round, asked, by):
        return refusal
    Organisation.objects.select_for_update(no_key=True).get(pk=round.organisation_id)
    last = Request.objects.filter(organisation=round.organisation).aggregate(last=Max("number"))["last"] or 0
    rows = [_row(round, each, last + place, by, at) for place, each in enumerate(asked, start=1)]
    Request.objects.bulk_create(rows)
    Handoff.objects.bulk_create(_first_pass(row, by, at) for row in rows)
    record_all([_told(row) for row in rows], organisation=round.organisation.code, by=by, at=at)
    for place, (row, each) in enumerate(zip(rows, asked, strict=True)):
        if each.unit is None:
            continue
        outcome = move(row, Move.ASSIGN, by=by, at=at, unit=each.unit, supports=each.supports)
        if isinstance(outcome, Refusal):
            transaction.set_rollback(True)
            return outcome
        rows[place] = outcome
    return rows


def _not_taken(round: Round, asked: list[Asked], by: Viewer) -> Refusal | None:
    if Role.OFFICE not in by.roles or round.organisation_id != by.organisation.pk:
        return Refusal("who", say("联络事项由联络组登记。"))
    if round.finished_on is not None:
        return Refusal("when", say("{round}已经结束，不能再登记联络事项。", round=round.title))
    for place, each in enumerate(asked, start=1):
        if not each.text.strip():
            return Refusal("what", say("第 {place} 件没有内容，请写明巡视组要什么。", place=place))
        if len(each.text) > LONGEST:
            return Refusal("what", say("第 {place} 件有 {count} 字，最多 {most} 字；请写明要点，原文作为材料登记。",
                                       place=place, count=len(each.text), most=LONGEST))  # fmt: skip
    return None


def _row(round: Round, asked: Asked, number: int, by: Viewer, at: datetime) -> Request:
    released = asked.kind in RELEASED_BY_LEADER if asked.needs_release is None else asked.needs_release
    return Request(
        organisation=round.organisation,
        round=round,
        number=number,
        kind=asked.kind.value,
        text=asked.text.strip(),
        period=asked.period.strip()[:100],
        asked_by=asked.asked_by.strip()[:100],
        asked_at=asked.asked_at or at,
        due_at=asked.due_at,
        urgent=asked.urgent,
        needs_release=released,
        notice_number=asked.notice_number.strip()[:60],
        remark=asked.remark.strip()[:200],
        visit=asked.visit,
        status=Status.RECEIVED.value,
        holder=Party.OFFICE.value,
        since=at,
        taken_by=by.account,
        taken_at=at,
    )


def _first_pass(row: Request, by: Viewer, at: datetime) -> Handoff:
    return Handoff(
        request=row,
        move="take_down",
        from_party=Party.GROUP.value,
        to_party=row.holder,
        to_status=row.status,
        by=by.account,
        at=at,
    )


def _told(row: Request) -> Told:
    said = {"kind": row.kind, "text": row.text, "asked_by": row.asked_by, "due_at": clock(row.due_at)}
    after = {"round": row.round.ref, **said}
    return Told("request.taken_down", row.ref, after=after | ({"urgent": True} if row.urgent else {}))


@transaction.atomic
def move(
    request: Request,
    which: Move,
    *,
    by: Viewer,
    at: datetime,
    note: str = "",
    unit: Unit | None = None,
    supports: Iterable[Unit] = (),
    handler: Account | None = None,
    received_by: str = "",
) -> Request | Refusal:
    """Make one move, or say why not. The row is locked, and the facts are those of the locked row.

    `received_by`: who of the group signed, for a receipt. Materials are handed over by a list that names the request:
    `HAND_OVER` is refused while one of them stands on none.
    """
    if which not in EVENTS:
        return Refusal("when", say("这一步不能单独办理。"))
    row = locked(request)
    name = received_by.strip() if which is Move.RECEIPT else None
    step = Step(by, at, note.strip(), unit, tuple(supports), handler, name)
    verdict = decide(which, facts(row, by, note=step.note, group_name=name))
    if isinstance(verdict, Refusal):
        return verdict
    if which in NEEDS_UNIT and (refusal := barred(unit, row)):
        return refusal
    if which in (Move.OBJECT, Move.REASSIGN) and unit == row.lead_unit:
        return Refusal("what", say("选的就是现在的承办单位，请选择应当承办的单位。"))
    before = _picture(row)
    if effect := EFFECTS.get(which):
        effect(row, step)
    row.closed_at = at if verdict is Status.CLOSED else None
    pass_on(row, verdict, which.value, by=by, at=at, note=step.note)
    was, became = changed(before, _picture(row))
    tell(EVENTS[which], row, by=by, at=at, before=was, after=became | _extras(which, step), note=step.note)
    return row


def _picture(row: Request) -> dict[str, object]:
    """What the trail keeps of a request before and after a move."""
    return {
        "status": row.status,
        "holder": row.holder,
        "lead_unit": row.lead_unit.label if row.lead_unit else "",
        "handler": row.handler.name if row.handler else "",
        "due_at": clock(row.due),
    }


def _extras(which: Move, step: Step) -> dict[str, object]:
    """What came with the move and belongs into its line."""
    supports = [unit.label for unit in step.supports]
    suggested = step.unit.label if step.unit and which is Move.OBJECT else ""
    given = {"suggested_unit": suggested, "supports": supports, "received_by": step.received_by or ""}
    return {name: value for name, value in given.items() if value}

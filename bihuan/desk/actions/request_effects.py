"""What does a move of a request do beyond its status? One small function for each move that does more."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bihuan.desk.actions.answer import next_version, take_up_again
from bihuan.desk.actions.request_pauses import move_on
from bihuan.desk.models import Objection, Request, RequestSupport
from bihuan.desk.queries.request_facts import last_answer
from bihuan.people.models import Account, Unit
from bihuan.people.viewer import Viewer
from bihuan.rules.people import Role
from bihuan.rules.request import Move, Status


@dataclass(frozen=True)
class Step:
    """Who makes the move, when, and what came with it."""

    by: Viewer
    at: datetime
    note: str = ""
    unit: Unit | None = None
    supports: tuple[Unit, ...] = ()
    handler: Account | None = None
    received_by: str | None = None


def _assign(row: Request, step: Step) -> None:
    _give(row, step)
    row.supports.all().delete()
    units = dict.fromkeys(unit for unit in step.supports if unit != step.unit)
    RequestSupport.objects.bulk_create(RequestSupport(request=row, unit=unit) for unit in units)


def _give(row: Request, step: Step) -> None:
    """To a unit, and to a person in it where one is named."""
    if step.unit != row.lead_unit or step.handler:
        row.handler = step.handler
    row.lead_unit = step.unit
    row.supports.filter(unit=step.unit).delete()


def _accept(row: Request, step: Step) -> None:
    """Whoever is named does it; a handler who accepts and names nobody does it alone."""
    mine = step.by.account if step.by.roles == {Role.HANDLER} else None
    row.handler = step.handler or row.handler or mine


def _object(row: Request, step: Step) -> None:
    row.objections_count += 1
    Objection.objects.create(
        request=row,
        unit=row.lead_unit,
        suggested_unit=step.unit,
        reason=step.note,
        raised_by=step.by.account,
        raised_at=step.at,
    )


def _settle(row: Request, step: Step) -> None:
    _decide_objection(row, step, final=False)


def _settle_finally(row: Request, step: Step) -> None:
    _decide_objection(row, step, final=True)
    row.settled_finally = True


def _decide_objection(row: Request, step: Step, *, final: bool) -> None:
    row.objections.filter(decided_at__isnull=True).update(
        decided_unit=step.unit,
        decision=step.note,
        decided_by=step.by.account,
        decided_at=step.at,
        final=final,
    )
    _give(row, step)


def _submit(row: Request, step: Step) -> None:
    _stamp(row, step, reused=False)


def _answer(row: Request, step: Step) -> None:
    _stamp(row, step, reused=True)


def _stamp(row: Request, step: Step, *, reused: bool) -> None:
    """The version that was being prepared is handed in; from now on it stays as it is."""
    answer = last_answer(row)
    if answer is None:
        raise RuntimeError(f"{row.ref} is handed in without an answer")
    answer.submitted_by, answer.submitted_at, answer.reused = step.by.account, step.at, reused
    answer.save()


def _take_back(row: Request, _step: Step) -> None:
    take_up_again(row)


def _come_back(row: Request, _step: Step) -> None:
    row.returns_count += 1
    next_version(row)


def _send_back(row: Request, step: Step) -> None:
    move_on(row, by=step.by, at=step.at)
    _come_back(row, step)


def _hand_over(row: Request, step: Step) -> None:
    row.handed_over_at = row.handed_over_at or step.at


def _take_back_handover(row: Request, _step: Step) -> None:
    """It was not handed over then; an earlier time, before the group sent it back, stays."""
    last = row.handoffs.filter(move=Move.HAND_OVER.value).order_by("-at", "-pk").first()
    if last and last.at == row.handed_over_at:
        row.handed_over_at = None


def _receipt(row: Request, step: Step) -> None:
    row.received_by_group = (step.received_by or "")[:60]


def _reopen(row: Request, _step: Step) -> None:
    """What was closed is answered anew; what was withdrawn is assigned anew, and may be objected to anew."""
    if row.status != Status.WITHDRAWN:
        next_version(row)
        return
    row.lead_unit = row.handler = None
    row.objections_count, row.settled_finally = 0, False
    row.supports.all().delete()


NEEDS_UNIT = frozenset({Move.ASSIGN, Move.REASSIGN, Move.OBJECT, Move.SETTLE, Move.SETTLE_FINALLY})
EFFECTS: dict[Move, Callable[[Request, Step], None]] = {
    Move.ASSIGN: _assign,
    Move.REASSIGN: _give,
    Move.ACCEPT: _accept,
    Move.OBJECT: _object,
    Move.SETTLE: _settle,
    Move.SETTLE_FINALLY: _settle_finally,
    Move.SUBMIT: _submit,
    Move.ANSWER: _answer,
    Move.TAKE_BACK: _take_back,
    Move.RETURN: _come_back,
    Move.HOLD_BACK: _come_back,
    Move.SEND_BACK: _send_back,
    Move.HAND_OVER: _hand_over,
    Move.TAKE_BACK_HANDOVER: _take_back_handover,
    Move.RECEIPT: _receipt,
    Move.REOPEN: _reopen,
}

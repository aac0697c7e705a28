"""How is a request put right that was taken down wrongly, or whose time the group has moved?

An agreed due time is never overwritten: once somebody is assigned, a later one stands beside it with its reason.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from bihuan.desk.actions.request import LONGEST
from bihuan.desk.actions.request_row import changed, clock, locked, tell
from bihuan.desk.models import DueChange, Request
from bihuan.desk.queries.request_facts import facts
from bihuan.people.viewer import Viewer
from bihuan.rules.life import Refusal
from bihuan.rules.request import Kind, Move, Status, decide
from bihuan.say import say


@dataclass(frozen=True)
class Wording:
    """Everything about a request that can be put right."""

    text: str
    kind: Kind
    due_at: datetime
    period: str = ""
    asked_by: str = ""
    urgent: bool = False
    needs_release: bool = False
    notice_number: str = ""
    remark: str = ""


@transaction.atomic
def amend(request: Request, wording: Wording, *, by: Viewer, at: datetime, note: str = "") -> Request | Refusal:
    """Change what was taken down, or say why not."""
    row = locked(request)
    note = note.strip()
    verdict = decide(Move.AMEND, facts(row, by, note=note))
    if isinstance(verdict, Refusal):
        return verdict
    moved = wording.due_at != row.due
    if not wording.text.strip() or len(wording.text) > LONGEST:
        return Refusal("what", say("内容须在 1 到 {most} 字之间。", most=LONGEST))
    if moved and row.status != Status.RECEIVED and not note:
        return Refusal("what", say("已经分派的事项改时限，请写明理由；原时限仍会保留。"))
    before = picture(row)
    _write(row, wording)
    if moved:
        _move_due(row, wording.due_at, note, by, at)
    row.save()
    was, became = changed(before, picture(row))
    if became:
        tell("request.amended", row, by=by, at=at, before=was, after=became, note=note)
    return row


def picture(row: Request) -> dict[str, object]:
    fields = ("text", "kind", "period", "asked_by", "urgent", "needs_release", "notice_number", "remark")
    return {name: getattr(row, name) for name in fields} | {"due_at": clock(row.due)}


def _write(row: Request, wording: Wording) -> None:
    row.text, row.kind = wording.text.strip(), wording.kind.value
    row.period, row.asked_by = wording.period.strip(), wording.asked_by.strip()
    row.urgent, row.needs_release = wording.urgent, wording.needs_release
    row.notice_number, row.remark = wording.notice_number.strip(), wording.remark.strip()


def _move_due(row: Request, due_at: datetime, note: str, by: Viewer, at: datetime) -> None:
    if row.status == Status.RECEIVED and row.moved_due_at is None:
        row.due_at = due_at
        return
    row.moved_due_at = due_at
    DueChange.objects.create(request=row, due_at=due_at, reason=note, by=by.account, at=at)

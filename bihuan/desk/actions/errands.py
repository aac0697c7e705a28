"""What is done to an errand (服务保障)? It is taken down, changed, done, its receipt kept, cancelled, resumed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from bihuan.desk.actions.office import may_keep, next_number
from bihuan.desk.models import Errand
from bihuan.people.models import Account
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.conduct import breach, lavish
from bihuan.rules.errand import KINDS, Kind, Receipt, bad_receipt
from bihuan.rules.life import Refusal
from bihuan.rules.rounds import may_change
from bihuan.say import say
from bihuan.trail.actions import record


@dataclass(frozen=True)
class ErrandText:
    """What is to be provided, where, until when, and who sees to it."""

    title: str
    due_at: datetime
    kind: Kind = Kind.OTHER
    place: str = ""
    done_by: Account | None = None
    remark: str = ""


@transaction.atomic
def take_down_errand(round: Round, text: ErrandText, *, by: Viewer, at: datetime) -> Errand | Refusal:
    """A new errand under the next number of the organisation."""
    if refusal := may_keep(round, by) or bad_errand(round, text):
        return refusal
    row = Errand(organisation=round.organisation, round=round, number=next_number(Errand, round.organisation))
    _write(row, text)
    row.save(force_insert=True)
    _record("errand.taken_down", row, by=by, at=at, after=_told(row))
    return row


@transaction.atomic
def change_errand(errand: Errand, text: ErrandText, *, by: Viewer, at: datetime) -> Errand | Refusal:
    row = _locked(errand)
    if refusal := may_keep(row.round, by) or bad_errand(row.round, text):
        return refusal
    if row.cancelled or row.done_at:
        return Refusal("when", say("已办结或已取消的事项不能修改，请先恢复。"))
    before = _told(row)
    _write(row, text)
    after = _told(row)
    changed = [name for name in after if before[name] != after[name]]
    if changed:
        row.save()
        was, became = ({name: values[name] for name in changed} for values in (before, after))
        _record("errand.changed", row, by=by, at=at, before=was, after=became)
    return row


@transaction.atomic
def finish_errand(errand: Errand, *, by: Viewer, at: datetime, receipt: Receipt | None = None) -> Errand | Refusal:
    """It is done. A meal may be done before its receipt is there; it stays shown until the receipt is written down."""
    row, receipt = _locked(errand), receipt or Receipt()
    if refusal := _not_mine(row, by) or _bad_receipt(row, receipt):
        return refusal
    if row.cancelled or row.done_at:
        return Refusal("when", say("这件事已办结或已取消，请刷新后再看。"))
    row.done_at = at
    _put(row, receipt)
    row.save()
    _record("errand.done", row, by=by, at=at, after=_receipt(row) if not receipt.is_empty else {})
    return row


@transaction.atomic
def write_receipt(errand: Errand, receipt: Receipt, *, by: Viewer, at: datetime) -> Errand | Refusal:
    """The receipt of a meal, later or corrected; what it said before stays in the record."""
    row = _locked(errand)
    if refusal := _not_mine(row, by) or _bad_receipt(row, receipt):
        return refusal
    if receipt.is_empty:
        return Refusal("what", say("请填写收据编号、金额和用餐人数。"))
    if row.cancelled or row.done_at is None:
        return Refusal("when", say("办结以后才登记收据。"))
    before = {} if row.receipt.is_empty else _receipt(row)
    _put(row, receipt)
    if before != (after := _receipt(row)):
        row.save()
        _record("errand.receipted", row, by=by, at=at, before=before, after=after)
    return row


@transaction.atomic
def cancel_errand(errand: Errand, *, by: Viewer, at: datetime, note: str = "") -> Errand | Refusal:
    row = _locked(errand)
    if refusal := may_keep(row.round, by):
        return refusal
    if row.cancelled or row.done_at:
        return Refusal("when", say("这件事已办结或已取消，请刷新后再看。"))
    row.cancelled = True
    row.save(update_fields=["cancelled"])
    _record("errand.cancelled", row, by=by, at=at, note=note.strip())
    return row


@transaction.atomic
def resume_errand(errand: Errand, *, by: Viewer, at: datetime) -> Errand | Refusal:
    """It is to do again: neither done nor cancelled. A receipt that was written down stays."""
    row = _locked(errand)
    if refusal := _not_mine(row, by):
        return refusal
    if row.cancelled and not by.is_office:
        return Refusal("who", say("取消的事项由联络组恢复。"))
    if not row.cancelled and row.done_at is None:
        return Refusal("when", say("这件事本来就是待办。"))
    before = {"cancelled": row.cancelled, "done_at": row.done_at}
    row.cancelled, row.done_at = False, None
    row.save(update_fields=["cancelled", "done_at"])
    _record("errand.resumed", row, by=by, at=at, before={name: value for name, value in before.items() if value})
    return row


def bad_errand(round: Round, text: ErrandText) -> Refusal | None:
    """Why it cannot be taken down: it says nothing, nobody can do it, or it is beyond the rules of conduct."""
    if not text.title.strip():
        return Refusal("what", say("请写明要保障什么。"))
    if text.done_by and (text.done_by.organisation_id != round.organisation_id or not text.done_by.is_active):
        return Refusal("what", say("请选择在岗的经办人。"))
    words = "\n".join((text.title, text.place, text.remark))
    forbidden = lavish(words) or breach(words)
    return Refusal("what", forbidden) if forbidden else None


def may_see_to(errand: Errand, by: Viewer) -> bool:
    """The office, and whoever sees to it."""
    return by.organisation.pk == errand.organisation_id and (by.is_office or errand.done_by_id == by.account.pk)


def _not_mine(row: Errand, by: Viewer) -> Refusal | None:
    if not may_see_to(row, by):
        return Refusal("who", say("这件事由经办人或联络组办理。"))
    return may_change(row.round.finished_on)


def _bad_receipt(row: Errand, receipt: Receipt) -> Refusal | None:
    same = Errand.objects.filter(organisation=row.organisation, receipt_number=receipt.number.strip(), cancelled=False)
    other = same.exclude(pk=row.pk).first() if receipt.number.strip() else None
    return bad_receipt(Kind(row.kind), receipt, used_by=other.ref if other else "")


def _put(row: Errand, receipt: Receipt) -> None:
    """A receipt that is there is not emptied by an empty form."""
    if not receipt.is_empty:
        row.receipt_number, row.amount, row.people = receipt.number.strip(), receipt.amount, receipt.people


def _write(row: Errand, text: ErrandText) -> None:
    row.kind, row.due_at, row.done_by = text.kind.value, text.due_at, text.done_by
    for name in ("title", "place", "remark"):
        setattr(row, name, getattr(text, name).strip())


def _locked(errand: Errand) -> Errand:
    related = ("organisation", "round", "done_by")
    return Errand.objects.select_for_update(of=("self",)).select_related(*related).get(pk=errand.pk)


def _receipt(row: Errand) -> dict[str, Any]:
    return {"receipt_number": row.receipt_number, "amount": row.amount, "people": row.people}


def _told(row: Errand) -> dict[str, Any]:
    return {
        "kind": KINDS[Kind(row.kind)].text,
        "title": row.title,
        "place": row.place,
        "due_at": timezone.localtime(row.due_at).strftime("%Y-%m-%d %H:%M"),
        "done_by": row.done_by.name if row.done_by else "",
        "remark": row.remark,
    }


def _record(event: str, row: Errand, *, by: Viewer, at: datetime, **values: Any) -> None:
    record(event, row.ref, organisation=row.organisation.code, by=by, at=at, **values)

"""How is a text passed down (传达)? It is sent to units, which receive it, read it, and hold a meeting about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.files import File
from django.db import transaction
from django.utils import timezone

from bihuan.desk.actions.office import bad_units, may_keep, next_number
from bihuan.desk.models import Delivery, Distribution
from bihuan.desk.names import EXTENTS
from bihuan.desk.queries.acting import acts_for, own_paths
from bihuan.papers.actions import keep
from bihuan.papers.models import Paper
from bihuan.people.models import Unit
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.conduct import breach
from bihuan.rules.delivery import Stage, bad_meeting, gone
from bihuan.rules.life import Refusal
from bihuan.rules.rounds import may_change
from bihuan.say import say
from bihuan.trail.actions import Told, record, record_all

EVENTS = {Stage.RECEIVED: "delivery.received", Stage.READ: "delivery.read", Stage.MET: "delivery.met"}


@dataclass(frozen=True)
class Sent:
    """What is passed down: the text by its title, whole or as a summary, to which units, to be met about until when."""

    title: str
    units: Sequence[Unit]
    extent: Distribution.Extent = Distribution.Extent.FULL
    due_on: date | None = None
    paper: Paper | None = None
    """A paper that is kept already; a new file comes beside it. Neither: it goes out on paper."""


def distribute(
    round: Round, sent: Sent, *, by: Viewer, at: datetime, file: File | None = None
) -> Distribution | Refusal:
    """Send a text to units, each of which gets a copy to answer for."""
    if refusal := may_keep(round, by) or _bad(round, sent, at):
        return refusal
    paper = sent.paper
    if file is not None:
        kept = keep(round.organisation, name=file.name or sent.title, data=file, unit=None, by=by, at=at)
        if isinstance(kept, Refusal):
            return kept
        paper = kept.paper
    return _send(round, sent, paper, by=by, at=at)


def _bad(round: Round, sent: Sent, at: datetime) -> Refusal | None:
    if not sent.title.strip():
        return Refusal("what", say("请填写文稿名称。"))
    if sent.due_on and sent.due_on < timezone.localdate(at):
        return Refusal("what", say("传达时限 {day} 已经过去，请改正。", day=sent.due_on.isoformat()))
    if sent.paper and sent.paper.organisation_id != round.organisation_id:
        return Refusal("what", say("没有编号为“{ref}”的已存材料。", ref=sent.paper.ref))
    if forbidden := breach(sent.title):
        return Refusal("what", forbidden)
    return bad_units(sent.units, round.organisation)


@transaction.atomic
def _send(round: Round, sent: Sent, paper: Paper | None, *, by: Viewer, at: datetime) -> Distribution:
    number = next_number(Distribution, round.organisation)
    row = Distribution.objects.create(
        organisation=round.organisation,
        round=round,
        number=number,
        title=sent.title.strip(),
        extent=sent.extent.value,
        paper=paper,
        due_on=sent.due_on,
        sent_at=at,
        sent_by=by.account,
    )
    units = _give(row, sent.units)
    told = {
        "title": row.title,
        "extent": EXTENTS[row.extent].text,
        "paper": paper.ref if paper else "",
        "meet_by": row.due_on,
    }
    record("distribution.sent", row.ref, organisation=row.organisation.code, by=by, at=at, after={**told, **units})
    return row


@transaction.atomic
def send_to_more(
    distribution: Distribution, units: Sequence[Unit], *, by: Viewer, at: datetime
) -> Distribution | Refusal:
    """Give a copy to units that have none yet; a unit that has one keeps it as it is."""
    row = _held(distribution)
    if refusal := may_keep(row.round, by) or _gone(row) or bad_units(units, row.organisation):
        return refusal
    there = set(row.deliveries.values_list("unit", flat=True))
    told = _give(row, [unit for unit in units if unit.pk not in there])
    if told["units"]:
        record("distribution.extended", row.ref, organisation=row.organisation.code, by=by, at=at, after=told)
    return row


@transaction.atomic
def withdraw(distribution: Distribution, reason: str, *, by: Viewer, at: datetime) -> Distribution | Refusal:
    """Take back what was sent by mistake. Units see that it was, and owe nothing for it; what they did stays."""
    row = _held(distribution)
    if refusal := may_keep(row.round, by) or _gone(row):
        return refusal
    if not reason.strip():
        return Refusal("what", say("请写明撤回的理由。"))
    row.withdrawn_at, row.withdrawn_by, row.withdrawn_reason = at, by.account, reason.strip()[:200]
    row.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_reason"])
    code = row.organisation.code
    record("distribution.withdrawn", row.ref, organisation=code, by=by, at=at, note=row.withdrawn_reason)
    return row


def _gone(row: Distribution) -> Refusal | None:
    return gone(row.ref, withdrawn=row.withdrawn_at is not None)


def _give(row: Distribution, units: Sequence[Unit]) -> dict[str, list[str]]:
    each = {unit.pk: unit for unit in units}
    Delivery.objects.bulk_create(Delivery(distribution=row, unit=unit) for unit in each.values())
    return {"units": [unit.label for unit in each.values()]}


@transaction.atomic
def mark(
    distribution: Distribution,
    copies: Sequence[Delivery],
    step: Stage,
    *,
    by: Viewer,
    at: datetime,
    meeting_on: date | None = None,
    attended: int | None = None,
) -> int | Refusal:
    """Take these copies to `step`; returns how many it changed. A meeting may be written down again to correct it."""
    row = _held(distribution)
    if refusal := _barred(row, copies, by) or _gone(row) or _wrong(row, step, meeting_on, attended, at):
        return refusal
    lines = []
    locked = Delivery.objects.select_for_update(of=("self",)).select_related("unit")
    for copy in locked.filter(distribution=row, pk__in=[each.pk for each in copies]).order_by("pk"):
        before, after = _advance(copy, step, at, meeting_on, attended)
        if after:
            copy.by = by.account
            copy.save()
            after = {"unit": copy.unit.label, **after}
            lines.append(Told(EVENTS[step], row.ref, copy.unit.path, before=before, after=after))
    record_all(lines, organisation=row.organisation.code, by=by, at=at)
    return len(lines)


def _barred(row: Distribution, copies: Sequence[Delivery], by: Viewer) -> Refusal | None:
    if not copies:
        return Refusal("what", say("请先选择单位。"))
    if by.organisation != row.organisation or not all(acts_for(by, copy.unit.path) for copy in copies):
        return Refusal("who", say("只能登记本单位的传达情况，其他单位由该单位或联络组登记。"))
    return may_change(row.round.finished_on)


def _wrong(
    row: Distribution, step: Stage, meeting_on: date | None, attended: int | None, at: datetime
) -> Refusal | None:
    if step is Stage.SENT:
        return Refusal("when", say("这一步不能单独办理。"))
    if step is not Stage.MET:
        return None
    return bad_meeting(meeting_on, attended, sent_on=timezone.localdate(row.sent_at), today=timezone.localdate(at))


def _advance(
    copy: Delivery, step: Stage, at: datetime, meeting_on: date | None, attended: int | None
) -> tuple[dict[str, Any], dict[str, Any]]:
    """What was and what is now, of the fields that changed. Who has read has received."""
    names = ("received_at", "read_at", "meeting_on", "attended")
    before = {name: getattr(copy, name) for name in names}
    copy.received_at = copy.received_at or at
    if step in (Stage.READ, Stage.MET):
        copy.read_at = copy.read_at or at
    if step is Stage.MET:
        copy.meeting_on, copy.attended = meeting_on, attended
    after = {name: getattr(copy, name) for name in names if getattr(copy, name) != before[name]}
    return {name: before[name] for name in after if before[name] is not None}, after


@transaction.atomic
def open_text(distribution: Distribution, *, by: Viewer, at: datetime) -> int:
    """The text was opened: the copies of the opener's own units are read. Returns how many were not so before."""
    copies = Delivery.objects.filter(distribution=distribution, read_at__isnull=True, unit__path__in=own_paths(by))
    mine = list(copies.select_related("unit"))
    if not mine or distribution.round.finished_on or distribution.withdrawn_at:
        return 0
    outcome = mark(distribution, mine, Stage.READ, by=by, at=at)
    return 0 if isinstance(outcome, Refusal) else outcome


def _held(distribution: Distribution) -> Distribution:
    rows = Distribution.objects.select_for_update(of=("self",)).select_related("organisation", "round__organisation")
    return rows.get(pk=distribution.pk)

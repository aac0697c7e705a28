"""How does the duty roster come about? People are put on shifts, taken off again, and leave a note for the next."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from bihuan.desk.actions.office import may_keep
from bihuan.desk.models import Duty
from bihuan.desk.names import SHIFTS
from bihuan.people.models import Account
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.conduct import breach
from bihuan.rules.life import Refusal
from bihuan.rules.rounds import may_change
from bihuan.say import say
from bihuan.trail.actions import record

LONGEST = 62
"""Days that can be filled at once: two months."""


@transaction.atomic
def put_on_duty(
    round: Round,
    people: Sequence[Account],
    shifts: Sequence[str],
    first: date,
    last: date,
    *,
    by: Viewer,
    at: datetime,
) -> int | Refusal:
    """Put these people on these shifts of every day from `first` to `last`; returns how many places were new."""
    if refusal := may_keep(round, by) or _bad(round, people, shifts, first, last):
        return refusal
    Round.objects.select_for_update(no_key=True).get(pk=round.pk)
    span = Duty.objects.filter(round=round, on__range=(first, last))
    there = set(span.values_list("on", "shift", "account"))
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    new = [
        Duty(round=round, on=on, shift=shift, account=person)
        for on in days
        for shift in shifts
        for person in {each.pk: each for each in people}.values()
        if (on, shift, person.pk) not in there
    ]
    Duty.objects.bulk_create(new)
    if new:
        names = sorted({duty.account.name for duty in new})
        after = {
            "from_on": first,
            "until_on": last,
            "shift": [SHIFTS[shift].text for shift in sorted(set(shifts))],
            "on_duty": names,
        }
        record("duty.listed", round.ref, organisation=round.organisation.code, by=by, at=at, after=after)
    return len(new)


def _bad(round: Round, people: Sequence[Account], shifts: Sequence[str], first: date, last: date) -> Refusal | None:
    if not people or any(each.organisation_id != round.organisation_id or not each.is_active for each in people):
        return Refusal("what", say("请选择在岗的值班人员。"))
    if not shifts or not set(shifts) <= set(SHIFTS):
        return Refusal("what", say("请选择白班或夜班。"))
    if last < first:
        return Refusal("what", say("结束日期早于开始日期，请改正其中一个。"))
    if (last - first).days >= LONGEST:
        return Refusal("what", say("一次最多排 {count} 天，请分几次排。", count=LONGEST))
    return None


@transaction.atomic
def take_off_duty(duty: Duty, *, by: Viewer, at: datetime) -> Round | Refusal:
    """Somebody else comes instead. A shift that left a note has taken place, and stays."""
    row = _locked(duty)
    if refusal := may_keep(row.round, by):
        return refusal
    if row.note:
        return Refusal("when", say("这一班已写了交接记录，不能取消。"))
    before = {"on": row.on, "shift": SHIFTS[row.shift].text, "on_duty": row.account.name}
    round = row.round
    row.delete()
    record("duty.dropped", round.ref, organisation=round.organisation.code, by=by, at=at, before=before)
    return round


@transaction.atomic
def write_note(duty: Duty, note: str, *, by: Viewer, at: datetime) -> Duty | Refusal:
    """What the next one has to know; by the one on duty, or by the office for him or her."""
    row = _locked(duty)
    if refusal := _bad_note(row, note, by, at):
        return refusal
    before, note = row.note, note.strip()
    if note == before:
        return row
    row.note, row.noted_at = note, at
    row.save(update_fields=["note", "noted_at"])
    told = {"on": row.on, "shift": SHIFTS[row.shift].text, "on_duty": row.account.name, "note": note}
    was = {"note": before} if before else {}
    record("duty.noted", row.round.ref, organisation=row.round.organisation.code, by=by, at=at, before=was, after=told)
    return row


def _bad_note(row: Duty, note: str, by: Viewer, at: datetime) -> Refusal | None:
    own = row.account_id == by.account.pk or by.is_office
    if by.organisation.pk != row.round.organisation_id or not own:
        return Refusal("who", say("交接记录由值班人员本人或联络组填写。"))
    if refusal := may_change(row.round.finished_on):
        return refusal
    if row.on > timezone.localdate(at):
        return Refusal("when", say("这一班还没有到，值班时再写交接记录。"))
    if not note.strip():
        return Refusal("what", say("请写明交接事项。"))
    forbidden = breach(note)
    return Refusal("what", forbidden) if forbidden else None


def _locked(duty: Duty) -> Duty:
    rows = Duty.objects.select_for_update(of=("self",)).select_related("round__organisation", "account")
    return rows.get(pk=duty.pk)

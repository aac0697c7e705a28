"""How does the day's brief (联络日报) reach the leaders? Frozen as the record stood, with the office's own words."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from bihuan.desk.actions.office import may_keep
from bihuan.desk.models import Brief
from bihuan.desk.queries.brief import figures
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.brief import COUNTED
from bihuan.rules.conduct import breach
from bihuan.rules.life import Refusal
from bihuan.say import say
from bihuan.trail.actions import record

LONGEST = 1000


@transaction.atomic
def send_brief(round: Round, on: date, note: str, *, by: Viewer, at: datetime) -> Brief | Refusal:
    """Freeze the figures of today and show them to the leaders. There is one brief a day, and it stays as it is."""
    note = note.strip()
    if refusal := may_keep(round, by) or _bad(on, note, at):
        return refusal
    Round.objects.select_for_update(no_key=True).get(pk=round.pk)
    if there := Brief.objects.filter(round=round, on=on).first():
        sent = timezone.localtime(there.sent_at)
        return Refusal("when", say("{day} 的日报已于 {time} 发出，不能再发；新的情况写进明天的日报。",
                                   day=on.isoformat(), time=f"{sent:%H:%M}"))  # fmt: skip
    told = figures(by, round, on, now=at)
    row = Brief.objects.create(round=round, on=on, figures=told, note=note, sent_by=by.account, sent_at=at)
    after = {"on": on, **{name: len(told[name]) for name in COUNTED}}
    record("brief.sent", round.ref, organisation=round.organisation.code, by=by, at=at, after=after, note=note)
    return row


def _bad(on: date, note: str, at: datetime) -> Refusal | None:
    if on != timezone.localdate(at):
        return Refusal("what", say("日报只能在当天发出；页面可能已过了一夜，请刷新后再发。"))
    if len(note) > LONGEST:
        return Refusal("what", say("说明有 {count} 字，最多 {most} 字，请写短些。", count=len(note), most=LONGEST))
    forbidden = breach(note)
    return Refusal("what", forbidden) if forbidden else None

"""How is an interview planned, moved, described, and taken through its life? Names go in sealed, and into no line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from bihuan.desk.actions.room import NOT_YOURS
from bihuan.desk.models import Interview, Room
from bihuan.desk.queries.arrangers import arranged_rounds, arrangers_of
from bihuan.desk.queries.interviewees import Person, names_in
from bihuan.desk.queries.interviews import booked, booking, facts, interview_for, is_free, named, named_at
from bihuan.desk.seal import likeness, seal
from bihuan.people.models import Account
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.conduct import remark_breach
from bihuan.rules.interview import BUFFER, LENGTH, Move, Status, bad_slot, decide, is_over, movable
from bihuan.rules.life import Refusal
from bihuan.rules.slots import Booking, conflicts_of
from bihuan.say import say
from bihuan.trail.actions import Told, record_all
from bihuan.trail.answers import words

EVENTS: dict[Move, str] = {
    Move.NOTIFY: "interview.notified",
    Move.CONFIRM: "interview.confirmed",
    Move.FINISH: "interview.finished",
    Move.CANCEL: "interview.cancelled",
    Move.RESUME: "interview.resumed",
}
KEYLESS = Refusal("what", say("姓名密钥文件不能使用，没有保存。请管理员检查密钥文件后再试。"))
OVER = Refusal("when", say("巡视组离开已满期限，谈话名单已经或即将清除，不再登记。"))


@dataclass(frozen=True)
class Planned:
    """One interview to be planned: who, where, when, and who tells the person."""

    person: Person
    room: Room
    start: datetime
    length: timedelta = LENGTH
    notifier: Account | None = None
    remark: str = ""
    line: int = 0
    """Its line in a pasted list, to be named in a refusal; none where it stands alone."""

    @property
    def end(self) -> datetime:
        return self.start + self.length


@transaction.atomic
def plan(round: Round, wanted: Sequence[Planned], *, by: Viewer, at: datetime) -> list[Interview] | Refusal:
    """All of them or none; the refusal says which line of a list is meant."""
    round = _held(round)
    if refusal := _closed_to(round, by, at):
        return refusal
    number = round.interviews.aggregate(last=Max("number"))["last"] or 0
    names = [*names_in(round), *(each.person.name for each in wanted)]
    taken: list[Booking] = []
    rows: list[Interview] = []
    for each in wanted:
        mine = _booking(_line_words(each), each)
        if refusal := _unfit(round, each, names, at) or _meets(round, mine, taken):
            return _of_line(each.line, refusal)
        taken.append(mine)
        rows.append(_row(round, number + len(taken), each))
    if any(row.sealed is None for row in rows):
        return KEYLESS
    Interview.objects.bulk_create(rows)
    _tell(round, [("interview.planned", {}, _picture(row)) for row in rows], by=by, at=at)
    return rows


@transaction.atomic
def place(
    row: Interview, room: Room, start: datetime, *, length: timedelta | None = None, by: Viewer, at: datetime
) -> Interview | Refusal:
    """Move it to another time or room. Who had been told has to be told again, and the page says so."""
    round = _held(row.round)
    if refusal := _closed_to(round, by, at):
        return refusal
    row = interview_for(round, row.number)
    end = start + (length or row.ends_at - row.starts_at)
    if (row.room_id, row.starts_at, row.ends_at) == (room.pk, start, end):
        return row
    before, moved = _picture(row), row.starts_at != start
    if refusal := movable(Status(row.status)) or _bad_room(round, room, but=row):
        return refusal
    if refusal := bad_slot(timezone.localtime(start), timezone.localtime(end), at if moved else start):
        return refusal
    mine = booking(named_at(row.number, room, start), room, start, end, row.likeness)
    if refusal := _meets(round, mine, (), but=row):
        return refusal
    row.room, row.starts_at, row.ends_at = room, start, end
    row.save(update_fields=["room", "starts_at", "ends_at"])
    _tell(round, [("interview.moved", before, _picture(row))], by=by, at=at)
    return row


@transaction.atomic
def describe(
    row: Interview, person: Person, *, notifier: Account | None, remark: str, by: Viewer, at: datetime
) -> Interview | Refusal:
    """Correct who it is, who tells the person, and the remark."""
    round = _held(row.round)
    if refusal := _closed_to(round, by, at):
        return refusal
    row = interview_for(round, row.number)
    wanted = Planned(person, row.room, row.starts_at, row.ends_at - row.starts_at, notifier, remark.strip())
    refusal = movable(Status(row.status)) or _unsaid(wanted, [*names_in(round), person.name])
    refusal = refusal or _notifies(round, notifier) or _meets(round, _booking(named(row), wanted), (), but=row)
    if refusal:
        return refusal
    fresh = _row(round, row.number, wanted)
    if fresh.sealed is None:
        return KEYLESS
    row.sealed, row.likeness, row.notifier, row.remark = fresh.sealed, fresh.likeness, notifier, fresh.remark
    row.save(update_fields=["sealed", "likeness", "notifier", "remark"])
    _tell(round, [("interview.described", {}, {"which": row.number})], by=by, at=at)
    return row


@transaction.atomic
def step(row: Interview, which: Move, *, by: Viewer, at: datetime) -> Interview | Refusal:
    """One move of its life. No reason comes with it: rules/interview.py says why."""
    round = _held(row.round)
    row = interview_for(round, row.number)
    arranger = arranged_rounds(by).filter(pk=round.pk).exists()
    free = which is not Move.RESUME or is_free(row, at, BUFFER)
    verdict = decide(which, facts(row, arranger=arranger, at=at, free=free))
    if isinstance(verdict, Refusal):
        return verdict
    row.status = verdict.value
    if which is Move.NOTIFY:
        row.notified_at, row.told_start, row.told_room = at, row.starts_at, row.room
    if which is Move.RESUME:
        row.notified_at = row.told_start = row.told_room = None
    row.save(update_fields=["status", "notified_at", "told_start", "told_room"])
    _tell(round, [(EVENTS[which], {}, {"which": row.number})], by=by, at=at)
    return row


# --- what has to hold -------------------------------------------------------


def _held(round: Round) -> Round:
    """The round, locked: of two people who plan at once the second one sees what the first has planned."""
    return Round.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=round.pk)


def _closed_to(round: Round, by: Viewer, at: datetime) -> Refusal | None:
    if not arranged_rounds(by).filter(pk=round.pk).exists():
        return NOT_YOURS
    return OVER if is_over(round.leaving_on, timezone.localdate(at)) else None


def _unfit(round: Round, each: Planned, names: Sequence[str], at: datetime) -> Refusal | None:
    return (
        _unsaid(each, names)
        or _bad_room(round, each.room)
        or _notifies(round, each.notifier)
        or bad_slot(timezone.localtime(each.start), timezone.localtime(each.end), at)
    )


def _unsaid(each: Planned, names: Sequence[str]) -> Refusal | None:
    if not each.person.name.strip():
        return Refusal("what", say("请写明谈话对象姓名。"))
    reason = remark_breach(each.remark, names)
    return Refusal("what", reason) if reason else None


def _bad_room(round: Round, room: Room, but: Interview | None = None) -> Refusal | None:
    stays = but is not None and but.room_id == room.pk
    if room.round_id != round.pk or (room.closed and not stays):
        return Refusal("what", say("请选择本轮正在使用的房间。"))
    return None


def _notifies(round: Round, notifier: Account | None) -> Refusal | None:
    if notifier and notifier.pk not in {row.account_id for row in arrangers_of(round)}:
        return Refusal("what", say("通知人须是两位谈话安排人之一。"))
    return None


def _meets(round: Round, mine: Booking, more: Sequence[Booking], *, but: Interview | None = None) -> Refusal | None:
    """The first thing in the way, with its number, room and time."""
    others = [*booked(round, mine.start, mine.end, but=but), *more]
    found = conflicts_of(mine, others, BUFFER)
    return Refusal("what", found[0].sentence) if found else None


def _booking(ref: str, each: Planned) -> Booking:
    return booking(ref, each.room, each.start, each.end, likeness(each.person.name, each.person.unit))


# --- what is kept, and what is told -----------------------------------------


def _row(round: Round, number: int, each: Planned) -> Interview:
    person = each.person
    return Interview(
        round=round,
        number=number,
        room=each.room,
        starts_at=each.start,
        ends_at=each.end,
        sealed=seal(person.values),
        likeness=likeness(person.name, person.unit),
        notifier=each.notifier,
        remark=each.remark.strip(),
    )


def _picture(row: Interview) -> dict[str, object]:
    """What the trail keeps: number, room and time."""
    start, end = timezone.localtime(row.starts_at), timezone.localtime(row.ends_at)
    return {"which": row.number, "room": row.room.name, "time": f"{start:%Y-%m-%d %H:%M}–{end:%H:%M}"}


def _tell(
    round: Round, told: Sequence[tuple[str, dict[str, object], dict[str, object]]], *, by: Viewer, at: datetime
) -> None:
    lines = (Told(event, round.ref, before=before, after=after) for event, before, after in told)
    record_all(lines, organisation=round.organisation.code, by=by, at=at)


def _line_words(each: Planned) -> str:
    """What is to be planned, in a sentence: its line in the list, room and time."""
    where = {"room": each.room.name, "time": f"{timezone.localtime(each.start):%m-%d %H:%M}"}
    if not each.line:
        return words(say("新排的谈话（{room} {time}）", **where))
    return words(say("第 {line} 行（{room} {time}）", line=each.line, **where))


def _of_line(line: int, refusal: Refusal) -> Refusal:
    reason = say("第 {line} 行：{reason}", line=line, reason=refusal.reason) if line else refusal.reason
    return Refusal(refusal.kind, reason)

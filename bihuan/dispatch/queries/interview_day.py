"""What does the day's sheet of interviews say, for the two who arrange them? For everybody else there is none.

What is made like the other papers has no names: the cells are left for the hand. Names stand only on the sheet that an
arranger takes from the page of the day, which is a look that is written down, and which is kept nowhere.
"""

from collections.abc import Iterable
from datetime import date, datetime

from django.http import Http404
from django.utils import timezone

from bihuan.desk.queries.arrangers import arranged_round
from bihuan.desk.queries.handover_paper import clock
from bihuan.desk.queries.interviewees import Seen
from bihuan.desk.queries.interviews import day_to_show, days_of, interviews_on
from bihuan.desk.queries.register import heading
from bihuan.dispatch.kinds.kind import NothingYet
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.interview import NAMES, Status
from bihuan.say import say
from bihuan.writing.interview_day import InterviewDay, Interviewed, InterviewLine

NOTHING = say("没有可以列出的谈话安排。")
NOBODY = Interviewed()


def days(viewer: Viewer, round: Round) -> list[tuple[str, str]]:
    """The days with interviews, the next one first; nothing for whoever does not arrange them."""
    try:
        found = days_of(arranged_round(viewer, round.ref))
    except Http404:
        return []
    first = day_to_show(found, timezone.localdate())
    ordered = sorted(found, key=lambda each: (each.on != first, each.on))
    return [(each.on.isoformat(), each.on.isoformat()) for each in ordered]


def interview_day(viewer: Viewer, round: Round, at: datetime, *, on: str = "") -> InterviewDay:
    """The interviews of that day without anybody's name; of the first day that `days` offers where none is named."""
    offered = [value for value, _ in days(viewer, round)]
    chosen = on or next(iter(offered), "")
    if chosen not in offered:
        raise NothingYet(NOTHING)
    rows = [row for row in interviews_on(round, date.fromisoformat(chosen)) if row.status != Status.CANCELLED.value]
    return sheet_of(viewer, round, chosen, [Seen(row, None) for row in rows], at)


def sheet_of(viewer: Viewer, round: Round, on: str, seen: Iterable[Seen], at: datetime) -> InterviewDay:
    """The sheet with the names as far as somebody was shown them, which has left a line."""
    return InterviewDay(
        heading(viewer, round, at=at), on, tuple(_line(place, each) for place, each in enumerate(seen, 1))
    )


def _line(place: int, seen: Seen) -> InterviewLine:
    row, person = seen.row, seen.person
    start, end = timezone.localtime(row.starts_at), timezone.localtime(row.ends_at)
    return InterviewLine(
        place=place,
        number=row.number,
        time=f"{start:%H:%M}—{end:%H:%M}",
        room=row.room.name,
        notifier=row.notifier.name if row.notifier else "",
        notified_at=clock(row.notified_at),
        status=NAMES[Status(row.status)],
        remark=row.remark,
        person=Interviewed(person.name, person.unit, person.post) if person else NOBODY,
    )

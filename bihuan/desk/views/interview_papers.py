"""What is printed of a day: the sheet for the door, without names; the slips for the people; the sheet of the guide."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from bihuan.desk.actions.looking import Page
from bihuan.desk.models import Interview
from bihuan.desk.queries.interviewees import lost
from bihuan.desk.queries.interviews import interviews_on
from bihuan.desk.views.arranging import arranger_only, shown
from bihuan.desk.views.interviews import SHOWN, day_of
from bihuan.rounds.models import Round
from bihuan.rules.interview import Status


@arranger_only
@require_GET
def door(request: HttpRequest, round: Round, day: str) -> HttpResponse:
    """A list for each room: number and time, and nobody's name, so that nobody has looked."""
    rows = _live(round, day)
    rooms = {row.room.name: [each for each in rows if each.room_id == row.room_id] for row in rows}
    return render(request, "desk/interview_door.html", {"round": round, "day": day_of(day), "rooms": rooms})


@arranger_only
@require_GET
def slips(request: HttpRequest, round: Round, day: str) -> HttpResponse:
    return _named(request, round, day, "desk/interview_slips.html", Page.SLIPS)


@arranger_only
@require_GET
def guide(request: HttpRequest, round: Round, day: str) -> HttpResponse:
    return _named(request, round, day, "desk/interview_guide.html", Page.GUIDE)


def _named(request: HttpRequest, round: Round, day: str, template: str, page: Page) -> HttpResponse:
    seen = shown(request, round, _live(round, day), page)
    return render(request, template, {"round": round, "day": day_of(day), "seen": seen, "lost": lost(seen), **SHOWN})


def _live(round: Round, day: str) -> list[Interview]:
    return [row for row in interviews_on(round, day_of(day)) if row.status != Status.CANCELLED]

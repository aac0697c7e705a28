"""The interviews of a day, one interview, and what is done to it."""

from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bihuan.desk.actions import interview as actions
from bihuan.desk.actions.looking import Page
from bihuan.desk.forms.interviews import MINUTE, InterviewForm, WhereForm, WhoForm
from bihuan.desk.models import Interview
from bihuan.desk.phrases import PHRASES
from bihuan.desk.queries import interviews as queries
from bihuan.desk.queries.interview_grid import grid
from bihuan.desk.queries.interviewees import lost
from bihuan.desk.views.arranging import arranger_only, shown
from bihuan.rounds.models import Round
from bihuan.rules.interview import BUFFER, NAMES, VERBS, Move, Status, erase_on, is_over, offers
from bihuan.rules.life import Refusal
from bihuan.trail.answers import STATUS, words

TONES = {
    Status.PLANNED: "waiting",
    Status.NOTIFIED: "working",
    Status.CONFIRMED: "review",
    Status.DONE: "done",
    Status.CANCELLED: "idle",
}
SHOWN = {
    "status_word": lambda row: words(NAMES[Status(row.status)]),
    "status_tone": lambda row: TONES[Status(row.status)],
    "told_now": queries.told_now,
    "one_day": timedelta(days=1),
}


@arranger_only
@require_GET
def interviews(request: HttpRequest, round: Round) -> HttpResponse:
    days = queries.days_of(round)
    asked = _day(request.GET["day"]) if "day" in request.GET else None
    return show_day(request, round, asked or queries.day_to_show(days, timezone.localdate()))


def show_day(request: HttpRequest, round: Round, day: date, *, status: int = 200, **more: Any) -> HttpResponse:
    """The rooms of a day beside each other, and the same as a list."""
    rooms = queries.rooms_of(round, also=day)
    seen = shown(request, round, queries.interviews_on(round, day), Page.DAY)
    context = {
        "round": round,
        "day": day,
        "days": queries.days_of(round),
        "rooms": rooms,
        "lines": grid(day, rooms, seen),
        "seen": seen,
        "lost": lost(seen),
        "erase_on": erase_on(round.leaving_on),
        "over": is_over(round.leaving_on, timezone.localdate()),
        "problem": None,
        **SHOWN,
        **more,
    }
    return render(request, "desk/interviews.html", context, status=status)


@arranger_only
@require_http_methods(["GET", "POST"])
def interview_new(request: HttpRequest, round: Round) -> HttpResponse:
    form = InterviewForm(round, request.POST or None, initial=_initial(request))
    context = {"round": round, "form": form, "reasons": (), "rooms": queries.rooms_of(round)}
    if not form.is_valid():
        return render(request, "desk/interview_new.html", context, status=422 if form.is_bound else 200)
    done = actions.plan(round, [form.planned()], by=request.viewer, at=timezone.now())
    if isinstance(done, Refusal):
        context["reasons"] = (words(done.reason),)
        return render(request, "desk/interview_new.html", context, status=STATUS[done.kind])
    messages.success(request, _("已排定 %(number)s 号谈话。") % {"number": done[0].number})
    return to_day(round, timezone.localdate(done[0].starts_at))


@arranger_only
@require_http_methods(["GET", "POST"])
def interview(request: HttpRequest, round: Round, number: int) -> HttpResponse:
    """One interview; POST corrects who it is, who tells the person, and the remark."""
    row = queries.interview_for(round, number)
    if request.method == "GET":
        return show_one(request, row)
    form = WhoForm(round, request.POST, auto_id="who_%s")
    if not form.is_valid():
        return show_one(request, row, status=422, who=form)
    said = {name: form.cleaned_data[name] for name in ("notifier", "remark")}
    done = actions.describe(row, form.person, **said, by=request.viewer, at=timezone.now())
    if isinstance(done, Refusal):
        return show_one(request, row, status=STATUS[done.kind], who=form, problem=done)
    messages.success(request, _("已保存 %(number)s 号谈话。") % {"number": number})
    return redirect("interview", round=round.ref, number=number)


def show_one(request: HttpRequest, row: Interview, *, status: int = 200, **more: Any) -> HttpResponse:
    at, round = timezone.now(), row.round
    seen = shown(request, round, [row], Page.ONE)[0]
    free = row.status != Status.CANCELLED or queries.is_free(row, at, BUFFER)
    context = {
        "round": round,
        "row": row,
        "person": seen.person,
        "lost": lost([seen]),
        "who": WhoForm(round, initial=WhoForm.typed(row, seen.person), auto_id="who_%s"),
        "where": WhereForm(round, initial=WhereForm.typed(row), auto_id="where_%s"),
        "offers": offers(queries.facts(row, arranger=True, at=at, free=free)),
        "verbs": VERBS,
        "movable": row.status in {Status.PLANNED, Status.NOTIFIED, Status.CONFIRMED},
        "problem": None,
        **SHOWN,
        **more,
    }
    return render(request, "desk/interview.html", context, status=status)


@arranger_only
@require_POST
def interview_place(request: HttpRequest, round: Round, number: int) -> HttpResponse:
    """Move it: from the form on its page, from the grid, or back again by the undo, whose address says where to."""
    row = queries.interview_for(round, number)
    sent = _dropped(request, row) if "at" in request.POST or "at" in request.GET else request.POST
    form = WhereForm(round, sent, auto_id="where_%s")
    if not form.is_valid():
        return show_one(request, row, status=422, where=form)
    before = WhereForm.typed(row)
    done = actions.place(row, **form.place, by=request.viewer, at=timezone.now())
    if isinstance(done, Refusal):
        return show_day(request, round, form.cleaned_data["day"], status=STATUS[done.kind], problem=done)
    text = _("%(number)s 号谈话改到 %(time)s %(room)s。")
    if not queries.told_now(done):
        text = _("%(number)s 号谈话改到 %(time)s %(room)s，请重新通知。")
    when = timezone.localtime(done.starts_at).strftime("%Y-%m-%d %H:%M")
    said = text % {"number": number, "time": when, "room": done.room.name}
    messages.success(request, said, extra_tags=_undo(round, number, before))
    return to_day(round, timezone.localdate(done.starts_at))


@arranger_only
@require_POST
def interview_step(request: HttpRequest, round: Round, number: int, which: str) -> HttpResponse:
    if which not in VERBS:
        raise Http404
    row = queries.interview_for(round, number)
    done = actions.step(row, Move(which), by=request.viewer, at=timezone.now())
    if isinstance(done, Refusal):
        return show_one(request, row, status=STATUS[done.kind], problem=done)
    said = words(PHRASES[actions.EVENTS[Move(which)]])
    messages.success(request, _("%(number)s 号谈话：%(said)s") % {"number": number, "said": said})
    return redirect("interview", round=round.ref, number=number)


def to_day(round: Round, day: date) -> HttpResponse:
    return redirect(f"{reverse('interviews')}?{urlencode({'round': round.ref, 'day': day.isoformat()})}")


def day_of(text: str) -> date:
    """A day in an address, or 404."""
    found = _day(text)
    if found is None:
        raise Http404
    return found


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None


def _dropped(request: HttpRequest, row: Interview) -> dict[str, Any]:
    """What the grid or an undo says: a moment and a room; the length stays, or comes back."""
    source = request.POST if "at" in request.POST else request.GET
    moment = _moment(source.get("at", ""))
    where = {"day": moment.date().isoformat(), "start": moment.strftime("%H:%M")} if moment else {}
    length = source.get("minutes") or (row.ends_at - row.starts_at) // MINUTE
    return {**where, "room": source.get("room", ""), "minutes": length}


def _undo(round: Round, number: int, before: dict[str, Any]) -> str:
    at = datetime.combine(before["day"], before["start"]).strftime("%Y-%m-%dT%H:%M")
    back = urlencode({"room": before["room"], "at": at, "minutes": before["minutes"]})
    return f"{reverse('interview_place', kwargs={'round': round.ref, 'number': number})}?{back}"


def _initial(request: HttpRequest) -> dict[str, Any]:
    """What a free place in the grid says, else tomorrow's first hour left open."""
    moment = _moment(request.GET.get("at", ""))
    day = moment.date() if moment else _day(request.GET.get("day", "")) or timezone.localdate()
    return {"day": day, "start": moment.time() if moment else None, "room": request.GET.get("room", "")}


def _moment(text: str) -> datetime | None:
    try:
        return parse_datetime(text)
    except ValueError:
        return None

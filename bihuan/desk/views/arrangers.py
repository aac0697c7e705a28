"""The two seats, which the office gives; and what the two set up: the rooms, and the end of the list."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from bihuan.desk.actions.arranger import seat
from bihuan.desk.actions.arranger import unseat as take_back
from bihuan.desk.actions.erasure import erase
from bihuan.desk.actions.room import add_room, close_room
from bihuan.desk.forms.interviews import RoomForm, SeatForm
from bihuan.desk.queries.arrangers import arrangers_of, candidates, seats
from bihuan.desk.queries.interviews import room_in, rooms_in
from bihuan.desk.views.arranging import arranger_only
from bihuan.desk.views.plans import chosen_round
from bihuan.people.gate import office_only, signed_in
from bihuan.rounds.models import Round
from bihuan.rounds.queries import round_for
from bihuan.rules.interview import erase_on
from bihuan.rules.life import Refusal
from bihuan.say import say
from bihuan.trail.answers import STATUS, words

UNSURE = Refusal("what", say("清除后不能恢复，请先勾选确认。"))


@office_only
@require_http_methods(["GET", "POST"])
def arrangers(request: HttpRequest) -> HttpResponse:
    """Who arranges the interviews of the round. The office sees who, and nothing of what they arrange."""
    round = chosen_round(request)
    if round is None:
        return render(request, "desk/arrangers.html", {"round": None})
    form = SeatForm(candidates(round.organisation), request.POST or None)
    context = {"round": round, "form": form, "seats": seats(round), "problem": None}
    if not form.is_valid():
        return render(request, "desk/arrangers.html", context, status=422 if form.is_bound else 200)
    done = seat(round, form.cleaned_data["account"], by=request.viewer, at=timezone.now())
    if isinstance(done, Refusal):
        return render(request, "desk/arrangers.html", {**context, "problem": done}, status=STATUS[done.kind])
    messages.success(request, _("已指定%(name)s为谈话安排人。") % {"name": done.account.name})
    return redirect("arrangers")


@signed_in
@require_POST
def unseat(request: HttpRequest, round: str, username: str) -> HttpResponse:
    """The office takes a seat back, or somebody leaves it."""
    row = round_for(request.viewer, round)
    account = next((each.account for each in arrangers_of(row) if each.account.username == username), None)
    if account is None or not (request.viewer.is_office or account == request.viewer.account):
        raise Http404
    done = take_back(row, account, by=request.viewer, at=timezone.now())
    if isinstance(done, Refusal):
        messages.error(request, words(done.reason))
    else:
        messages.success(request, _("%(name)s不再是谈话安排人。") % {"name": account.name})
    return redirect("arrangers" if request.viewer.is_office else "today")


@arranger_only
@require_http_methods(["GET", "POST"])
def rooms(request: HttpRequest, round: Round) -> HttpResponse:
    form = RoomForm(request.POST or None)
    if not form.is_valid():
        return _show(request, round, form, status=422 if form.is_bound else 200)
    done = add_room(round, form.cleaned_data["name"], by=request.viewer, at=timezone.now())
    if isinstance(done, Refusal):
        return _show(request, round, form, status=STATUS[done.kind], problem=done)
    messages.success(request, _("已登记谈话室“%(name)s”。") % {"name": done.name})
    return redirect("rooms", round=round.ref)


@arranger_only
@require_POST
def room_close(request: HttpRequest, round: Round) -> HttpResponse:
    room = room_in(round, request.POST.get("room", ""))
    done = close_room(room, by=request.viewer, at=timezone.now())
    if isinstance(done, Refusal):
        return _show(request, round, RoomForm(), status=STATUS[done.kind], problem=done)
    messages.success(request, _("已停用谈话室“%(name)s”。") % {"name": done.name})
    return redirect("rooms", round=round.ref)


@arranger_only
@require_POST
def interviews_erase(request: HttpRequest, round: Round) -> HttpResponse:
    """Erase the names now; the box says that they do not come back."""
    sure = request.POST.get("sure") == "yes"
    done = erase(round, by=request.viewer, at=timezone.now()) if sure else UNSURE
    if isinstance(done, Refusal):
        return _show(request, round, RoomForm(), status=STATUS[done.kind], problem=done)
    messages.success(request, _("已清除 %(count)s 场谈话的姓名、单位、职务、电话和备注。") % {"count": done})
    return redirect("rooms", round=round.ref)


def _show(request: HttpRequest, round: Round, form: RoomForm, *, status: int = 200, **more: Any) -> HttpResponse:
    context = {"round": round, "form": form, "rooms": rooms_in(round), "erase_on": erase_on(round.leaving_on)}
    return render(request, "desk/rooms.html", {"problem": None, **context, **more}, status=status)

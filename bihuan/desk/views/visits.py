"""The extended visits: the plan of a round by batches, one visit, and what is done to it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bihuan.desk.actions import visits as actions
from bihuan.desk.forms.plans import ReasonForm, VisitForm
from bihuan.desk.phrases import PHRASES
from bihuan.desk.queries import visits as queries
from bihuan.desk.views.plans import chosen_round, plan_page, refused_plan, told
from bihuan.people.gate import office_only, signed_in
from bihuan.rules.life import Refusal
from bihuan.rules.request import NAMES as REQUEST_NAMES
from bihuan.rules.request import Status as RequestStatus
from bihuan.rules.visit import NAMES, VERBS, Move, Status
from bihuan.trail.answers import STATUS, words
from bihuan.trail.changes import changes
from bihuan.trail.telling import fields_of, phrase_of

TONES = {Status.PLANNED: "waiting", Status.CONFIRMED: "working", Status.DONE: "done", Status.CANCELLED: "idle"}
SHOWN = {
    "status_word": lambda visit: words(NAMES[Status(visit.status)]),
    "status_tone": lambda visit: TONES[Status(visit.status)],
    "request_word": lambda request: words(REQUEST_NAMES[RequestStatus(request.status)]),
}


@signed_in
@require_GET
def visits(request: HttpRequest) -> HttpResponse:
    round = chosen_round(request)
    batches = queries.batches(request.viewer, round) if round else ()
    found = queries.conflicts_of_round(request.viewer, batches)
    context = {"round": round, "batches": batches, "conflicts": found, **SHOWN}
    return render(request, "desk/visits.html", context)


@signed_in
@require_GET
def visit(request: HttpRequest, ref: str) -> HttpResponse:
    return _show(request, ref)


@office_only
@require_http_methods(["GET", "POST"])
def visit_new(request: HttpRequest) -> HttpResponse:
    round = chosen_round(request)
    if round is None:
        return redirect("visits")
    form = VisitForm(request.viewer, request.POST or None, initial=_next(request))
    page = plan_page(_("安排延伸巡视"), "visits")
    if not form.is_valid():
        return render(request, "desk/plan.html", {"form": form, **page}, status=422 if form.is_bound else 200)
    done = actions.plan_visit(round, form.text, by=request.viewer, at=timezone.now(), confirmed=form.confirmed_now)
    if isinstance(done, Refusal):
        return refused_plan(request, form, done, page)
    return told(request, _("已安排 %(ref)s：%(unit)s。"), done, "visit", ref=done.ref)


@office_only
@require_http_methods(["GET", "POST"])
def visit_edit(request: HttpRequest, ref: str) -> HttpResponse:
    row = queries.visit_for(request.viewer, ref)
    form = VisitForm(request.viewer, request.POST or None, initial=VisitForm.typed(row))
    page = plan_page(_("修改 %(ref)s") % {"ref": ref}, "visit", ref=ref)
    if not form.is_valid():
        return render(request, "desk/plan.html", {"form": form, **page}, status=422 if form.is_bound else 200)
    done = actions.change_visit(row, form.text, by=request.viewer, at=timezone.now(), confirmed=form.confirmed_now)
    if isinstance(done, Refusal):
        return refused_plan(request, form, done, page)
    return told(request, _("已保存 %(ref)s。"), done, "visit", ref=ref)


@signed_in
@require_POST
def visit_move(request: HttpRequest, ref: str, which: str) -> HttpResponse:
    row = queries.visit_for(request.viewer, ref)
    if which not in actions.EVENTS:
        raise Http404
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return _show(request, ref, opened=which, form=form, status=422)
    done = actions.move_visit(row, Move(which), by=request.viewer, at=timezone.now(), note=form.cleaned_data["note"])
    if isinstance(done, Refusal):
        return _show(request, ref, opened=which, form=form, problem=done, status=STATUS[done.kind])
    messages.success(request, f"{ref}：{words(PHRASES[actions.EVENTS[Move(which)]])}")
    return redirect("visit", ref=ref)


@office_only
@require_POST
def visit_ask(request: HttpRequest, ref: str) -> HttpResponse:
    """Open requests to the unit for what is to be prepared."""
    row = queries.visit_for(request.viewer, ref)
    made = actions.ask_to_prepare(row, by=request.viewer, at=timezone.now())
    if isinstance(made, Refusal):
        return _show(request, ref, problem=made, status=STATUS[made.kind])
    messages.success(
        request,
        ngettext(
            "已登记 %(num)s 件联络事项，分派给%(unit)s。", "已登记 %(num)s 件联络事项，分派给%(unit)s。", len(made)
        )
        % {"num": len(made), "unit": row.unit.label},
    )
    return redirect("visit", ref=ref)


def _next(request: HttpRequest) -> dict[str, Any]:
    """What a new visit begins with: a day or a batch that the address names."""
    batch, on = request.GET.get("batch", ""), request.GET.get("on", "")
    begun = {"batch": int(batch)} if batch.isdecimal() and len(batch) < 3 else {}
    return begun | ({"starts_at": f"{on}T09:00", "ends_at": f"{on}T11:30"} if on else {})


def _show(request: HttpRequest, ref: str, *, status: int = 200, **more: Any) -> HttpResponse:
    card = queries.visit_card(request.viewer, ref, at=timezone.now())
    context = {
        "card": card,
        "visit": card.visit,
        "verbs": VERBS,
        "timeline": [_line(line) for line in card.lines],
        "opened": more.get("opened"),
        "problem": more.get("problem"),
        "form": more.get("form") or ReasonForm(),
        **SHOWN,
    }
    return render(request, "desk/visit.html", context, status=status)


def _line(line: Any) -> dict[str, Any]:
    """A line of the trail as the timeline shows it."""
    values = {status.value: name for status, name in NAMES.items()}
    phrase = phrase_of(line)
    return {
        "at": line.at,
        "who": line.actor_name,
        "post": line.post,
        "phrase": phrase,
        "note": line.note,
        "changes": []
        if line.event == "visit.planned"
        else changes(line, fields_of(line), values, leave_out=frozenset({"status"})),
        "tone": "idle",
    }

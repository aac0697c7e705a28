"""Self-checks as the office sees them: the lists, a new one, how far each unit and point is, and what was found."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bihuan.desk.actions import selfchecks as actions
from bihuan.desk.forms.distributions import ReceiversForm
from bihuan.desk.forms.selfchecks import SelfCheckForm
from bihuan.desk.models import CheckAnswer
from bihuan.desk.names import ANSWERS
from bihuan.desk.queries import selfchecks as queries
from bihuan.desk.queries.check_points import proposed
from bihuan.desk.queries.sheets import sheets_waiting_for
from bihuan.desk.views.plans import chosen_round
from bihuan.desk.views.timelines import timeline
from bihuan.people.gate import office_only, signed_in
from bihuan.rules.life import Refusal
from bihuan.rules.sheet import NAMES, Status
from bihuan.trail.answers import STATUS, words

TONES = {Status.OPEN: "waiting", Status.SIGNED: "done", Status.RETURNED: "trouble"}
SHOWN = {
    "status_word": lambda sheet: words(NAMES[Status(sheet.status)]),
    "status_tone": lambda sheet: TONES[Status(sheet.status)],
    "answer_word": lambda answer: words(ANSWERS[answer.answer]),
}


@signed_in
@require_GET
def selfchecks(request: HttpRequest) -> HttpResponse:
    viewer, round = request.viewer, chosen_round(request)
    context = {
        "round": round,
        "rows": queries.listed(viewer, round) if round else [],
        "waiting": list(sheets_waiting_for(viewer)),
        **SHOWN,
    }
    return render(request, "desk/selfchecks.html", context)


@office_only
@require_http_methods(["GET", "POST"])
def selfcheck_new(request: HttpRequest) -> HttpResponse:
    round = chosen_round(request)
    if round is None:
        return redirect("selfchecks")
    form = SelfCheckForm(request.viewer, request.POST or None)
    chosen = request.POST.getlist("points")
    context = {"form": form, "round": round, "areas": proposed(), "chosen": chosen, "problem": ""}
    if not form.is_valid():
        return render(request, "desk/selfcheck_new.html", context, status=422 if form.is_bound else 200)
    outcome = actions.give_selfcheck(round, form.given, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        context["problem"] = words(outcome.reason)
        return render(request, "desk/selfcheck_new.html", context, status=STATUS[outcome.kind])
    messages.success(request, _("已下发 %(ref)s《%(title)s》。") % {"ref": outcome.ref, "title": outcome.title})
    return redirect("selfcheck", ref=outcome.ref)


@signed_in
@require_GET
def selfcheck(request: HttpRequest, ref: str) -> HttpResponse:
    return _show(request, ref)


@office_only
@require_POST
def selfcheck_more(request: HttpRequest, ref: str) -> HttpResponse:
    """Give the list to further units."""
    row = queries.selfcheck_for(request.viewer, ref)
    form = ReceiversForm(request.viewer, request.POST, auto_id="more_%s")
    if not form.is_valid():
        return _show(request, ref, more=form, status=422)
    outcome = actions.give_to_more(row, form.units, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        return _show(request, ref, more=form, problem=words(outcome.reason), status=STATUS[outcome.kind])
    messages.success(request, _("已增发 %(ref)s；已有的单位不重复下发。") % {"ref": ref})
    return redirect("selfcheck", ref=ref)


@signed_in
@require_GET
def selfcheck_found(request: HttpRequest, ref: str) -> HttpResponse:
    """What signed sheets answer with no or partly, before the group finds it."""
    row = queries.selfcheck_for(request.viewer, ref)
    found = list(queries.found_of(request.viewer, row))
    context = {"row": row, "found": found, "raising": finding_address, **SHOWN}
    return render(request, "desk/selfcheck_found.html", context)


def finding_address(answer: CheckAnswer) -> str:
    """Where what was found becomes a finding: an address above this app, or nothing where there is none."""
    sheet = answer.sheet
    places = {"ref": sheet.selfcheck.ref, "unit": sheet.unit.ref, "number": answer.point.number}
    try:
        return reverse("selfcheck_finding", kwargs=places)
    except NoReverseMatch:
        return ""


def _show(request: HttpRequest, ref: str, *, status: int = 200, **more: Any) -> HttpResponse:
    viewer = request.viewer
    row = queries.selfcheck_for(viewer, ref)
    sheets = queries.progress_by_unit(viewer, row)
    points = queries.progress_by_point(viewer, row, len(sheets))
    context = {
        "row": row,
        "sheets": sheets,
        "points": points,
        "signed": sum(sheet.status == Status.SIGNED.value for sheet in sheets),
        "found": sum(sheet.partly + sheet.no for sheet in sheets if sheet.status == Status.SIGNED.value),
        "late": queries.late,
        "more": more.get("more") or (ReceiversForm(viewer, auto_id="more_%s") if viewer.is_office else None),
        "more_opened": "more" in more,
        "problem": more.get("problem", ""),
        "timeline": timeline(viewer, ref),
        **SHOWN,
    }
    return render(request, "desk/selfcheck.html", context, status=status)

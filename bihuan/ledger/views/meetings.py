"""The rectification meetings of a round: plan against reality, and what the office does to one."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bihuan.ledger.actions import meetings as actions
from bihuan.ledger.forms.meetings import HoldMeetingForm, PlanMeetingForm
from bihuan.ledger.phrases import PHRASES
from bihuan.ledger.queries.meetings import may_see, meeting_for, meeting_round, meetings_page, minutes_for
from bihuan.papers.answers import attachment
from bihuan.people.gate import office_only, signed_in
from bihuan.rounds.models import Round
from bihuan.rounds.queries import round_for
from bihuan.rules.life import Refusal
from bihuan.rules.meeting import KINDS, NAMES, VERBS, Move
from bihuan.trail.answers import STATUS, words

TONES = {"planned": "waiting", "held": "done", "cancelled": "idle"}
HEIGHT = 100
"""Of the tallest month in the picture."""


@signed_in
@require_GET
def meetings(request: HttpRequest) -> HttpResponse:
    return _show(request, _chosen(request))


@office_only
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    round = _chosen(request)
    if round is None:
        return redirect("rectification_meetings")
    form = PlanMeetingForm(request.viewer, request.POST or None)
    title = _("安排整改会议")
    if not form.is_valid():
        return _form(request, form, title)
    plan = actions.MeetingPlan(**form.cleaned_data)
    return _after(request, form, title, actions.plan_meeting(round, plan, by=request.viewer, at=timezone.now()))


@office_only
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, ref: str) -> HttpResponse:
    row = meeting_for(request.viewer, ref)
    form = PlanMeetingForm(request.viewer, request.POST or None, initial=PlanMeetingForm.typed(row))
    title = _("修改 %(ref)s") % {"ref": ref}
    if not form.is_valid():
        return _form(request, form, title)
    plan = actions.MeetingPlan(**form.cleaned_data)
    return _after(request, form, title, actions.change_meeting(row, plan, by=request.viewer, at=timezone.now()))


@office_only
@require_http_methods(["GET", "POST"])
def hold(request: HttpRequest, ref: str) -> HttpResponse:
    """Write down that it was held."""
    row = meeting_for(request.viewer, ref)
    form = HoldMeetingForm(
        request.viewer, request.POST or None, request.FILES or None, initial=HoldMeetingForm.typed(row)
    )
    title = _("登记 %(ref)s 召开情况") % {"ref": ref}
    if not form.is_valid():
        return _form(request, form, title)
    said = dict(form.cleaned_data)
    kept = said.pop("minutes")
    record = actions.MeetingRecord(**said)
    outcome = actions.hold_meeting(row, record, minutes=kept, by=request.viewer, at=timezone.now())
    return _after(request, form, title, outcome)


@office_only
@require_POST
def step(request: HttpRequest, ref: str, which: str) -> HttpResponse:
    """Cancel a meeting, or make it a plan again."""
    if which not in (Move.CANCEL, Move.RESUME):
        raise Http404
    row = meeting_for(request.viewer, ref)
    note = request.POST.get("note", "")[:500]
    outcome = actions.move_meeting(row, Move(which), by=request.viewer, at=timezone.now(), note=note)
    if isinstance(outcome, Refusal):
        return _show(request, row.round, f"{ref}：{words(outcome.reason)}", STATUS[outcome.kind])
    messages.success(request, f"{ref}：{words(PHRASES[actions.EVENTS[Move(which)]])}")
    return _back(outcome.round)


@signed_in
@require_GET
def minutes(request: HttpRequest, ref: str) -> HttpResponse:
    return attachment(minutes_for(request.viewer, ref))


def _chosen(request: HttpRequest) -> Round | None:
    """The round that the address names, else the one being rectified; a unit does not learn that there are meetings."""
    if not may_see(request.viewer):
        raise Http404
    ref = request.GET.get("round", "")
    return round_for(request.viewer, ref) if ref else meeting_round(request.viewer)


def _show(request: HttpRequest, round: Round | None, problem: str = "", status: int = 200) -> HttpResponse:
    context: dict[str, Any] = {"round": round, "problem": problem}
    if round:
        page = meetings_page(request.viewer, round, today=timezone.localdate())
        tallest = max((max(month.planned, month.held) for month in page.months), default=0) or 1
        context |= {"page": page, "scale": HEIGHT / tallest, "height": HEIGHT}
    context |= {"names": NAMES, "kinds": KINDS, "verbs": VERBS, "tones": TONES}
    return render(request, "ledger/meetings.html", context, status=status)


def _form(request: HttpRequest, form: Any, title: str, problem: Refusal | None = None) -> HttpResponse:
    """The form; again with the reason where it was refused or something is missing."""
    status = STATUS[problem.kind] if problem else 422 if form.is_bound else 200
    reasons = [words(problem.reason), *(words(each) for each in problem.missing)] if problem else []
    return render(request, "ledger/meeting.html", {"form": form, "title": title, "reasons": reasons}, status=status)


def _after(request: HttpRequest, form: Any, title: str, outcome: Any) -> HttpResponse:
    if isinstance(outcome, Refusal):
        return _form(request, form, title, outcome)
    messages.success(request, _("已保存 %(ref)s。") % {"ref": outcome.ref})
    return _back(outcome.round)


def _back(round: Round) -> HttpResponse:
    target = redirect("rectification_meetings")
    target.headers["Location"] += f"?round={round.ref}"
    return target

"""The meetings that the group attends: the list of a round, and what is done to one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bihuan.desk.actions import meetings as actions
from bihuan.desk.forms.plans import MeetingForm, ReasonForm
from bihuan.desk.queries import meetings as queries
from bihuan.desk.views.plans import chosen_round, plan_page, refused_plan, told
from bihuan.people.gate import office_only, signed_in
from bihuan.rules.life import Refusal
from bihuan.trail.answers import STATUS, words


@signed_in
@require_GET
def meetings(request: HttpRequest) -> HttpResponse:
    return _show(request)


@office_only
@require_http_methods(["GET", "POST"])
def meeting_new(request: HttpRequest) -> HttpResponse:
    round = chosen_round(request)
    if round is None:
        return redirect("meetings")
    form = MeetingForm(request.viewer, request.POST or None)
    page = plan_page(_("登记列席会议"), "meetings")
    if not form.is_valid():
        return render(request, "desk/plan.html", {"form": form, **page}, status=422 if form.is_bound else 200)
    done = actions.plan_meeting(round, form.text, by=request.viewer, at=timezone.now(), confirmed=form.confirmed_now)
    if isinstance(done, Refusal):
        return refused_plan(request, form, done, page)
    return told(request, _("已登记 %(ref)s：%(unit)s。"), done, "meetings")


@office_only
@require_http_methods(["GET", "POST"])
def meeting_edit(request: HttpRequest, ref: str) -> HttpResponse:
    row = queries.meeting_for(request.viewer, ref)
    form = MeetingForm(request.viewer, request.POST or None, initial=MeetingForm.typed(row))
    page = plan_page(_("修改 %(ref)s") % {"ref": ref}, "meetings")
    if not form.is_valid():
        return render(request, "desk/plan.html", {"form": form, **page}, status=422 if form.is_bound else 200)
    done = actions.change_meeting(row, form.text, by=request.viewer, at=timezone.now(), confirmed=form.confirmed_now)
    if isinstance(done, Refusal):
        return refused_plan(request, form, done, page)
    return told(request, _("已保存 %(ref)s。"), done, "meetings")


@office_only
@require_POST
def meeting_cancel(request: HttpRequest, ref: str) -> HttpResponse:
    row = queries.meeting_for(request.viewer, ref)
    form = ReasonForm(request.POST)
    note = form.cleaned_data["note"] if form.is_valid() else ""
    done = actions.cancel_meeting(row, by=request.viewer, at=timezone.now(), note=note)
    if isinstance(done, Refusal):
        return _show(request, ref, done)
    messages.success(request, _("已取消 %(ref)s。") % {"ref": ref})
    return redirect("meetings")


@office_only
@require_POST
def meeting_resume(request: HttpRequest, ref: str) -> HttpResponse:
    row = queries.meeting_for(request.viewer, ref)
    done = actions.resume_meeting(row, by=request.viewer, at=timezone.now())
    if isinstance(done, Refusal):
        return _show(request, ref, done)
    messages.success(request, _("已恢复 %(ref)s。") % {"ref": ref})
    return redirect("meetings")


def _show(request: HttpRequest, ref: str = "", refusal: Refusal | None = None) -> HttpResponse:
    """The list; again with the reason where something about one meeting was refused."""
    round = chosen_round(request)
    rows = queries.meetings_of(request.viewer, round) if round else []
    context = {
        "round": round,
        "meetings": rows,
        "conflicts": queries.conflicts_of_meetings(request.viewer, rows),
        "problem": f"{ref}：{words(refusal.reason)}" if refusal else "",
    }
    return render(request, "desk/meetings.html", context, status=STATUS[refusal.kind] if refusal else 200)

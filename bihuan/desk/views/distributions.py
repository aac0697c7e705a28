"""Texts that are passed down: the list, a new one, how far each unit is, its content, and the list of reminders."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bihuan.desk.actions import distributions as actions
from bihuan.desk.forms.distributions import DistributionForm, MarkForm, ReceiversForm, WithdrawForm
from bihuan.desk.names import EXTENTS
from bihuan.desk.queries import distributions as queries
from bihuan.desk.views.plans import chosen_round
from bihuan.desk.views.timelines import timeline
from bihuan.papers.answers import attachment
from bihuan.papers.queries import papers_for
from bihuan.people.gate import office_only, signed_in
from bihuan.rules.delivery import NAMES, VERBS, Stage
from bihuan.rules.life import Refusal
from bihuan.trail.answers import STATUS, words

TONES = {Stage.SENT: "waiting", Stage.RECEIVED: "working", Stage.READ: "review", Stage.MET: "done"}
SHOWN = {
    "extent_word": lambda row: words(EXTENTS[row.extent]),
    "stage_word": lambda reached: words(NAMES[reached]),
    "stage_tone": lambda reached: TONES[reached],
}
MOMENTS = frozenset({"received_at", "read_at"})
"""What a line of the timeline says already by its own moment."""


@signed_in
@require_GET
def distributions(request: HttpRequest) -> HttpResponse:
    round = chosen_round(request)
    rows = queries.listed(request.viewer, round.number) if round else []
    return render(request, "desk/distributions.html", {"round": round, "rows": rows, **SHOWN})


@office_only
@require_http_methods(["GET", "POST"])
def distribution_new(request: HttpRequest) -> HttpResponse:
    round, viewer = chosen_round(request), request.viewer
    if round is None:
        return redirect("distributions")
    form = DistributionForm(viewer, request.POST or None, request.FILES or None)
    context = {"form": form, "round": round, "stored": papers_for(viewer)[:100], "problem": ""}
    if not form.is_valid():
        return render(request, "desk/distribution_new.html", context, status=422 if form.is_bound else 200)
    outcome = actions.distribute(round, form.said, by=viewer, at=timezone.now(), file=form.upload)
    if isinstance(outcome, Refusal):
        context["problem"] = words(outcome.reason)
        return render(request, "desk/distribution_new.html", context, status=STATUS[outcome.kind])
    messages.success(request, _("已下发 %(ref)s《%(title)s》。") % {"ref": outcome.ref, "title": outcome.title})
    return redirect("distribution", ref=outcome.ref)


@signed_in
@require_GET
def distribution(request: HttpRequest, ref: str) -> HttpResponse:
    return _show(request, ref)


@signed_in
@require_POST
def distribution_mark(request: HttpRequest, ref: str) -> HttpResponse:
    """Take the ticked units, or the one whose button was pressed, a step on."""
    row = queries.distribution_for(request.viewer, ref)
    chosen = [request.POST["only"]] if request.POST.get("only") else request.POST.getlist("unit")
    form, copies = MarkForm(request.POST), queries.chosen_copies(request.viewer, row, chosen)
    if not form.is_valid():
        reasons = "".join(str(text) for texts in form.errors.values() for text in texts)
        return _show(request, ref, problem=reasons, form=form, chosen=chosen, status=422)
    said = form.cleaned_data
    outcome = actions.mark(
        row, copies, Stage(said["step"]), by=request.viewer, at=timezone.now(),
        meeting_on=said["meeting_on"], attended=said["attended"],
    )  # fmt: skip
    if isinstance(outcome, Refusal):
        reason = words(outcome.reason)
        return _show(request, ref, problem=reason, form=form, chosen=chosen, status=STATUS[outcome.kind])
    step = words(VERBS[Stage(said["step"])])
    text = ngettext("%(step)s：%(num)s 个单位。", "%(step)s：%(num)s 个单位。", outcome)
    messages.success(request, text % {"step": step, "num": outcome})
    return _show(request, ref) if request.htmx else redirect("distribution", ref=ref)


@office_only
@require_POST
def distribution_more(request: HttpRequest, ref: str) -> HttpResponse:
    """Send it to further units."""
    row = queries.distribution_for(request.viewer, ref)
    form = ReceiversForm(request.viewer, request.POST, auto_id="more_%s")
    if not form.is_valid():
        return _show(request, ref, more=form, status=422)
    outcome = actions.send_to_more(row, form.units, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        return _show(request, ref, more=form, problem=words(outcome.reason), status=STATUS[outcome.kind])
    messages.success(request, _("已增发 %(ref)s；已有的单位不重复下发。") % {"ref": ref})
    return redirect("distribution", ref=ref)


@office_only
@require_POST
def distribution_withdraw(request: HttpRequest, ref: str) -> HttpResponse:
    """Take back what was sent by mistake."""
    row = queries.distribution_for(request.viewer, ref)
    form = WithdrawForm(request.POST, auto_id="withdraw_%s")
    if not form.is_valid():
        return _show(request, ref, withdraw=form, status=422)
    outcome = actions.withdraw(row, form.cleaned_data["reason"], by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        return _show(request, ref, withdraw=form, problem=words(outcome.reason), status=STATUS[outcome.kind])
    messages.success(request, _("已撤回 %(ref)s，各单位不用再办理。") % {"ref": ref})
    return redirect("distribution", ref=ref)


@signed_in
@require_GET
def distribution_text(request: HttpRequest, ref: str) -> FileResponse:
    """The text itself. Whoever opens it for a unit has read it: this is written down."""
    row = queries.distribution_for(request.viewer, ref)
    if row.paper is None or (row.withdrawn_at and not request.viewer.sees_all):
        raise Http404(ref)
    answer = attachment(row.paper)
    actions.open_text(row, by=request.viewer, at=timezone.now())
    return answer


@signed_in
@require_GET
def distribution_reminder(request: HttpRequest, ref: str) -> HttpResponse:
    """Who has not yet, to print."""
    row, today = queries.distribution_for(request.viewer, ref), timezone.localdate()
    copies = queries.copies_of(request.viewer, row, today, which=Stage.MET.value)
    return render(request, "desk/distribution_reminder.html", {"row": row, "copies": copies, **SHOWN})


def _show(request: HttpRequest, ref: str, *, status: int = 200, **more: Any) -> HttpResponse:
    viewer, today = request.viewer, timezone.localdate()
    row = queries.distribution_for(viewer, ref)
    lacking = request.GET.get("lacking", "")
    copies = queries.copies_of(viewer, row, today, which=lacking)
    gives = viewer.is_office and row.withdrawn_at is None
    context = {
        "row": row,
        "reach": queries.reach_of(viewer, row),
        "copies": copies,
        "may_mark": any(copy.mine for copy in copies),
        "lacking": lacking,
        "query": request.GET,
        "form": more.get("form") or MarkForm(initial={"meeting_on": today}),
        "more": more.get("more") or (ReceiversForm(viewer, auto_id="more_%s") if gives else None),
        "more_opened": "more" in more,
        "withdraw": more.get("withdraw") or (WithdrawForm(auto_id="withdraw_%s") if gives else None),
        "withdraw_opened": "withdraw" in more,
        "chosen": more.get("chosen", ()),
        "problem": more.get("problem", ""),
        "timeline": timeline(viewer, ref, leave_out=MOMENTS),
        **SHOWN,
    }
    template = "desk/_distribution.html" if request.htmx else "desk/distribution.html"
    return render(request, template, context, status=status)

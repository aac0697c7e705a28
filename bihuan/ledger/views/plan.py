"""Writing the plan: cause and goal, and the measures."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from bihuan.ledger.actions import plan as actions
from bihuan.ledger.forms.plan import MeasureForm, PlanForm
from bihuan.ledger.models import Measure
from bihuan.ledger.queries.findings import finding_for
from bihuan.ledger.views.finding import answer, refuse, show
from bihuan.people.gate import signed_in
from bihuan.people.viewer import Viewer
from bihuan.rules.life import Refusal
from bihuan.trail.answers import STATUS, words


def measure_for(viewer: Viewer, ref: str, number: int) -> Measure:
    """One measure of a finding that this viewer may see, or Http404."""
    found = finding_for(viewer, ref).measures.filter(number=number).select_related("finding").first()
    if found is None:
        raise Http404
    return found


@signed_in
@require_POST
def plan(request: HttpRequest, ref: str) -> HttpResponse:
    form = PlanForm(request.POST)
    if not form.is_valid():
        return show(request, ref, plan_form=form, status=422)
    outcome = actions.save_plan(
        finding_for(request.viewer, ref), by=request.viewer, at=timezone.now(), **form.cleaned_data
    )
    if isinstance(outcome, Refusal):
        return refuse(request, ref, outcome, plan_form=form)
    messages.success(request, _("已保存原因和目标。"))
    return answer(request, ref, "#plan")


@signed_in
@require_POST
def add_measure(request: HttpRequest, ref: str) -> HttpResponse:
    form = MeasureForm(request.POST, auto_id="new_%s")
    if not form.is_valid():
        return show(request, ref, measure_form=form, status=422)
    outcome = actions.add_measure(finding_for(request.viewer, ref), form.written, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        return refuse(request, ref, outcome, measure_form=form)
    messages.success(request, _("已增加措施 %(ref)s。") % {"ref": outcome.ref})
    return answer(request, ref, "#measures")


@signed_in
@require_http_methods(["GET", "POST"])
def edit_measure(request: HttpRequest, ref: str, number: int) -> HttpResponse:
    measure = measure_for(request.viewer, ref, number)
    form = MeasureForm(request.POST) if request.method == "POST" else MeasureForm.of(measure)
    context = {"measure": measure, "finding": measure.finding, "form": form, "problem": None}
    if request.method == "GET":
        return render(request, "ledger/measure.html", context)
    if not form.is_valid():
        return render(request, "ledger/measure.html", context, status=422)
    outcome = actions.edit_measure(measure, form.written, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        return render(
            request, "ledger/measure.html", context | {"problem": words(outcome.reason)}, status=STATUS[outcome.kind]
        )
    messages.success(request, _("已修改措施 %(ref)s。") % {"ref": measure.ref})
    return answer(request, ref, "#measures")


@signed_in
@require_POST
def drop_measure(request: HttpRequest, ref: str, number: int) -> HttpResponse:
    measure = measure_for(request.viewer, ref, number)
    name = measure.ref
    outcome = actions.drop_measure(measure, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        return refuse(request, ref, outcome)
    messages.success(request, _("已删除措施 %(ref)s。") % {"ref": name})
    return answer(request, ref, "#measures")

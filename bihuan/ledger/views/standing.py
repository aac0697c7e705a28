"""Proof of a standing measure on the page of its finding, and the rhythm in which the office asks for it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bihuan.ledger.actions.standing import end_rhythm, give_proof, set_rhythm
from bihuan.ledger.forms.standing import RhythmForm, StandingProofForm
from bihuan.ledger.queries.findings import finding_for
from bihuan.ledger.views.finding import answer, refuse, show
from bihuan.people.gate import signed_in
from bihuan.rules.life import Refusal


@signed_in
@require_POST
def prove(request: HttpRequest, ref: str) -> HttpResponse:
    row = finding_for(request.viewer, ref)
    form = StandingProofForm(request.viewer, request.POST, request.FILES)
    if not form.is_valid():
        return show(request, ref, standing_form=form, status=422)
    outcome = give_proof(row, by=request.viewer, at=timezone.now(), **form.cleaned_data)
    if isinstance(outcome, Refusal):
        return refuse(request, ref, outcome, standing_form=form)
    messages.success(request, _("已报送 %(ref)s 应于 %(day)s 报送的佐证。") % {"ref": ref, "day": outcome.due})
    return answer(request, ref, "#standing")


@signed_in
@require_POST
def rhythm(request: HttpRequest, ref: str) -> HttpResponse:
    row = finding_for(request.viewer, ref)
    form = RhythmForm(request.POST)
    if not form.is_valid():
        return show(request, ref, rhythm_form=form, status=422)
    outcome = set_rhythm(row, by=request.viewer, at=timezone.now(), **form.cleaned_data)
    if isinstance(outcome, Refusal):
        return refuse(request, ref, outcome, rhythm_form=form)
    messages.success(request, _("已设定 %(ref)s 的佐证间隔。") % {"ref": ref})
    return answer(request, ref, "#standing")


@signed_in
@require_POST
def end(request: HttpRequest, ref: str) -> HttpResponse:
    row = finding_for(request.viewer, ref)
    note = request.POST.get("note", "")[:2000]
    outcome = end_rhythm(row, by=request.viewer, at=timezone.now(), note=note)
    if isinstance(outcome, Refusal):
        return refuse(request, ref, outcome)
    messages.success(request, _("%(ref)s 不再要求定期佐证。") % {"ref": ref})
    return answer(request, ref, "#standing")

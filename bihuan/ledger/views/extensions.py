"""Asking for a later date on the page of a finding, and the word of whoever decides on it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from bihuan.ledger.actions.extensions import EVENTS, ask_extension, move_extension
from bihuan.ledger.forms.extensions import ExtensionForm
from bihuan.ledger.phrases import PHRASES
from bihuan.ledger.queries.extensions import extension_for
from bihuan.ledger.queries.findings import finding_for
from bihuan.ledger.views.finding import answer, refuse, show
from bihuan.people.gate import signed_in
from bihuan.rules.extension import Move
from bihuan.rules.life import Refusal
from bihuan.trail.answers import words


@signed_in
@require_POST
def ask(request: HttpRequest, ref: str) -> HttpResponse:
    row = finding_for(request.viewer, ref)
    form = ExtensionForm(row.measures.all(), request.POST)
    if not form.is_valid():
        return show(request, ref, extension_form=form, status=422)
    given = form.cleaned_data
    about = row.measures.filter(number=given["measure"]).first()
    outcome = ask_extension(
        row, measure=about, wanted=given["wanted"], reason=given["reason"], by=request.viewer, at=timezone.now()
    )
    if isinstance(outcome, Refusal):
        return refuse(request, ref, outcome, extension_form=form)
    messages.success(request, f"{outcome.about.ref}：{words(PHRASES['extension.asked'])}")
    return answer(request, ref, "#extensions")


@signed_in
@require_POST
def step(request: HttpRequest, ref: str, number: int, which: str) -> HttpResponse:
    """Grant, refuse or withdraw one asking."""
    if which not in EVENTS:
        raise Http404
    row = extension_for(finding_for(request.viewer, ref), number)
    note = request.POST.get("note", "")[:2000]
    outcome = move_extension(row, Move(which), by=request.viewer, at=timezone.now(), note=note)
    if isinstance(outcome, Refusal):
        return refuse(request, ref, outcome)
    messages.success(request, f"{outcome.about.ref}：{words(PHRASES[EVENTS[Move(which)]])}")
    return answer(request, ref, "#extensions")

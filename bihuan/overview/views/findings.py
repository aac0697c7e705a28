"""Where the desk's work becomes a finding: the fragment beside it, the button in the fragment, and the way back."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from bihuan.desk.models import CheckAnswer, Request
from bihuan.desk.queries.requests import request_for
from bihuan.desk.queries.selfchecks import found_answer_for
from bihuan.ledger.models import Finding
from bihuan.ledger.queries.findings import finding_for
from bihuan.ledger.views.words import holder_of, status_tone, status_word
from bihuan.overview.actions.findings import raise_from_request, raise_from_selfcheck
from bihuan.overview.queries.origins import finding_seen, may_become_finding, origin_address
from bihuan.people.gate import signed_in
from bihuan.rules.life import Refusal
from bihuan.trail.answers import STATUS, words

WORDS = {"holder_of": holder_of, "status_word": status_word, "status_tone": status_tone}


@signed_in
@require_http_methods(["GET", "POST"])
def request_finding(request: HttpRequest, ref: str) -> HttpResponse:
    """The finding that an on-the-spot fix became, or the button that makes it one."""
    row = request_for(request.viewer, ref)
    may = may_become_finding(request.viewer, row)
    back = reverse("request", kwargs={"ref": row.ref})
    if request.method == "GET":
        return show(request, row, may=may, back=back)
    outcome = raise_from_request(row, by=request.viewer, at=timezone.now())
    return answer(request, row, outcome, may=may, back=back)


@signed_in
@require_http_methods(["GET", "POST"])
def selfcheck_finding(request: HttpRequest, ref: str, unit: str, number: int) -> HttpResponse:
    """The same for what a unit has found itself."""
    row = found_answer_for(request.viewer, ref, unit, number)
    may = request.viewer.is_office
    back = reverse("selfcheck_found", kwargs={"ref": ref})
    if request.method == "GET":
        return show(request, row, may=may, back=back)
    outcome = raise_from_selfcheck(row, by=request.viewer, at=timezone.now())
    return answer(request, row, outcome, may=may, back=back)


@signed_in
@require_GET
def finding_origin(request: HttpRequest, ref: str) -> HttpResponse:
    """Back from a finding to what it came from."""
    return redirect(origin_address(request.viewer, finding_for(request.viewer, ref)))


def answer(
    request: HttpRequest, row: Request | CheckAnswer, outcome: Finding | Refusal, *, may: bool, back: str
) -> HttpResponse:
    if isinstance(outcome, Refusal):
        return show(request, row, may=may, back=back, problem=words(outcome.reason), status=STATUS[outcome.kind])
    if request.htmx:
        return show(request, row, may=may, back=back)
    messages.success(request, _("已列入台账，编号 %(ref)s。") % {"ref": outcome.ref})
    return redirect(back)


def show(request: HttpRequest, row: Request | CheckAnswer, *, status: int = 200, **more: Any) -> HttpResponse:
    """The fragment for htmx; without JavaScript the same on a page of its own."""
    context = {"finding": finding_seen(request.viewer, row), "action": request.path, "problem": "", **more, **WORDS}
    template = "overview/_origin.html" if request.htmx else "overview/origin.html"
    return render(request, template, context, status=status)

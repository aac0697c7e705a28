"""The shelf: every kind of paper with what was issued last; for a unit, what was given out to it."""

from itertools import groupby

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from bihuan.dispatch.actions.words import change_words
from bihuan.dispatch.forms.papers import WordsForm
from bihuan.dispatch.kinds import STAGES
from bihuan.dispatch.queries import archives
from bihuan.dispatch.queries import outgoing as queries
from bihuan.dispatch.views.wording import SHOWN
from bihuan.people.gate import office_only, signed_in
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rounds.queries import current_round, round_for
from bihuan.rules.life import Refusal
from bihuan.trail.answers import STATUS, words

PER_PAGE = 30


def round_of(viewer: Viewer, request: HttpRequest) -> Round | None:
    """The round named in the address, else the one that runs."""
    ref = request.GET.get("round", "")
    return round_for(viewer, ref) if ref else current_round(viewer)


@signed_in
@require_GET
def shelf(request: HttpRequest) -> HttpResponse:
    viewer = request.viewer
    round = round_of(viewer, request)
    shown = queries.shelf(viewer, round) if round else []
    stages = [(words(STAGES[stage]), list(rows)) for stage, rows in groupby(shown, key=lambda each: each.kind.stage)]
    context = {
        "round": round,
        "oversees": queries.oversees(viewer),
        "may_archive": archives.may_see(viewer),
        "stages": stages,
        "waiting": queries.waiting_for(viewer) if queries.oversees(viewer) else [],
        "page": Paginator(queries.received_for(viewer), PER_PAGE).get_page(request.GET.get("page")),
        "query": request.GET,
        **SHOWN,
    }
    return render(request, "dispatch/shelf.html", context)


@office_only
@require_http_methods(["GET", "POST"])
def number_words(request: HttpRequest) -> HttpResponse:
    form = WordsForm(queries.number_words(request.viewer.organisation), request.POST or None)
    if not form.is_valid():
        return render(request, "dispatch/words.html", {"form": form}, status=422 if form.is_bound else 200)
    outcome = change_words(form.cleaned_data, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        context = {"form": form, "problem": words(outcome.reason)}
        return render(request, "dispatch/words.html", context, status=STATUS[outcome.kind])
    messages.success(request, _("已保存发文字号，下一次印发时使用。"))
    return redirect("dispatch")

"""The office's page of its ladder of letters: which steps, and what their numbers begin with."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from bihuan.people.gate import office_only
from bihuan.rules.life import Refusal
from bihuan.rules.people import NAMES
from bihuan.trail.answers import STATUS, words
from bihuan.watch.actions.ladder import choose_ladder
from bihuan.watch.forms.letters import LadderForm
from bihuan.watch.queries.ladder import ladder_of
from bihuan.watch.shipped import ladders_shipped


@office_only
@require_http_methods(["GET", "POST"])
def ladder(request: HttpRequest) -> HttpResponse:
    organisation = request.viewer.organisation
    held, shipped = ladder_of(organisation), ladders_shipped()
    given = request.POST if request.method == "POST" else None
    form = LadderForm(shipped, given, initial={"preset": held.ladder.name, "prefix": held.prefix})
    context = {"form": form, "held": held, "ladders": shipped, "roles": NAMES, "problem": ""}
    if not form.is_valid():
        return render(request, "watch/ladder.html", context, status=422 if form.is_bound else 200)
    outcome = choose_ladder(organisation, **form.cleaned_data, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        context["problem"] = words(outcome.reason)
        return render(request, "watch/ladder.html", context, status=STATUS[outcome.kind])
    messages.success(request, _("已保存督办文书设置，今后起草的文书照此办理。"))
    return redirect("letter_ladder")

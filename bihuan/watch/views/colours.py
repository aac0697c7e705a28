"""The office's page of warning colours: another scheme is looked at first, and holds once it is saved."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from bihuan.people.gate import office_only
from bihuan.rules.life import Refusal
from bihuan.rules.warnings import Scheme
from bihuan.trail.answers import STATUS, words
from bihuan.watch.actions.colours import choose_colours
from bihuan.watch.forms.colours import ColoursForm
from bihuan.watch.queries.colours import scheme_of
from bihuan.watch.shipped import schemes_shipped, shipped


@office_only
@require_http_methods(["GET", "POST"])
def colours(request: HttpRequest) -> HttpResponse:
    held = scheme_of(request.viewer.organisation)
    asked = (request.POST if request.method == "POST" else request.GET).get("preset", "")
    scheme = _chosen(asked, held)
    form = ColoursForm(scheme, request.POST if request.method == "POST" else None)
    context = {"form": form, "scheme": scheme, "held": held, "schemes": schemes_shipped(), "problem": ""}
    if not form.is_valid():
        return render(request, "watch/colours.html", context, status=422 if form.is_bound else 200)
    outcome = choose_colours(
        request.viewer.organisation, scheme.name, form.own, form.after, by=request.viewer, at=timezone.now()
    )
    if isinstance(outcome, Refusal):
        context["problem"] = words(outcome.reason)
        return render(request, "watch/colours.html", context, status=STATUS[outcome.kind])
    messages.success(request, _("已保存预警规则，今后的提醒照此发出。"))
    return redirect("warning_colours")


def _chosen(name: str, held: Scheme) -> Scheme:
    """The scheme that is looked at: the one that holds, unless another one was asked for."""
    if name in ("", held.name):
        return held
    try:
        return shipped(name)
    except LookupError:
        return held

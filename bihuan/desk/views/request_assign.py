"""Giving many requests to one unit: chosen on the board, with what will happen to each, and then done."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from bihuan.desk.actions.assign import assign_all, preview
from bihuan.desk.forms.request_moves import BulkForm
from bihuan.desk.queries.requests import requests_named
from bihuan.desk.views.request_words import request_words
from bihuan.people.gate import office_only
from bihuan.trail.answers import words


@office_only
@require_http_methods(["GET", "POST"])
def assign(request: HttpRequest) -> HttpResponse:
    given = request.POST if request.method == "POST" else request.GET
    rows = requests_named(request.viewer, given.getlist("ref"))
    if not rows:
        messages.error(request, _("请先在联络台里勾选事项。"))
        return redirect("desk")
    form = BulkForm(request.viewer, request.POST or None)
    if request.method == "GET" or not form.is_valid():
        context = {"form": form, "outcomes": preview(rows, by=request.viewer), **request_words()}
        return render(request, "desk/request_assign.html", context, status=422 if form.is_bound else 200)
    outcomes = assign_all(rows, by=request.viewer, at=timezone.now(), **form.cleaned_data)
    left = [each for each in outcomes if each.refusal]
    unit = form.cleaned_data["unit"].label
    if len(left) < len(outcomes):
        said = _("已分派 %(count)s 件给%(unit)s。") % {"count": len(outcomes) - len(left), "unit": unit}
        messages.success(request, said)
    for each in left:
        messages.warning(request, f"{each.request.ref}：{words(each.refusal.reason)}")
    return redirect("desk")

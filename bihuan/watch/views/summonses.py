"""The summonses (约谈): the list, one of them, and the record of a new one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from bihuan.people.gate import office_only, signed_in
from bihuan.rules.letter import SENT
from bihuan.rules.life import Refusal
from bihuan.trail.answers import STATUS, words
from bihuan.watch.actions.summonses import Talk, hold_summons
from bihuan.watch.forms.letters import SummonsForm, UnitForm
from bihuan.watch.queries import summonses as queries
from bihuan.watch.queries.letter_units import findings_at, unit_at, units_with_findings
from bihuan.watch.queries.letters import letters_for
from bihuan.watch.views.letter_words import timeline

MOST = 200


@signed_in
@require_GET
def summonses(request: HttpRequest) -> HttpResponse:
    rows = queries.summonses_for(request.viewer)
    return render(request, "watch/summonses.html", {"rows": rows[:MOST]})


@signed_in
@require_GET
def summons(request: HttpRequest, ref: str) -> HttpResponse:
    row = queries.summons_for(request.viewer, ref)
    return render(request, "watch/summons.html", {"row": row, "timeline": timeline(request.viewer, row.ref)})


@office_only
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """First the unit (`?unit=U-003`), then the talk."""
    viewer = request.viewer
    units = units_with_findings(viewer)
    unit = unit_at(units, request.GET.get("unit", ""))
    if unit is None:
        return render(request, "watch/summons_new.html", {"unit": None, "units": units, "form": UnitForm(units)})
    findings = findings_at(viewer, unit)
    letters = list(letters_for(viewer).filter(unit=unit, status__in=[each.value for each in SENT])[:50])
    first = {"findings": request.GET.getlist("finding"), "letter": request.GET.get("letter", "")}
    given = request.POST if request.method == "POST" else None
    form = SummonsForm(findings, letters, given, initial=first)
    context = {"unit": unit, "form": form, "problem": ""}
    if not form.is_valid():
        return render(request, "watch/summons_new.html", context, status=422 if form.is_bound else 200)
    said = form.cleaned_data
    chosen = [each for each in findings if each.ref in said.pop("findings")]
    letter = next((each for each in letters if each.ref == said.get("letter")), None)
    said.pop("letter")
    outcome = hold_summons(chosen[0].round, unit, chosen, Talk(**said), letter=letter, by=viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        context["problem"] = words(outcome.reason)
        return render(request, "watch/summons_new.html", context, status=STATUS[outcome.kind])
    messages.success(request, _("已登记约谈 %(ref)s。") % {"ref": outcome.ref})
    return redirect("summons", ref=outcome.ref)

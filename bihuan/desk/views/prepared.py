"""What is prepared before it is asked for: the list with each unit's progress, filling it, and one thing of it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bihuan.desk.actions import prepared as actions
from bihuan.desk.forms.materials import MaterialForm, registrable
from bihuan.desk.forms.prepared import AskForm, DueForm, GiveForm, NothingForm
from bihuan.desk.models import Prepared
from bihuan.desk.queries import prepared as queries
from bihuan.desk.queries.first_asks import first_asks
from bihuan.desk.queries.materials import named
from bihuan.desk.queries.reuse import matches
from bihuan.desk.views.handovers import round_of
from bihuan.desk.views.wording import carrier_word, form_word
from bihuan.people.gate import office_only, signed_in
from bihuan.people.queries import units_of
from bihuan.rules.life import Refusal
from bihuan.trail.answers import STATUS, words

OWN_LINES = 5
"""Empty lines below the list, for what this office wants besides."""


@signed_in
@require_GET
def prepared(request: HttpRequest) -> HttpResponse:
    viewer, today = request.viewer, timezone.localdate()
    round = round_of(viewer, request)
    rows = list(queries.prepared_for(viewer, round)) if round else []
    context = {
        "round": round,
        "rows": rows,
        "progress": queries.progress(rows, today),
        "done": sum(row.done_at is not None for row in rows),
        "late": {row.pk for row in rows if queries.is_late(row, today)},
    }
    return render(request, "desk/prepared.html", context)


@office_only
@require_http_methods(["GET", "POST"])
def load(request: HttpRequest) -> HttpResponse:
    """Choose from what groups usually ask first, and give each thing to a unit."""
    viewer = request.viewer
    round = round_of(viewer, request)
    if round is None:
        raise Http404
    data = request.POST if request.method == "POST" else None
    listed, units = queries.titles_listed(round), units_of(viewer.organisation)
    asks = [*first_asks(), *[None] * OWN_LINES]
    forms = [
        AskForm(place, ask, units, data, listed=bool(ask) and ask.title in listed) for place, ask in enumerate(asks, 1)
    ]
    due = DueForm(data, initial={"due_on": round.entry_on})
    context = {"round": round, "forms": forms, "due": due, "problem": ""}
    if data is None:
        return render(request, "desk/prepared_load.html", context)
    if not all([form.is_valid() for form in (*forms, due)]):  # noqa: C419  (every form shows its errors)
        return render(request, "desk/prepared_load.html", context, status=422)
    wanted = [ahead for form in forms if (ahead := form.ahead(due.cleaned_data["due_on"]))]
    outcome = actions.list_ahead(round, wanted, by=viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        context["problem"] = words(outcome.reason)
        return render(request, "desk/prepared_load.html", context, status=STATUS[outcome.kind])
    messages.success(request, _("已列入 %(count)s 项。") % {"count": len(outcome)})
    return redirect("prepared")


@signed_in
@require_http_methods(["GET", "POST"])
def item(request: HttpRequest, ref: str) -> HttpResponse:
    """One thing: choose registered materials, register a new one, or say that there is none."""
    row = queries.prepared_item_for(request.viewer, ref)
    if request.method == "GET":
        return show(request, row)
    if "material" in request.POST:
        chosen = named(request.viewer, request.POST.getlist("material"))
        return _after(request, row, actions.fill(row, chosen, by=request.viewer, at=timezone.now()))
    if "nothing" in request.POST:
        form = NothingForm(request.POST)
        if not form.is_valid():
            return show(request, row, nothing_form=form, status=422)
        outcome = actions.say_nothing(row, form.cleaned_data["reason"], by=request.viewer, at=timezone.now())
        return _after(request, row, outcome, nothing_form=form)
    form = MaterialForm(request.viewer, request.POST, request.FILES)
    if not form.is_valid():
        return show(request, row, material_form=form, status=422)
    outcome = actions.fill_new(row, form.described, file=form.upload, by=request.viewer, at=timezone.now())
    return _after(request, row, outcome, material_form=form)


@office_only
@require_POST
def give(request: HttpRequest, ref: str) -> HttpResponse:
    row = queries.prepared_item_for(request.viewer, ref)
    form = GiveForm(units_of(request.viewer.organisation), request.POST)
    if not form.is_valid():
        return show(request, row, give_form=form, status=422)
    outcome = actions.give(row, **form.cleaned_data, by=request.viewer, at=timezone.now())
    return _after(request, row, outcome, give_form=form)


STEPS: dict[str, Callable[..., Prepared | Refusal]] = {"reopen": actions.reopen, "drop": actions.drop}


@office_only
@require_POST
def step(request: HttpRequest, ref: str, which: str) -> HttpResponse:
    """Open it again, or take it off the list."""
    if which not in STEPS:
        raise Http404
    row = queries.prepared_item_for(request.viewer, ref)
    return _after(request, row, STEPS[which](row, by=request.viewer, at=timezone.now()))


def _after(request: HttpRequest, row: Prepared, outcome: Prepared | Refusal, **forms: Any) -> HttpResponse:
    if isinstance(outcome, Refusal):
        return show(request, row, problem=words(outcome.reason), status=STATUS[outcome.kind], **forms)
    messages.success(request, _("已保存：%(title)s") % {"title": row.title})
    return redirect("prepared")


def show(request: HttpRequest, row: Prepared, *, status: int = 200, **more: Any) -> HttpResponse:
    """The page of one thing, with the form that was tried."""
    viewer = request.viewer
    begun = {"title": row.title, "period": row.period, "unit": row.unit.number if row.unit else ""}
    given = {"unit": row.unit.number if row.unit else "", "due_on": row.due_on}
    units = registrable(viewer)
    there = {material.pk for material in row.materials.all()}
    context = {
        "row": row,
        "may_fill": actions.may_fill(row, viewer),
        "matches": [each for each in matches(viewer, row.title, period=row.period) if each.material.pk not in there],
        "problem": more.get("problem", ""),
        "material_form": more.get("material_form") or MaterialForm(viewer, initial=begun, units=units),
        "nothing_form": more.get("nothing_form") or NothingForm(auto_id="nothing_%s"),
        "give_form": more.get("give_form") or GiveForm(units, initial=given, auto_id="give_%s"),
        "carrier_word": carrier_word,
        "form_word": form_word,
    }
    return render(request, "desk/prepared_fill.html", context, status=status)

"""What is done to drafted rows: edited, split, merged, moved, dropped, taken in, given a unit, and each undone."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_htmx.http import reswap, retarget

from bihuan.ledger.actions import drafts as actions
from bihuan.ledger.actions.versions import note_rewording
from bihuan.ledger.forms.intake import DraftForm
from bihuan.ledger.models import DraftRow, DraftStep, Intake
from bihuan.ledger.queries import intake as queries
from bihuan.ledger.views.intake import reading
from bihuan.people.gate import office_only
from bihuan.people.viewer import Viewer
from bihuan.reading.parting import seams
from bihuan.rounds.queries import round_for
from bihuan.rules.life import Refusal
from bihuan.trail.answers import STATUS

Verb = Callable[..., DraftStep | DraftRow | Refusal]
VERBS: dict[str, Verb] = {
    "accept": actions.accept_row,
    "merge": actions.merge_row,
    "up": partial(actions.move_row, up=True),
    "down": partial(actions.move_row, up=False),
    "drop": actions.drop_row,
    "take": actions.take_row,
    "leave": actions.leave_row,
    "note": note_rewording,
}


def found(request: HttpRequest, ref: str, intake: str) -> Intake:
    return queries.intake_for(request.viewer, round_for(request.viewer, ref), intake)


def answer(request: HttpRequest, intake: Intake, outcome: object, row: int | None = None) -> HttpResponse:
    """Both sides as they are now, with the reason of a refusal: as a fragment, or as the page at this row."""
    refusal = outcome if isinstance(outcome, Refusal) else None
    if not request.htmx and refusal is None:
        anchor = f"#row-{row}" if row else ""
        return redirect(f"{reverse('intake', args=[intake.round.ref, intake.ref])}?{request.GET.urlencode()}{anchor}")
    template = "ledger/_intake.html" if request.htmx else "ledger/intake.html"
    status = STATUS[refusal.kind] if refusal else 200
    return render(request, template, reading(request, intake, refusal=refusal), status=status)


@office_only
@require_POST
def do(request: HttpRequest, ref: str, intake: str, number: int, verb: str) -> HttpResponse:
    if verb not in VERBS:
        raise Http404
    at = found(request, ref, intake)
    return answer(request, at, VERBS[verb](queries.row_for(at, number), **_now(request)), number)


@office_only
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, ref: str, intake: str, number: int) -> HttpResponse:
    at = found(request, ref, intake)
    row = queries.row_for(at, number)
    if request.method == "GET":
        return _form(request, row, "edit", form=DraftForm.of(row))
    form = DraftForm.of(row, request.POST)
    if not form.is_valid():
        return _form(request, row, "edit", form=form, status=422)
    return answer(request, at, actions.edit_row(row, form.written, **_now(request)), number)


@office_only
@require_http_methods(["GET", "POST"])
def split(request: HttpRequest, ref: str, intake: str, number: int) -> HttpResponse:
    """Each mark in the wording is a place to split at; a script lets the person click anywhere."""
    at = found(request, ref, intake)
    row = queries.row_for(at, number)
    where = request.POST.get("at", "")
    if request.method == "GET":
        return _form(request, row, "split", seams=seams(row.text))
    outcome = actions.split_row(row, int(where) if where.isdecimal() else 0, **_now(request))
    return answer(request, at, outcome, number)


@office_only
@require_http_methods(["GET", "POST"])
def units(request: HttpRequest, ref: str, intake: str) -> HttpResponse:
    """The names that are no unit here: which unit each one means, said once for every row."""
    at = found(request, ref, intake)
    if request.method == "POST":
        name, unit = request.POST.get("name", ""), request.POST.get("unit", "")
        outcome = actions.name_unit(at, name, unit, **_now(request))
        if "back" in request.POST or request.htmx or isinstance(outcome, Refusal):
            return answer(request, at, outcome)
        return redirect("intake_units", ref=ref, intake=at.ref)
    names = queries.UnitNames(at.round.organisation)
    context = {"intake": at, "round": at.round, "unknown": queries.unknown_units(at, names), "units": names.units}
    return render(request, "ledger/intake_units.html", context)


@office_only
@require_POST
def undo(request: HttpRequest, ref: str, intake: str, number: int) -> HttpResponse:
    at = found(request, ref, intake)
    step = queries.step_for(at, number)
    row = step.before[0]["number"] if step.before else None
    return answer(request, at, actions.undo_step(step, **_now(request)), row)


def _now(request: HttpRequest) -> dict[str, Viewer | datetime]:
    return {"by": request.viewer, "at": timezone.now()}


def _form(request: HttpRequest, row: DraftRow, what: str, status: int = 200, **context: object) -> HttpResponse:
    """The form of one row, in its place among the rows or as a page of its own."""
    intake = row.intake
    back = f"{reverse('intake', args=[intake.round.ref, intake.ref])}?{request.GET.urlencode()}#row-{row.number}"
    shown = {"intake": intake, "round": intake.round, "row": row, "what": what, "back": back}
    shown["here"] = f"?{request.GET.urlencode()}"
    shown["draft"] = queries.one_draft(intake, row)
    if not request.htmx:
        shown["quotes"] = queries.quotes(row)
        shown["unit_names"] = queries.UnitNames(intake.round.organisation).units
    template = f"ledger/_draft_{what}.html" if request.htmx else "ledger/intake_draft.html"
    response = render(request, template, {**shown, **context}, status=status)
    return reswap(retarget(response, f"#row-{row.number}"), "outerHTML") if request.htmx else response


@office_only
@require_GET
def draft(request: HttpRequest, ref: str, intake: str, number: int) -> HttpResponse:
    """One row as it is, in its place: what cancelling an edit brings back."""
    at = found(request, ref, intake)
    row = queries.row_for(at, number)
    if not request.htmx:
        return answer(request, at, row, number)
    context = {"draft": queries.one_draft(at, row), "intake": at, "round": at.round, "open": True}
    context["here"] = f"?{request.GET.urlencode()}"
    return render(request, "ledger/_draft_alone.html", context)

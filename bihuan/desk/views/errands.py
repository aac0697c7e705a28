"""The errands by day: taken down in one line, done with their receipts, cancelled, and brought back."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from bihuan.desk.actions import errands as actions
from bihuan.desk.forms.errands import ErrandForm, QuickForm, ReceiptForm, filters
from bihuan.desk.models import Errand
from bihuan.desk.queries import duties
from bihuan.desk.queries import errands as queries
from bihuan.desk.views.plans import chosen_round
from bihuan.people.gate import office_only, signed_in
from bihuan.rules.errand import KINDS, STATES, Kind, State
from bihuan.rules.life import Refusal
from bihuan.trail.answers import STATUS, words

TONES = {State.OPEN: "waiting", State.DONE: "done", State.LACKING: "trouble", State.CANCELLED: "idle"}
SHOWN = {
    "kind_word": lambda row: words(KINDS[Kind(row.kind)]),
    "state_of": lambda row: queries.state_of(row).value,
    "state_word": lambda row: words(STATES[queries.state_of(row)]),
    "state_tone": lambda row: TONES[queries.state_of(row)],
}


@signed_in
@require_http_methods(["GET", "POST"])
def errands(request: HttpRequest) -> HttpResponse:
    """The list; the office takes a new one down with one line."""
    if request.method == "GET" or (round := chosen_round(request)) is None:
        return _show(request)
    form = QuickForm(request.viewer, request.POST)
    if not form.is_valid():
        return _show(request, form=form, status=422)
    outcome = actions.take_down_errand(round, form.said, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        return _show(request, form=form, problem=words(outcome.reason), status=STATUS[outcome.kind])
    due = timezone.localtime(outcome.due_at).strftime("%m-%d %H:%M")
    text = _("已登记 %(ref)s：%(title)s（%(due)s）。") % {"ref": outcome.ref, "title": outcome.title, "due": due}
    messages.success(request, text, extra_tags=_address("errand_cancel", outcome.ref, request))
    return _answer(request)


@office_only
@require_http_methods(["GET", "POST"])
def errand_edit(request: HttpRequest, ref: str) -> HttpResponse:
    row = queries.errand_for(request.viewer, ref)
    form = ErrandForm(request.viewer, request.POST or None, initial=ErrandForm.typed(row))
    context = {"form": form, "row": row, "problem": ""}
    if not form.is_valid():
        return render(request, "desk/errand_edit.html", context, status=422 if form.is_bound else 200)
    outcome = actions.change_errand(row, form.said, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        context["problem"] = words(outcome.reason)
        return render(request, "desk/errand_edit.html", context, status=STATUS[outcome.kind])
    messages.success(request, _("已保存 %(ref)s。") % {"ref": ref})
    return redirect("errands")


@signed_in
@require_POST
def errand_done(request: HttpRequest, ref: str) -> HttpResponse:
    return _with_receipt(request, ref, actions.finish_errand, _("%(ref)s 已办结。"), undo=True)


@signed_in
@require_POST
def errand_receipt(request: HttpRequest, ref: str) -> HttpResponse:
    return _with_receipt(request, ref, actions.write_receipt, _("已登记 %(ref)s 的收据。"), undo=False)


@office_only
@require_POST
def errand_cancel(request: HttpRequest, ref: str) -> HttpResponse:
    row = queries.errand_for(request.viewer, ref)
    note = request.POST.get("note", "")[:200]
    outcome = actions.cancel_errand(row, by=request.viewer, at=timezone.now(), note=note)
    return _told(request, ref, outcome, _("已取消 %(ref)s。"), undo=True)


@signed_in
@require_POST
def errand_resume(request: HttpRequest, ref: str) -> HttpResponse:
    row = queries.errand_for(request.viewer, ref)
    outcome = actions.resume_errand(row, by=request.viewer, at=timezone.now())
    return _told(request, ref, outcome, _("%(ref)s 恢复为待办。"), undo=False)


def _with_receipt(
    request: HttpRequest, ref: str, act: Callable[..., Errand | Refusal], text: str, *, undo: bool
) -> HttpResponse:
    row = queries.errand_for(request.viewer, ref)
    form = ReceiptForm(request.POST, auto_id=f"{ref}_%s")
    if not form.is_valid():
        return _show(request, receipt=(ref, form), status=422)
    outcome = act(row, by=request.viewer, at=timezone.now(), receipt=form.receipt)
    return _told(request, ref, outcome, text, undo=undo, receipt=(ref, form))


def _told(
    request: HttpRequest, ref: str, outcome: Errand | Refusal, text: str, *, undo: bool, **more: Any
) -> HttpResponse:
    if isinstance(outcome, Refusal):
        return _show(request, problem=words(outcome.reason), status=STATUS[outcome.kind], **more)
    messages.success(request, text % {"ref": ref}, extra_tags=_address("errand_resume", ref, request) if undo else "")
    return _answer(request)


def _address(name: str, ref: str, request: HttpRequest) -> str:
    """An address that comes back to the same filters."""
    query = request.GET.urlencode()
    return reverse(name, kwargs={"ref": ref}) + (f"?{query}" if query else "")


def _answer(request: HttpRequest) -> HttpResponse:
    query = request.GET.urlencode()
    return _show(request) if request.htmx else redirect(reverse("errands") + (f"?{query}" if query else ""))


def _show(request: HttpRequest, *, status: int = 200, **more: Any) -> HttpResponse:
    viewer, round, asked = request.viewer, chosen_round(request), filters(request.GET)
    ref, form = more.get("receipt", ("", None))
    context = {
        "round": round,
        "days": queries.by_day(viewer, round, **asked) if round else [],
        "counts": queries.counts(viewer, round) if round else None,
        "on_duty": duties.on_duty(viewer, round, timezone.localdate()) if round else [],
        "asked": asked,
        "query": request.GET,
        "kinds": {kind.value: words(name) for kind, name in KINDS.items()},
        "quick": more.get("form") or (QuickForm(viewer) if viewer.is_office else None),
        "receipt_ref": ref,
        "receipt_form": form,
        "may_see_to": lambda row: actions.may_see_to(row, viewer),
        "receipt_for": lambda row: (
            form if row.ref == ref else ReceiptForm(initial=_receipt(row), auto_id=f"{row.ref}_%s")
        ),
        "problem": more.get("problem", ""),
        **SHOWN,
    }
    return render(request, "desk/_errands.html" if request.htmx else "desk/errands.html", context, status=status)


def _receipt(row: Errand) -> dict[str, Any]:
    return {"number": row.receipt_number, "amount": row.amount, "people": row.people}

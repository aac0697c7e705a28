"""Giving findings to units and people: choose, see what would change, confirm, undo."""

import json

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from bihuan.ledger.actions.assign import assign as assign_all
from bihuan.ledger.actions.assign import preview, undo_assignment
from bihuan.ledger.forms.assign import AssignForm
from bihuan.ledger.queries.assignments import assignment_for, change_words, findings_named
from bihuan.people.gate import office_only, signed_in
from bihuan.rules.life import Refusal
from bihuan.trail.answers import STATUS, words


@office_only
@require_http_methods(["GET", "POST"])
def assign(request: HttpRequest) -> HttpResponse:
    """Three steps at one address: the form, the preview (`look`), the deed (`do`, with the changes seen)."""
    asked = request.POST if request.method == "POST" else request.GET
    findings = findings_named(request.viewer, asked.getlist("ref"))
    if not findings:
        messages.error(request, _("请先在台账里勾选问题。"))
        return redirect("ledger")
    if "do" in request.POST:
        return _do(request, findings)
    form = AssignForm(request.viewer, request.POST if "look" in request.POST else None)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "ledger/assign.html", {"form": form, "findings": findings}, status=status)
    outcomes = preview(findings, form.changes, by=request.viewer)
    said = change_words(request.viewer.organisation, form.changes)
    context = {
        "findings": findings,
        "outcomes": outcomes,
        "changed": [o for o in outcomes if o.refusal is None and o.after],
        "barred": [o for o in outcomes if o.refusal is not None],
        "changes": json.dumps(form.changes),
        "labelled": [(form.fields[name].label, value) for name, value in said],
    }
    return render(request, "ledger/assign_preview.html", context)


def _do(request: HttpRequest, findings: list) -> HttpResponse:
    try:
        changes = json.loads(request.POST["do"])
    except ValueError:
        raise Http404 from None
    checked = AssignForm.checked(request.viewer, changes)
    if checked is None:
        raise Http404
    kept, outcomes = assign_all(findings, checked, by=request.viewer, at=timezone.now())
    changed = sum(o.refusal is None and bool(o.after) for o in outcomes)
    text = _("已调整 %(changed)s 个问题，%(left)s 个没有变动。") % {"changed": changed, "left": len(outcomes) - changed}
    messages.success(request, text, extra_tags=reverse("undo_assignment", args=[kept.pk]) if kept else "")
    return redirect("finding", ref=findings[0].ref) if len(findings) == 1 else redirect("ledger")


@signed_in
@require_POST
def undo(request: HttpRequest, key: int) -> HttpResponse:
    outcome = undo_assignment(assignment_for(request.viewer, key), by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        return render(request, "site/error.html", {"status": STATUS[outcome.kind], "text": words(outcome.reason)},
                      status=STATUS[outcome.kind])  # fmt: skip
    done, left = outcome
    messages.success(request, _("已撤销 %(count)s 个问题的分派。") % {"count": done})
    if left:
        messages.warning(request, _("其后已有变动，没有撤销：%(refs)s。") % {"refs": "、".join(left)})
    return redirect("ledger")

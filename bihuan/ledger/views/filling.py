"""The pages of lists that are filled in offline: export, send back, look at every change, confirm."""

import tempfile
from dataclasses import replace

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from bihuan.ledger.actions.filling import apply_filling, look, take_back
from bihuan.ledger.forms import table as asked
from bihuan.ledger.forms.filling import FillingForm, taken
from bihuan.ledger.models import Filling
from bihuan.ledger.queries.filling import filling_for, fillings_for
from bihuan.ledger.queries.filling_values import fill_sheets
from bihuan.ledger.queries.papers import heading
from bihuan.ledger.queries.table import table_for
from bihuan.ledger.views.export import XLSX
from bihuan.papers.answers import attachment
from bihuan.people.gate import signed_in
from bihuan.people.viewer import viewer_of
from bihuan.rounds.models import Round
from bihuan.rounds.queries import round_for
from bihuan.rules.life import Refusal
from bihuan.rules.measure import NAMES
from bihuan.trail.answers import STATUS, words
from bihuan.writing.filling import Ticket, write_filling


@signed_in
@require_http_methods(["GET", "POST"])
def fillings(request: HttpRequest, ref: str) -> HttpResponse:
    """How it goes, the export, the upload; below it what came back before."""
    round = round_for(request.viewer, ref)
    if request.method == "GET":
        return _choose(request, round, FillingForm())
    form = FillingForm(request.POST, request.FILES)
    if not form.is_valid():
        return _choose(request, round, form, status=422)
    file = form.cleaned_data["file"]
    outcome = take_back(round, name=file.name, data=file, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        form.add_error("file", words(outcome.reason))
        return _choose(request, round, form, status=STATUS[outcome.kind])
    messages.success(request, _("已读出填报表，还没有更新台账。请看过每一处改动再确认。"))
    return redirect("filling", ref=ref, filling=outcome.ref)


def _choose(request: HttpRequest, round: Round, form: FillingForm, status: int = 200) -> HttpResponse:
    wanted = replace(asked.wanted(request.GET), round=round.ref)
    context = {
        "round": round,
        "form": form,
        "earlier": fillings_for(request.viewer, round)[:50],
        "count": table_for(request.viewer, wanted, today=timezone.localdate()).count(),
        "query": request.GET,
    }
    return render(request, "ledger/fillings.html", context, status=status)


@signed_in
@require_GET
def export(request: HttpRequest, ref: str) -> FileResponse:
    """The findings that the ledger shows with the same filters, open where this viewer may fill in."""
    viewer, now = request.viewer, timezone.now()
    round = round_for(viewer, ref)
    wanted = replace(asked.wanted(request.GET), round=round.ref)
    sheets = fill_sheets(table_for(viewer, wanted, today=timezone.localdate()), viewer)
    out = tempfile.TemporaryFile()  # noqa: SIM115  (the response closes it)
    ticket = Ticket(viewer.organisation.code, round.ref)
    write_filling(out, sheets, heading=heading(viewer, round, at=now), ticket=ticket, speak=words)
    out.seek(0)
    name = f"{viewer.organisation.name}{round.ref}填报表-{timezone.localdate().isoformat()}.xlsx"
    return FileResponse(out, as_attachment=True, filename=name, content_type=XLSX)


@signed_in
@require_http_methods(["GET", "POST"])
def filling(request: HttpRequest, ref: str, filling: str) -> HttpResponse:
    """Every change beside the record as it is now; a POST makes those that may be made."""
    found = filling_for(request.viewer, round_for(request.viewer, ref), filling)
    if request.method == "GET":
        return _look(request, found)
    seen = request.POST.get("seen", "")
    outcome = apply_filling(found, take=taken(request.POST), seen=seen, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        return _look(request, found, outcome)
    messages.success(request, _("已更新 %(count)s 处，每一处都已留痕。") % {"count": outcome.changes})
    return redirect("filling", ref=ref, filling=filling)


def _look(request: HttpRequest, found: Filling, refusal: Refusal | None = None) -> HttpResponse:
    """What it would change for its sender, whoever of those who see everything looks at it."""
    mine = found.made_by_id == request.viewer.account.pk
    outcome = look(found, by=request.viewer if mine else viewer_of(found.made_by))
    unread = outcome if isinstance(outcome, Refusal) else None
    context = {
        "round": found.round,
        "filling": found,
        "preview": None if unread else outcome,
        "refusal": refusal or unread,
        "mine": mine,
        "shown": _shown,
    }
    return render(request, "ledger/filling.html", context, status=STATUS[refusal.kind] if refusal else 200)


def _shown(code: str, text: str) -> str:
    """A value as people read it."""
    if code == "done" and text in NAMES:
        return words(NAMES[text])
    return text or _("（空）")


@signed_in
@require_GET
def file(request: HttpRequest, ref: str, filling: str) -> FileResponse:
    """The list as it came back."""
    return attachment(filling_for(request.viewer, round_for(request.viewer, ref), filling).paper)

"""Papers being made: a new one, another version, one that a person edited, how far it is, and its files."""

from io import BytesIO

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bihuan.dispatch import maker
from bihuan.dispatch.actions import drafting
from bihuan.dispatch.forms.papers import EditedForm, MakeForm
from bihuan.dispatch.kinds import Kind, NothingYet, kinds
from bihuan.dispatch.models import Version
from bihuan.dispatch.queries import outgoing as queries
from bihuan.dispatch.views.outgoing import show
from bihuan.dispatch.views.shelf import round_of
from bihuan.dispatch.views.wording import SHOWN
from bihuan.papers.answers import attachment
from bihuan.people.gate import go, office_only, signed_in
from bihuan.rules.life import Refusal
from bihuan.trail.answers import STATUS, words


def kind_named(name: str) -> Kind:
    kind = kinds().get(name)
    if kind is None:
        raise Http404(name)
    return kind


@office_only
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, kind: str) -> HttpResponse:
    """Choose what the kind asks, then have it made: `?round=R2`."""
    chosen, round = kind_named(kind), round_of(request.viewer, request)
    if round is None:
        return redirect("dispatch")
    form = MakeForm(chosen, request.viewer, round, request.POST if request.method == "POST" else None)
    context = {"kind": chosen, "round": round, "form": form, "problem": "", **SHOWN}
    if request.method == "GET" or not form.is_valid():
        return render(request, "dispatch/new.html", context, status=422 if form.is_bound else 200)
    outcome = drafting.open_outgoing(round, chosen, form.cleaned_data, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        context["problem"] = words(outcome.reason)
        return render(request, "dispatch/new.html", context, status=STATUS[outcome.kind])
    return _made(outcome)


def _made(version: Version) -> HttpResponse:
    maker.put_to_work(version)
    return redirect("outgoing", ref=version.outgoing.ref)


@signed_in
@require_GET
def write(request: HttpRequest, kind: str, ending: str) -> FileResponse:
    """A paper that is not kept, for whoever may read it: with what this viewer may see, and nothing stays here."""
    chosen, round = kind_named(kind), round_of(request.viewer, request)
    if chosen.kept or round is None or ending not in chosen.write or not queries.oversees(request.viewer):
        raise Http404(kind)
    form = MakeForm(chosen, request.viewer, round, request.GET)
    if not form.is_valid():
        raise Http404(kind)
    try:
        values = chosen.values(request.viewer, round, timezone.now(), **form.cleaned_data)
    except NothingYet as nothing:
        raise Http404(kind) from nothing
    content = BytesIO(chosen.write[ending](values, speak=str))
    response = FileResponse(content, as_attachment=True, filename=f"{round.title}{chosen.title}.{ending}")
    response.headers["Cache-Control"] = "private, no-store"
    return response


@office_only
@require_POST
def again(request: HttpRequest, ref: str) -> HttpResponse:
    row = queries.outgoing_of(request.viewer, ref)
    outcome = drafting.draft_again(row, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        return show(request, ref, problem=outcome, status=STATUS[outcome.kind])
    return _made(outcome)


@office_only
@require_POST
def edited(request: HttpRequest, ref: str) -> HttpResponse:
    row, form = queries.outgoing_of(request.viewer, ref), EditedForm(request.POST, request.FILES)
    if not form.is_valid():
        return show(request, ref, edited_form=form, status=422)
    file, note = form.cleaned_data["file"], form.cleaned_data["note"]
    outcome = drafting.send_in(row, name=file.name, data=file, note=note, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        return show(request, ref, problem=outcome, status=STATUS[outcome.kind])
    messages.success(request, _("已收存修改稿，作为 %(version)s。") % {"version": outcome.label})
    return _made(outcome)


@signed_in
@require_GET
def version(request: HttpRequest, ref: str, number: int) -> HttpResponse:
    """How far the making is, for the page to ask again; once it is over, to the page of the paper."""
    row = queries.outgoing_of(request.viewer, ref)
    found = queries.version_of(request.viewer, row, number)
    if not request.htmx or found.status not in queries.AT_WORK:
        return go(request, f"{reverse('outgoing', args=[ref])}?version={number}")
    return render(request, "dispatch/_making.html", {"outgoing": row, "version": found, **SHOWN})


@office_only
@require_POST
def cancel(request: HttpRequest, ref: str, number: int) -> HttpResponse:
    found = queries.version_of(request.viewer, queries.outgoing_of(request.viewer, ref), number)
    outcome = drafting.cancel(found, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        return show(request, ref, problem=outcome, status=STATUS[outcome.kind])
    messages.success(request, _("已取消生成 %(version)s。") % {"version": found.label})
    return redirect("outgoing", ref=ref)


@signed_in
@require_GET
def download(request: HttpRequest, ref: str, number: int, ending: str) -> FileResponse:
    row = queries.outgoing_of(request.viewer, ref)
    return attachment(queries.file_of(request.viewer, row, number, ending).paper)

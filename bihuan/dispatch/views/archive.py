"""The archives of a round: one is made, watched, called off, taken away, and its file removed. Others find no page."""

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bihuan.dispatch import maker
from bihuan.dispatch.actions import archive as actions
from bihuan.dispatch.archives import open_archive
from bihuan.dispatch.models import Archive
from bihuan.dispatch.queries import archives as queries
from bihuan.dispatch.views.shelf import round_of
from bihuan.dispatch.views.wording import SHOWN
from bihuan.people.gate import go, signed_in
from bihuan.rounds.models import Round
from bihuan.rules.life import Refusal
from bihuan.trail.answers import STATUS

Status = Archive.Status
SHOWN_HERE = {**SHOWN, "size": filesizeformat}
MOST = 30
"""Archives that the page shows."""


@signed_in
@require_http_methods(["GET", "POST"])
def archives(request: HttpRequest) -> HttpResponse:
    """`?round=R2`: those there are; sent, another one is begun."""
    if not queries.may_see(request.viewer):
        raise Http404
    round = round_of(request.viewer, request)
    if request.method == "GET" or round is None:
        return _page(request, round)
    outcome = actions.ask(round, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        return _page(request, round, problem=outcome)
    maker.archive_soon()
    return redirect(_address(round))


def _page(request: HttpRequest, round: Round | None, problem: Refusal | None = None) -> HttpResponse:
    rows = list(queries.archives_for(request.viewer).filter(round=round)[:MOST]) if round else []
    context = {
        "round": round,
        "at_work": [row for row in rows if row.status in queries.AT_WORK],
        "rows": [row for row in rows if row.status not in queries.AT_WORK],
        "problem": problem,
        **SHOWN_HERE,
    }
    return render(request, "dispatch/archives.html", context, status=STATUS[problem.kind] if problem else 200)


def _address(round: Round) -> str:
    return f"{reverse('archives')}?round={round.ref}"


@signed_in
@require_GET
def progress(request: HttpRequest, ref: str) -> HttpResponse:
    """How far the making is, for the page to ask again; once it is over, to the page."""
    row = queries.archive_for(request.viewer, ref)
    if not request.htmx or row.status not in queries.AT_WORK:
        return go(request, _address(row.round))
    return render(request, "dispatch/_archiving.html", {"row": row, **SHOWN_HERE})


@signed_in
@require_POST
def cancel(request: HttpRequest, ref: str) -> HttpResponse:
    row = queries.archive_for(request.viewer, ref)
    outcome = actions.cancel(row, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        return _page(request, row.round, problem=outcome)
    messages.success(request, _("已取消制作归档包 %(ref)s。") % {"ref": ref})
    return redirect(_address(row.round))


@signed_in
@require_POST
def remove(request: HttpRequest, ref: str) -> HttpResponse:
    row = queries.archive_for(request.viewer, ref)
    outcome = actions.remove(row, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        return _page(request, row.round, problem=outcome)
    messages.success(request, _("已移除归档包 %(ref)s 的文件，校验值仍留在这里。") % {"ref": ref})
    return redirect(_address(row.round))


@signed_in
@require_GET
def download(request: HttpRequest, ref: str) -> FileResponse:
    """The zip as a stream."""
    row = queries.archive_for(request.viewer, ref)
    try:
        content = open_archive(row.organisation.code, ref) if row.status == Status.READY else None
    except FileNotFoundError:
        content = None
    if content is None:
        raise Http404(ref)
    name = f"{row.organisation.name}{row.round.title}{_('归档包')} {ref}.zip"
    response = FileResponse(content, as_attachment=True, filename=name, content_type="application/zip")
    response.headers["Cache-Control"] = "private, no-store"
    return response

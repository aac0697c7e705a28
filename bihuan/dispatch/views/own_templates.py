"""Templates of the office's own: which kinds have one, what may be written in it, sending one in, and going back."""

from io import BytesIO
from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bihuan.dispatch.actions.own_templates import send_template, use_shipped, use_template
from bihuan.dispatch.forms.own_templates import TemplateForm
from bihuan.dispatch.kinds import Kind, NothingYet
from bihuan.dispatch.queries import own_templates as queries
from bihuan.dispatch.views.making import kind_named
from bihuan.dispatch.views.shelf import round_of
from bihuan.papers.answers import attachment
from bihuan.people.gate import office_only
from bihuan.rounds.queries import round_for
from bihuan.rules.life import Refusal
from bihuan.trail.answers import STATUS, words
from bihuan.writing.template import Faulty, starter


def _kind(name: str) -> Kind:
    kind = kind_named(name)
    if not queries.takes_templates(kind):
        raise Http404(name)
    return kind


@office_only
@require_GET
def own_templates(request: HttpRequest) -> HttpResponse:
    context = {"kinds": queries.template_kinds(), "used": queries.used_by_kind(request.viewer)}
    return render(request, "dispatch/templates.html", context)


@office_only
@require_http_methods(["GET", "POST"])
def own_template(request: HttpRequest, kind: str) -> HttpResponse:
    """The templates of one kind and its placeholders; POST sends one in."""
    chosen = _kind(kind)
    if request.method == "GET":
        return _show(request, chosen)
    form = TemplateForm(request.viewer, request.POST, request.FILES)
    if not form.is_valid():
        return _show(request, chosen, form=form, status=422)
    sent = form.cleaned_data
    outcome = send_template(
        chosen, form.rounds.get(sent["round"]), name=sent["file"].name, data=sent["file"], note=sent["note"],
        by=request.viewer, at=timezone.now(),
    )  # fmt: skip
    if isinstance(outcome, Faulty):
        return _show(request, chosen, form=form, faults=outcome.faults, status=422)
    if isinstance(outcome, Refusal):
        return _show(request, chosen, form=form, problem=outcome, status=STATUS[outcome.kind])
    messages.success(request, _("已使用模板 %(ref)s，下一次生成时起作用。") % {"ref": outcome.ref})
    return redirect("own_template", kind=kind)


@office_only
@require_POST
def use(request: HttpRequest, kind: str, ref: str) -> HttpResponse:
    row = queries.template_of(request.viewer, ref)
    outcome = use_template(row, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        return _show(request, _kind(kind), problem=outcome, status=STATUS[outcome.kind])
    messages.success(request, _("已改用模板 %(ref)s。") % {"ref": ref})
    return redirect("own_template", kind=kind)


@office_only
@require_POST
def shipped(request: HttpRequest, kind: str) -> HttpResponse:
    """Back to the product's own layout: `?round=R2` for one round, else for all."""
    chosen, ref = _kind(kind), request.GET.get("round", "")
    outcome = use_shipped(chosen, round_for(request.viewer, ref) if ref else None, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        return _show(request, chosen, problem=outcome, status=STATUS[outcome.kind])
    messages.success(request, _("已恢复系统版式，下一次生成时起作用。"))
    return redirect("own_template", kind=kind)


@office_only
@require_GET
def file(request: HttpRequest, kind: str, ref: str) -> FileResponse:
    return attachment(queries.template_of(request.viewer, ref).paper)


@office_only
@require_GET
def start(request: HttpRequest, kind: str) -> FileResponse:
    """A file to begin with: every placeholder, in the official form."""
    chosen = _kind(kind)
    return _sent(
        starter(queries.values_class(chosen), chosen.title), _("%(title)s模板.docx") % {"title": words(chosen.title)}
    )


@office_only
@require_GET
def trial(request: HttpRequest, kind: str, ref: str) -> HttpResponse:
    """The template filled in with what the record says now; nothing is kept."""
    chosen, row = _kind(kind), queries.template_of(request.viewer, ref)
    round = row.round or round_of(request.viewer, request)
    values = queries.sample(request.viewer, chosen, round, timezone.now())
    if row.kind != kind:
        raise Http404(ref)
    if values is None:
        nothing = _("现在的记录里还没有可以填入这份文书的内容。")
        return _show(request, chosen, nothing=nothing, status=422)
    try:
        write = queries.with_template(chosen, row).write["docx"]
    except NothingYet as nothing_yet:
        return _show(request, chosen, nothing=words(nothing_yet.reason), status=422)
    return _sent(write(values), f"{words(chosen.title)} {ref}.docx")


def _sent(content: bytes, name: str) -> FileResponse:
    response = FileResponse(BytesIO(content), as_attachment=True, filename=name)
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _show(request: HttpRequest, kind: Kind, *, status: int = 200, **more: Any) -> HttpResponse:
    """The page of one kind, with what was refused and why."""
    viewer = request.viewer
    values = queries.sample(viewer, kind, round_of(viewer, request), timezone.now())
    lines, parts = queries.lines_of(kind, values)
    rows = list(queries.templates_for(viewer).filter(kind=kind.name))
    context = {
        "kind": kind,
        "rows": rows,
        "used": [row for row in rows if row.in_use],
        "lines": lines,
        "parts": parts,
        "form": more.get("form") or TemplateForm(viewer),
        "faults": more.get("faults", ()),
        "problem": words(more["problem"].reason) if "problem" in more else more.get("nothing", ""),
    }
    return render(request, "dispatch/template.html", context, status=status)

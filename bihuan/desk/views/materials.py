"""The materials: the list, one of them, a new one, its content, and what already answers a text."""

import re

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from bihuan.desk.actions import materials as actions
from bihuan.desk.actions.materials import may_register
from bihuan.desk.forms import materials as asked
from bihuan.desk.forms.materials import MaterialForm
from bihuan.desk.models import Material
from bihuan.desk.queries import materials as queries
from bihuan.desk.queries import reuse
from bihuan.desk.queries.request_facts import attached
from bihuan.desk.queries.requests import request_for
from bihuan.desk.queries.round import round_now
from bihuan.desk.views.wording import carrier_word, form_word
from bihuan.papers.answers import attachment
from bihuan.people.gate import signed_in
from bihuan.people.queries import units_for
from bihuan.rounds.queries import round_for
from bihuan.rules.life import Refusal
from bihuan.rules.material import CARRIERS, FORMS
from bihuan.trail.answers import STATUS, words

NAME = re.compile(r"[A-Za-z][\w-]{0,40}")
"""What may be the id of a form on the page that asks for matches."""


@signed_in
@require_GET
def materials(request: HttpRequest) -> HttpResponse:
    viewer = request.viewer
    wanted = asked.wanted(request.GET)
    page = Paginator(queries.table_for(viewer, wanted), queries.PER_PAGE).get_page(request.GET.get("page"))
    rows = list(page.object_list)
    context = {
        "page": page,
        "materials": rows,
        "gone": queries.gone(rows),
        "wanted": wanted,
        "counts": queries.counts_for(viewer, wanted),
        "units": list(units_for(viewer)),
        "round": round_now(viewer),
        "query": request.GET,
        "carriers": {key.value: words(name) for key, name in CARRIERS.items()},
        "forms": {key.value: words(name) for key, name in FORMS.items()},
        **WORDS,
    }
    return render(request, "desk/materials.html", context)


@signed_in
@require_GET
def material(request: HttpRequest, ref: str) -> HttpResponse:
    viewer, row = request.viewer, queries.material_for(request.viewer, ref)
    been = queries.gone([row]).get(row.pk, queries.Gone())
    versions = queries.chain(row, viewer)
    context = {
        "material": row,
        "gone": been,
        "versions": versions,
        "newest": versions[-1] if versions[-1].pk != row.pk else None,
        "may_renew": may_register(viewer, row.unit),
        "may_correct": may_register(viewer, row.unit) and not been.times,
        **WORDS,
    }
    return render(request, "desk/material.html", context)


@signed_in
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Register a material, or with `?follows=M-0007` its next version."""
    viewer = request.viewer
    follows = queries.material_for(viewer, request.GET["follows"]) if request.GET.get("follows") else None
    round = round_for(viewer, request.GET["round"]) if request.GET.get("round") else round_now(viewer)
    if follows and not may_register(viewer, follows.unit):
        raise Http404
    form = MaterialForm(viewer, request.POST or None, request.FILES or None, initial=_beginning(follows))
    context = {"form": form, "follows": follows, "round": round, "problem": ""}
    if request.method == "GET" or round is None:
        return render(request, "desk/material_new.html", context)
    if not form.is_valid():
        return render(request, "desk/material_new.html", context, status=422)
    outcome = actions.register(round, form.described, file=form.upload, follows=follows, by=viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        context["problem"] = words(outcome.reason)
        return render(request, "desk/material_new.html", context, status=STATUS[outcome.kind])
    messages.success(request, _("已登记 %(ref)s《%(title)s》。") % {"ref": outcome.ref, "title": outcome.title})
    return redirect("material", ref=outcome.ref)


@signed_in
@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, ref: str) -> HttpResponse:
    """Put right what was typed, before it is handed over."""
    viewer, row = request.viewer, queries.material_for(request.viewer, ref)
    form = MaterialForm(viewer, request.POST or None, initial=_present(row))
    form.fields.pop("file")
    context = {"form": form, "follows": None, "corrected": row, "round": row.round, "problem": ""}
    if request.method == "GET":
        return render(request, "desk/material_new.html", context)
    if not form.is_valid():
        return render(request, "desk/material_new.html", context, status=422)
    outcome = actions.correct(row, form.described, by=viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        context["problem"] = words(outcome.reason)
        return render(request, "desk/material_new.html", context, status=STATUS[outcome.kind])
    messages.success(request, _("已改正 %(ref)s 的登记。") % {"ref": ref})
    return redirect("material", ref=ref)


@signed_in
@require_GET
def download(request: HttpRequest, ref: str) -> FileResponse:
    row = queries.material_for(request.viewer, ref)
    if row.paper is None:
        raise Http404(ref)
    return attachment(row.paper)


@signed_in
@require_GET
def matches(request: HttpRequest) -> HttpResponse:
    """What was already provided that answers `text`: a fragment. `form` names a form of the page that takes one up.

    `request` is what it is to answer: what is attached to its open version already is not offered again.
    """
    text, period = request.GET.get("text", "")[:2000], request.GET.get("period", "")[:100]
    form = request.GET.get("form", "")
    context = {
        "matches": reuse.matches(request.viewer, text, period=period),
        "form": form if NAME.fullmatch(form) else "",
        "attached": attached(request_for(request.viewer, ref)) if (ref := request.GET.get("request", "")) else (),
        **WORDS,
    }
    return render(request, "desk/_matches.html", context)


def _beginning(follows: Material | None) -> dict[str, object]:
    """What the form shows first: for a new version, what the old one said; its dates are typed anew."""
    if follows is None:
        return {}
    names = ("title", "period", "carrier", "form", "may_copy", "work_secret")
    return {name: getattr(follows, name) for name in names} | {"unit": follows.unit.number}


def _present(row: Material) -> dict[str, object]:
    """What is registered now, as the form has it."""
    typed = ("period", "carrier", "form", "document_date", "made_on", "copies", "pages", "may_copy", "work_secret")
    said = {name: getattr(row, name) for name in (*typed, "classified", "registered_number", "remark")}
    return said | {"unit": row.unit.number, "title": "" if row.classified else row.title}


WORDS = {"carrier_word": carrier_word, "form_word": form_word}

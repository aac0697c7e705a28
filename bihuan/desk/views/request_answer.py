"""Preparing an answer: its words, materials that are there, a new material, and one that is taken out again."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from bihuan.desk.actions.answer import attach as attach_material
from bihuan.desk.actions.answer import attach_new, decide_prepare, write_answer
from bihuan.desk.actions.answer import detach as detach_material
from bihuan.desk.forms.materials import MaterialForm
from bihuan.desk.forms.request_moves import AnswerForm, AttachForm
from bihuan.desk.queries.materials import material_for
from bihuan.desk.queries.request_facts import gather
from bihuan.desk.queries.requests import request_for
from bihuan.desk.views.request import answer, refuse, show
from bihuan.people.gate import signed_in
from bihuan.rules.life import Refusal
from bihuan.say import say
from bihuan.trail.answers import STATUS, words


@signed_in
@require_POST
def write(request: HttpRequest, ref: str) -> HttpResponse:
    row = request_for(request.viewer, ref)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return show(request, ref, answer_form=form, status=422)
    outcome = write_answer(row, form.cleaned_data["text"], by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        return refuse(request, ref, outcome, answer_form=form)
    messages.success(request, _("已保存答复，还没有交出。"))
    return answer(request, ref, "#answer")


@signed_in
@require_POST
def attach(request: HttpRequest, ref: str) -> HttpResponse:
    """Attach materials that are registered already, by their references."""
    row = request_for(request.viewer, ref)
    named = [each.strip().upper() for each in request.POST.getlist("material") if each.strip()]
    try:
        materials = [material_for(request.viewer, each) for each in named[:50]]
    except Http404:
        gone = Refusal("what", say("没有编号为 {ref} 的材料，请从列表中选择。", ref="、".join(named)))
        return refuse(request, ref, gone, attach_form=AttachForm(request.viewer, request.POST))
    if not materials:
        return refuse(request, ref, Refusal("what", say("请选择材料。")))
    outcome = attach_material(row, materials, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        return refuse(request, ref, outcome)
    messages.success(request, _("已附上 %(refs)s。") % {"refs": "、".join(named)})
    return answer(request, ref, "#answer")


@signed_in
@require_http_methods(["GET", "POST"])
def register(request: HttpRequest, ref: str) -> HttpResponse:
    """Register a new material and attach it, without leaving the request."""
    row = gather(request_for(request.viewer, ref))
    if refusal := decide_prepare(row, request.viewer):
        return refuse(request, ref, refusal)
    initial = {"period": row.period, "unit": row.lead_unit.number if row.lead_unit else None}
    form = MaterialForm(request.viewer, request.POST or None, request.FILES or None, initial=initial)
    context = {"request_row": row, "form": form, "problem": ""}
    if request.method == "GET":
        return render(request, "desk/request_material.html", context)
    if not form.is_valid():
        return render(request, "desk/request_material.html", context, status=422)
    outcome = attach_new(row, form.described, file=form.upload, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        context["problem"] = words(outcome.reason)
        return render(request, "desk/request_material.html", context, status=STATUS[outcome.kind])
    messages.success(request, _("已登记并附上 %(ref)s《%(title)s》。") % {"ref": outcome.ref, "title": outcome.title})
    return answer(request, ref, "#answer")


@signed_in
@require_POST
def detach(request: HttpRequest, ref: str, material: str) -> HttpResponse:
    row = request_for(request.viewer, ref)
    one = material_for(request.viewer, material)
    outcome = detach_material(row, one, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        return refuse(request, ref, outcome)
    messages.success(request, _("已取下 %(ref)s，它仍在材料库。") % {"ref": one.ref})
    return answer(request, ref, "#answer")

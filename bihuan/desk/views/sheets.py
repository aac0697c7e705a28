"""One unit's self-check sheet: answered point by point and kept at once, signed by the head, returned by the office."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bihuan.desk.actions import sheets as actions
from bihuan.desk.forms.selfchecks import AnswerForm, ProofForm, ReturnForm, SignForm
from bihuan.desk.names import ANSWERS
from bihuan.desk.queries import sheets as queries
from bihuan.desk.views.selfchecks import SHOWN, finding_address
from bihuan.desk.views.timelines import timeline
from bihuan.papers.answers import attachment
from bihuan.people.gate import signed_in
from bihuan.rules.life import Refusal
from bihuan.rules.sheet import PROMISE, VERBS, Move
from bihuan.trail.answers import STATUS, words

LONG = frozenset({"answers"})
"""What the page itself shows above its timeline."""


@signed_in
@require_GET
def checksheet(request: HttpRequest, ref: str, unit: str) -> HttpResponse:
    return _show(request, ref, unit)


@signed_in
@require_POST
def checksheet_answer(request: HttpRequest, ref: str, unit: str, number: int) -> HttpResponse:
    """Keep one answer. For htmx only what was kept comes back, so that typing goes on undisturbed."""
    sheet = queries.sheet_for(request.viewer, ref, unit)
    point, form = queries.point_of(sheet, number), AnswerForm(request.POST)
    if not form.is_valid():
        reason = "".join(str(text) for texts in form.errors.values() for text in texts)
        return _point(request, sheet, point, problem=reason, form=form, status=422)
    said = form.cleaned_data
    outcome = actions.answer_point(sheet, point, said["answer"], said["text"], by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        reason = words(outcome.reason)
        return _point(request, sheet, point, problem=reason, form=form, status=STATUS[outcome.kind])
    return _point(request, sheet, point, saved=timezone.localtime())


@signed_in
@require_http_methods(["GET", "POST"])
def checksheet_proof(request: HttpRequest, ref: str, unit: str, number: int) -> HttpResponse | FileResponse:
    """The proof of one answer: GET gives it, POST keeps a new one in its place."""
    sheet = queries.sheet_for(request.viewer, ref, unit)
    point = queries.point_of(sheet, number)
    if request.method == "GET":
        line = queries.line_of_sheet(sheet, point)
        if line.answer is None or line.answer.proof is None or not queries.may_read(request.viewer, sheet):
            raise Http404(number)
        return attachment(line.answer.proof)
    form = ProofForm(request.POST, request.FILES)
    if not form.is_valid():
        return _show(request, ref, unit, trouble={number: "".join(form.errors["file"])}, status=422)
    outcome = actions.attach_proof(sheet, point, form.cleaned_data["file"], by=request.viewer, at=timezone.now())
    return _proved(request, ref, unit, number, outcome, _("已附上第 %(number)s 项的佐证。"))


@signed_in
@require_POST
def checksheet_unproof(request: HttpRequest, ref: str, unit: str, number: int) -> HttpResponse:
    sheet = queries.sheet_for(request.viewer, ref, unit)
    outcome = actions.detach_proof(sheet, queries.point_of(sheet, number), by=request.viewer, at=timezone.now())
    return _proved(request, ref, unit, number, outcome, _("已取下第 %(number)s 项的佐证。"))


@signed_in
@require_POST
def checksheet_sign(request: HttpRequest, ref: str, unit: str) -> HttpResponse:
    sheet, form = queries.sheet_for(request.viewer, ref, unit), SignForm(request.POST)
    typed = form.cleaned_data["name"] if form.is_valid() else ""
    outcome = actions.sign_sheet(sheet, typed, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        return _show(request, ref, unit, sign=form, problem=outcome, status=STATUS[outcome.kind])
    messages.success(request, _("%(ref)s 已签字提交。") % {"ref": outcome.ref})
    return redirect("checksheet", ref=ref, unit=unit)


@signed_in
@require_POST
def checksheet_return(request: HttpRequest, ref: str, unit: str) -> HttpResponse:
    sheet, form = queries.sheet_for(request.viewer, ref, unit), ReturnForm(request.POST)
    if not form.is_valid():
        return _show(request, ref, unit, giving_back=form, status=422)
    outcome = actions.return_sheet(sheet, form.cleaned_data["note"], by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        return _show(request, ref, unit, giving_back=form, problem=outcome, status=STATUS[outcome.kind])
    messages.success(request, _("已退回 %(ref)s，单位修改后重新签字。") % {"ref": outcome.ref})
    return redirect("checksheet", ref=ref, unit=unit)


def _proved(request: HttpRequest, ref: str, unit: str, number: int, outcome: object, text: str) -> HttpResponse:
    if isinstance(outcome, Refusal):
        trouble = {number: words(outcome.reason)}
        return _show(request, ref, unit, trouble=trouble, status=STATUS[outcome.kind])
    messages.success(request, text % {"number": number})
    answer = redirect("checksheet", ref=ref, unit=unit)
    answer.headers["Location"] += f"#p{number}"
    return answer


def _point(request: HttpRequest, sheet: Any, point: Any, *, status: int = 200, **more: Any) -> HttpResponse:
    """What was kept of one answer and how far the sheet is, for htmx; else the sheet again at this point."""
    ref, unit, problem = sheet.selfcheck.ref, sheet.unit.ref, more.get("problem", "")
    if not request.htmx:
        if problem:
            typed = {point.number: more["form"]}
            return _show(request, ref, unit, trouble={point.number: problem}, typed=typed, status=status)
        messages.success(request, _("第 %(number)s 项已保存。") % {"number": point.number})
        answer = redirect("checksheet", ref=ref, unit=unit)
        answer.headers["Location"] += f"#p{point.number}"
        return answer
    card = queries.sheet_card(request.viewer, sheet)
    line = queries.line_of_sheet(sheet, point)
    context = {
        "card": card,
        "sheet": sheet,
        "line": line,
        "problem": problem,
        "saved": more.get("saved"),
        "verbs": VERBS,
    }
    context |= {
        "sign": SignForm(),
        "giving_back": ReturnForm(),
        "promise": words(PROMISE),
        "swap": True,
        "refused": None,
    }
    return render(request, "desk/_check_saved.html", context | SHOWN, status=status)


def _show(request: HttpRequest, ref: str, unit: str, *, status: int = 200, **more: Any) -> HttpResponse:
    viewer, sheet = request.viewer, queries.sheet_for(request.viewer, ref, unit)
    context = {
        "card": queries.sheet_card(viewer, sheet),
        "sheet": sheet,
        "answers": [(key, words(name)) for key, name in ANSWERS.items()],
        "typed": more.get("typed", {}),
        "trouble": more.get("trouble", {}),
        "sign": more.get("sign") or SignForm(),
        "giving_back": more.get("giving_back") or ReturnForm(),
        "refused": more.get("problem"),
        "promise": words(PROMISE),
        "verbs": VERBS,
        "moves": Move,
        "raising": finding_address,
        "timeline": timeline(viewer, sheet.ref, leave_out=LONG),
        **SHOWN,
    }
    return render(request, "desk/checksheet.html", context, status=status)

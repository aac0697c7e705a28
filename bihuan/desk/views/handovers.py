"""The hand-overs: the lists, one of them on the page and as a Word file, a new one, its signature, what came back."""

import re
from io import BytesIO

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bihuan.desk.actions import handover_undo
from bihuan.desk.actions import handovers as actions
from bihuan.desk.forms.handovers import CancelForm, ReturnForm, SignForm, all_valid, going, lines
from bihuan.desk.models import Handover, HandoverItem
from bihuan.desk.queries import handovers as queries
from bihuan.desk.queries import materials, reuse
from bihuan.desk.queries.handover_paper import paper_of
from bihuan.desk.queries.round import round_now
from bihuan.desk.views.wording import carrier_word, form_word
from bihuan.people.gate import office_only, signed_in
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rounds.queries import round_for
from bihuan.rules.life import Refusal
from bihuan.trail.answers import STATUS, words
from bihuan.writing.handover import write_handover

PER_PAGE = 30
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
WORDS = {"carrier_word": carrier_word, "form_word": form_word}


def round_of(viewer: Viewer, request: HttpRequest) -> Round | None:
    """The round named in the address, else the one that runs."""
    ref = request.GET.get("round", "")
    return round_for(viewer, ref) if ref else round_now(viewer)


@signed_in
@require_GET
def handovers(request: HttpRequest) -> HttpResponse:
    viewer = request.viewer
    round = round_of(viewer, request)
    rows = queries.handovers_for(viewer, round) if round else queries.handovers_for(viewer).none()
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    shown = list(page.object_list)
    context = {
        "round": round,
        "page": page,
        "handovers": shown,
        "counts": queries.counts(viewer, shown),
        "out": list(queries.still_out(viewer, round)) if round else [],
        "waiting": queries.waiting_count(viewer, round) if round and viewer.is_office else 0,
        "saved": reuse.saved_by_reuse(viewer, round) if round else 0,
        "query": request.GET,
        **WORDS,
    }
    return render(request, "desk/handovers.html", context)


@signed_in
@require_GET
def handover(request: HttpRequest, ref: str) -> HttpResponse:
    return show(request, queries.handover_for(request.viewer, ref))


@office_only
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Choose what goes: `?request=R-014&material=M-0007`; without them, what may be chosen."""
    viewer = request.viewer
    round = round_of(viewer, request)
    if round is None:
        return render(request, "desk/handover_new.html", {"round": None})
    named = materials.named(viewer, request.GET.getlist("material")[:200])
    requests = queries.named_waiting(viewer, round, request.GET.getlist("request"))
    if not named and not requests:
        return render(request, "desk/handover_new.html", {"round": round, "waiting": queries.waiting(viewer, round)})
    forms = lines(queries.offered(requests, named), request.POST if request.method == "POST" else None)
    context = {"round": round, "lines": forms, "problem": "", "remark": request.POST.get("remark", ""), **WORDS}
    if request.method == "GET":
        return render(request, "desk/handover_new.html", context)
    if not all_valid(forms):
        return render(request, "desk/handover_new.html", context, status=422)
    remark = request.POST.get("remark", "")
    outcome = actions.hand_over(round, going(forms), by=viewer, at=timezone.now(), remark=remark)
    if isinstance(outcome, Refusal):
        context["problem"] = words(outcome.reason)
        return render(request, "desk/handover_new.html", context, status=STATUS[outcome.kind])
    messages.success(request, _("已移交，清单 %(ref)s 可以打印了。") % {"ref": outcome.ref})
    return redirect("handover", ref=outcome.ref)


@signed_in
@require_GET
def word(request: HttpRequest, ref: str) -> FileResponse:
    """The list as a Word file, for both signatures."""
    row = queries.handover_for(request.viewer, ref)
    paper = paper_of(row, queries.items_of(request.viewer, row), at=timezone.now())
    content = BytesIO(write_handover(paper, speak=words))
    name = _("交接清单 %(ref)s.docx") % {"ref": row.ref}
    return FileResponse(content, as_attachment=True, filename=name, content_type=DOCX)


@office_only
@require_POST
def sign(request: HttpRequest, ref: str) -> HttpResponse:
    row = queries.handover_for(request.viewer, ref)
    form = SignForm(request.POST)
    if not form.is_valid():
        return show(request, row, sign_form=form, status=422)
    now = timezone.now()
    outcome = actions.sign(row, form.cleaned_data["received_by"], received_at=form.when(now), by=request.viewer, at=now)
    if isinstance(outcome, Refusal):
        return show(request, row, sign_form=form, problem=words(outcome.reason), status=STATUS[outcome.kind])
    messages.success(request, _("%(ref)s 已由%(name)s签收。") % {"ref": row.ref, "name": outcome.received_by})
    return redirect("handover", ref=row.ref)


@office_only
@require_http_methods(["GET", "POST"])
def give_back(request: HttpRequest, ref: str, number: int) -> HttpResponse:
    """Count what came back of one line."""
    row = queries.handover_for(request.viewer, ref)
    item = queries.item_for(request.viewer, row, number)
    form = ReturnForm(item.copies - (item.returned_copies or 0), request.POST or None)
    if request.method == "GET" or not form.is_valid():
        return show(request, row, returning=(item, form), status=200 if request.method == "GET" else 422)
    outcome = actions.take_back(item, by=request.viewer, at=timezone.now(), **form.cleaned_data)
    if isinstance(outcome, Refusal):
        problem = words(outcome.reason)
        return show(request, row, returning=(item, form), problem=problem, status=STATUS[outcome.kind])
    said = {"ref": item.material.ref, "count": outcome.returned_copies, "all": item.copies}
    undo = reverse("handover_undo_return", kwargs={"ref": row.ref, "number": number})
    undo += f"?copies={form.cleaned_data['copies']}"
    messages.success(request, _("%(ref)s 已归还 %(count)s / %(all)s 份。") % said, extra_tags=undo)
    return redirect("handover", ref=row.ref)


@office_only
@require_POST
def undo_return(request: HttpRequest, ref: str, number: int) -> HttpResponse:
    """What was counted wrongly is out again: `?copies=1` of it, as the toast has it, or all of it."""
    row = queries.handover_for(request.viewer, ref)
    item = queries.item_for(request.viewer, row, number)
    asked = request.GET.get("copies", "")
    copies = int(asked) if re.fullmatch(r"[0-9]{1,5}", asked) else item.returned_copies or 0
    outcome = handover_undo.undo_return(item, copies, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        return show(request, row, problem=words(outcome.reason), status=STATUS[outcome.kind])
    messages.success(request, _("已撤销 %(ref)s 的归还登记。") % {"ref": item.material.ref})
    return redirect("handover", ref=row.ref)


@office_only
@require_POST
def cancel(request: HttpRequest, ref: str) -> HttpResponse:
    """A list that was made by mistake, before the group has signed it."""
    row = queries.handover_for(request.viewer, ref)
    form = CancelForm(request.POST, auto_id="cancel_%s")
    if not form.is_valid():
        return show(request, row, cancel_form=form, status=422)
    outcome = handover_undo.cancel(row, form.cleaned_data["reason"], by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        return show(request, row, cancel_form=form, problem=words(outcome.reason), status=STATUS[outcome.kind])
    messages.success(request, _("%(ref)s 已作废，清单上的事项回到待移交。") % {"ref": row.ref})
    return redirect("handover", ref=row.ref)


def show(
    request: HttpRequest,
    row: Handover,
    *,
    sign_form: SignForm | None = None,
    cancel_form: CancelForm | None = None,
    returning: tuple[HandoverItem, ReturnForm] | None = None,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    """The page of one list, with the form that was tried."""
    items = queries.items_of(request.viewer, row)
    context = {
        "handover": row,
        "items": items,
        "paper": paper_of(row, items, at=timezone.now()),
        "out": 0 if row.cancelled_at else sum(materials.is_out(item) for item in items),
        "sign_form": sign_form or SignForm(),
        "cancel_form": cancel_form or CancelForm(auto_id="cancel_%s"),
        "cancel_opened": cancel_form is not None,
        "returning": returning[0].number if returning else None,
        "return_form": returning[1] if returning else None,
        "problem": problem,
        **WORDS,
    }
    return render(request, "desk/handover.html", context, status=status)

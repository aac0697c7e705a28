"""Recording the work: progress, proof, numbers, and measures marked done."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bihuan.ledger.actions import work as actions
from bihuan.ledger.forms.work import EvidenceForm, NumbersForm, ProgressForm
from bihuan.ledger.queries.evidence import paper_of, proof_for
from bihuan.ledger.queries.findings import finding_for
from bihuan.ledger.views.finding import answer, refuse, show
from bihuan.ledger.views.plan import measure_for
from bihuan.papers.answers import attachment
from bihuan.papers.queries import papers_for
from bihuan.people.gate import signed_in
from bihuan.rules.life import Refusal
from bihuan.rules.measure import VERBS, Kind, Move
from bihuan.trail.answers import STATUS, words


@signed_in
@require_POST
def progress(request: HttpRequest, ref: str) -> HttpResponse:
    row = finding_for(request.viewer, ref)
    form = ProgressForm(row.measures.all(), request.POST, auto_id="progress_%s")
    if not form.is_valid():
        return show(request, ref, progress_form=form, status=422)
    about = row.measures.filter(number=form.cleaned_data["measure"]).first()
    text = form.cleaned_data["text"]
    outcome = actions.add_progress(row, text, measure=about, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        return refuse(request, ref, outcome, progress_form=form)
    messages.success(request, _("已登记进展。"))
    return answer(request, ref, "#progress")


@signed_in
@require_http_methods(["GET", "POST"])
def evidence(request: HttpRequest, ref: str, number: int) -> HttpResponse:
    """Attach proof to a measure: new files, or a paper that is stored already."""
    measure = measure_for(request.viewer, ref, number)
    form = EvidenceForm(request.viewer, request.POST or None, request.FILES or None)
    context = {
        "measure": measure,
        "finding": measure.finding,
        "form": form,
        "stored": papers_for(request.viewer)[:50],
        "feedback_on": measure.finding.round.feedback_on,
        "problem": None,
    }
    if request.method == "GET":
        return render(request, "ledger/evidence.html", context)
    if not form.is_valid():
        return render(request, "ledger/evidence.html", context, status=422)
    outcome = actions.attach_all(measure, by=request.viewer, at=timezone.now(), **form.cleaned_data)
    if isinstance(outcome, Refusal):
        context["problem"] = words(outcome.reason)
        return render(request, "ledger/evidence.html", context, status=STATUS[outcome.kind])
    messages.success(request, _("已为 %(ref)s 附上 %(count)s 份佐证。") % {"ref": measure.ref, "count": len(outcome)})
    return answer(request, ref, "#measures")


@signed_in
@require_POST
def detach(request: HttpRequest, ref: str, number: int, paper: str) -> HttpResponse:
    proof = proof_for(measure_for(request.viewer, ref, number), paper)
    title = proof.title
    outcome = actions.detach_evidence(proof, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        return refuse(request, ref, outcome)
    messages.success(request, _("已取下“%(title)s”，文件仍在材料库。") % {"title": title})
    return answer(request, ref, "#measures")


@signed_in
@require_GET
def download(request: HttpRequest, ref: str, paper: str) -> HttpResponse:
    """A proof of a finding that this viewer may see, or the paper the finding came from."""
    return attachment(paper_of(finding_for(request.viewer, ref), paper))


@signed_in
@require_http_methods(["GET", "POST"])
def numbers(request: HttpRequest, ref: str, number: int) -> HttpResponse:
    measure = measure_for(request.viewer, ref, number)
    form = NumbersForm(measure, request.POST or None)
    context = {"measure": measure, "finding": measure.finding, "form": form, "problem": None}
    if request.method == "GET":
        return render(request, "ledger/numbers.html", context)
    if not form.is_valid():
        return render(request, "ledger/numbers.html", context, status=422)
    reached = {Kind(kind): value for kind, value in form.cleaned_data.items()}
    outcome = actions.set_numbers(measure, reached, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        context["problem"] = words(outcome.reason)
        return render(request, "ledger/numbers.html", context, status=STATUS[outcome.kind])
    messages.success(request, _("已填写 %(ref)s 的数量。") % {"ref": measure.ref})
    return answer(request, ref, "#measures")


@signed_in
@require_POST
def step(request: HttpRequest, ref: str, number: int, which: str) -> HttpResponse:
    """Mark a measure done, or take it up again."""
    if which not in VERBS:
        raise Http404
    measure = measure_for(request.viewer, ref, number)
    note = request.POST.get("note", "")[:2000]
    outcome = actions.move_measure(measure, Move(which), by=request.viewer, at=timezone.now(), note=note)
    if isinstance(outcome, Refusal):
        return refuse(request, ref, outcome)
    said = _("措施 %(ref)s 已标记完成。") if which == Move.FINISH else _("措施 %(ref)s 已恢复为未完成。")
    messages.success(request, said % {"ref": measure.ref})
    return answer(request, ref, "#measures")

"""The pages from a letter to findings: choose a file, check the rows beside the original, see what will be made."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bihuan.ledger import reader
from bihuan.ledger.actions import arrivals
from bihuan.ledger.actions import intake as actions
from bihuan.ledger.forms.intake import IntakeForm
from bihuan.ledger.models import Arrival, Intake
from bihuan.ledger.phrases import COLUMN_NAMES, KIND_NAMES
from bihuan.ledger.queries import intake as queries
from bihuan.ledger.queries import intake_preview as previews
from bihuan.ledger.queries.arrivals import unfinished_for
from bihuan.ledger.queries.columns import asked_columns
from bihuan.ledger.queries.intake_facts import facts
from bihuan.ledger.views.arrivals import watch
from bihuan.papers.queries import paper_for
from bihuan.people.gate import office_only
from bihuan.reading.formats import FORMATS
from bihuan.rounds.models import Round
from bihuan.rounds.queries import round_for
from bihuan.rules import intake as rules
from bihuan.rules.life import Refusal
from bihuan.say import Say, say
from bihuan.trail.answers import STATUS, words

ARRIVALS = {"waiting": say("等待读取"), "reading": say("读取中"), "failed": say("没有读成")}
TONES = {"open": "working", "confirmed": "done", "discarded": "idle"}
STEPS: dict[str, Say] = {
    "edit": say("修改一行"),
    "accept": say("核对一行"),
    "split": say("拆分一行"),
    "merge": say("并入上一行"),
    "move": say("移动一行"),
    "drop": say("剔除一行"),
    "take": say("列为问题"),
    "leave": say("不另录"),
    "unit": say("对应单位"),
}
"""What the last step was, beside the button that undoes it."""


@office_only
@require_http_methods(["GET", "POST"])
def intakes(request: HttpRequest, ref: str) -> HttpResponse:
    """Choose a file or paste a text; below it what was imported before."""
    round = round_for(request.viewer, ref)
    if request.method == "GET":
        return _choose(request, round, IntakeForm(initial={"kind": ""}))
    form = IntakeForm(request.POST, request.FILES)
    if not form.is_valid():
        return _choose(request, round, form, status=422)
    at = timezone.now()
    given = form.cleaned_data
    name, data = (
        (given["file"].name, given["file"]) if given["file"] else (actions.pasted_name(at), given["text"].encode())
    )
    background = reader.is_running()
    outcome = arrivals.take_in(
        round, name=name, data=data, kind=form.chosen_kind, background=background, by=request.viewer, at=at
    )
    if isinstance(outcome, actions.Earlier):
        query = urlencode({"again": outcome.intake.paper.ref, "kind": form.chosen_kind or ""})
        return redirect(f"{reverse('intakes', args=[ref])}?{query}")
    if isinstance(outcome, Refusal):
        form.add_error("file" if given["file"] else "text", words(outcome.reason))
        return _choose(request, round, form, status=STATUS[outcome.kind])
    return _opened(request, outcome)


def _choose(request: HttpRequest, round: Round, form: IntakeForm, status: int = 200) -> HttpResponse:
    earlier = list(queries.earlier_for(request.viewer, round))
    again = request.GET.get("again", "")
    context = {
        "round": round,
        "form": form,
        "earlier": earlier,
        "arrivals": unfinished_for(request.viewer, round),
        "arrival_names": {status: words(name) for status, name in ARRIVALS.items()},
        "again": [intake for intake in earlier if intake.paper.ref == again],
        "formats": [(each.TITLE, each.SUFFIXES[:2]) for each in FORMATS],
        **_labels(),
    }
    return render(request, "ledger/intakes.html", context, status=status)


def _labels() -> dict[str, object]:
    return {
        "kind_names": {kind: words(name) for kind, name in KIND_NAMES.items()},
        "status_names": {status.value: words(name) for status, name in rules.NAMES.items()},
        "status_tones": TONES,
    }


def _opened(request: HttpRequest, intake: Intake | Arrival) -> HttpResponse:
    if isinstance(intake, Arrival):
        return watch(intake)
    count = queries.tally_of(intake).rows
    if intake.follows:
        text = _("已读出，并与 %(ref)s 已录入的对照过：新的 %(count)s 行，请核对。")
        messages.success(request, text % {"ref": intake.follows.ref, "count": count})
        return redirect("intake", ref=intake.round.ref, intake=intake.ref)
    messages.success(request, _("已读出 %(count)s 行，请对照原文核对后再确认录入。") % {"count": count})
    return redirect("intake", ref=intake.round.ref, intake=intake.ref)


@office_only
@require_POST
def again(request: HttpRequest, ref: str, paper: str) -> HttpResponse:
    """Read a paper once more that was imported into this round before."""
    round = round_for(request.viewer, ref)
    kept = paper_for(request.viewer, paper)
    if not queries.intakes_for(request.viewer, round).filter(paper=kept).exists():
        raise Http404
    kind = request.POST.get("kind", "")
    chosen = kind if kind in KIND_NAMES else None
    background = reader.is_running()
    outcome = arrivals.take_again(round, kept, kind=chosen, background=background, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        return _choose(request, round, _with_error(outcome), status=STATUS[outcome.kind])
    return _opened(request, outcome)


def _with_error(refusal: Refusal) -> IntakeForm:
    form = IntakeForm({})
    form.errors.clear()
    form.add_error(None, words(refusal.reason))
    return form


@office_only
@require_GET
def intake(request: HttpRequest, ref: str, intake: str) -> HttpResponse:
    """The rows beside the original; what came of it once it is confirmed."""
    found = queries.intake_for(request.viewer, round_for(request.viewer, ref), intake)
    row = request.GET.get("row", "")
    return render(request, "ledger/intake.html", reading(request, found, row=int(row) if row.isdecimal() else None))


def reading(request: HttpRequest, found: Intake, row: int | None = None, refusal: Refusal | None = None) -> dict:
    """What the page and its fragment show."""
    shown = queries.intake_page(
        request.viewer, found, show=request.GET.get("show", ""), page=request.GET.get("page", "1"), row=row
    )
    return {
        "shown": shown,
        "intake": found,
        "round": found.round,
        "tally": shown.tally,
        "open": found.status == rules.Status.OPEN,
        "warnings": queries.warnings_of(found),
        "columns": asked_columns(found),
        "column_names": {meaning: words(name) for meaning, name in COLUMN_NAMES.items()},
        "refusal": refusal,
        "query": request.GET,
        "here": f"?{urlencode({'show': shown.show, 'page': shown.page.number})}",
        "steps": {verb: words(name) for verb, name in STEPS.items()},
        **_labels(),
    }


@office_only
@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, ref: str, intake: str) -> HttpResponse:
    """What will be made, and what is still in the way; a POST makes it."""
    found = queries.intake_for(request.viewer, round_for(request.viewer, ref), intake)
    if request.method == "GET":
        return _preview(request, found)
    outcome = actions.confirm_intake(found, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        return _preview(request, found, outcome)
    first, last = outcome[0].ref, outcome[-1].ref
    text = _("已录入 %(count)s 个问题：%(first)s 至 %(last)s。")
    messages.success(request, text % {"count": len(outcome), "first": first, "last": last})
    return redirect("intake", ref=ref, intake=found.ref)


def _preview(request: HttpRequest, found: Intake, refusal: Refusal | None = None) -> HttpResponse:
    page, drafts = previews.preview_page(found, request.GET.get("page", "1"))
    names = queries.UnitNames(found.round.organisation)
    rows = previews.drafted_rows(found)
    context = {
        "intake": found,
        "round": found.round,
        "page": page,
        "drafts": drafts,
        "tally": queries.tally_of(found),
        "counts": previews.preview_counts(found, rows),
        "checks": rules.checklist(facts(found, request.viewer, rows, names)),
        "query": request.GET,
        "refusal": refusal,
    }
    return render(request, "ledger/intake_confirm.html", context, status=STATUS[refusal.kind] if refusal else 200)


@office_only
@require_POST
def discard(request: HttpRequest, ref: str, intake: str) -> HttpResponse:
    found = queries.intake_for(request.viewer, round_for(request.viewer, ref), intake)
    outcome = actions.discard_intake(found, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        messages.error(request, words(outcome.reason))
        return redirect("intake", ref=ref, intake=found.ref)
    undo = reverse("intake_resume", args=[ref, found.ref])
    messages.success(request, _("已放弃 %(ref)s，草稿仍保留。") % {"ref": found.ref}, extra_tags=undo)
    return redirect("intakes", ref=ref)


@office_only
@require_POST
def resume(request: HttpRequest, ref: str, intake: str) -> HttpResponse:
    found = queries.intake_for(request.viewer, round_for(request.viewer, ref), intake)
    outcome = actions.resume_intake(found, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        messages.error(request, words(outcome.reason))
    return redirect("intake", ref=ref, intake=found.ref)

"""The letters: the list, who would get one now, a new one, one of them with its moves, and its Word file."""

from io import BytesIO
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bihuan.papers.answers import attachment
from bihuan.people.gate import office_only, signed_in
from bihuan.rounds.queries import current_round
from bihuan.rules.letter import Move, offers
from bihuan.rules.life import Refusal
from bihuan.trail.answers import STATUS, words
from bihuan.watch.actions import letters as actions
from bihuan.watch.actions.letter_moves import EVENTS, move_letter
from bihuan.watch.forms.letters import DraftForm, NoteForm, TextForm, UnitForm
from bihuan.watch.models import Letter
from bihuan.watch.phrases import PHRASES
from bihuan.watch.queries import letters as queries
from bihuan.watch.queries.ladder import ladder_of, step_of
from bihuan.watch.queries.letter_facts import letter_facts, skips
from bihuan.watch.queries.letter_paper import kept_facts, paper_of
from bihuan.watch.queries.letter_units import findings_at, unit_at, units_with_findings
from bihuan.watch.queries.proposals import proposals
from bihuan.watch.views.letter_words import letter_words, timeline, verb
from bihuan.writing.letter import orders, write_letter

PER_PAGE = 30
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@signed_in
@require_GET
def letters(request: HttpRequest) -> HttpResponse:
    viewer, asked = request.viewer, request.GET
    seen, ladder = queries.letters_for(viewer), ladder_of(viewer.organisation).ladder
    wanted = {name: asked.get(name, "") for name in ("step", "status", "unit")}
    page = Paginator(queries.narrowed(seen, **wanted), PER_PAGE).get_page(asked.get("page"))
    steps, statuses = queries.counts(seen, ladder)
    context = {
        "page": page,
        "ladder": ladder,
        "steps": steps,
        "statuses": statuses,
        "wanted": wanted,
        "query": asked,
        **letter_words(),
    }
    return render(request, "watch/letters.html", context)


@office_only
@require_GET
def proposed(request: HttpRequest) -> HttpResponse:
    """Who would get which letter now."""
    viewer = request.viewer
    round, held = current_round(viewer), ladder_of(viewer.organisation)
    rows = proposals(viewer, round, held.ladder, today=timezone.localdate()) if round else []
    return render(request, "watch/letters_proposed.html", {"rows": rows, "round": round, "ladder": held.ladder})


@office_only
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """First the unit (`?unit=U-003`), then the letter and its findings."""
    viewer = request.viewer
    units = units_with_findings(viewer)
    unit = unit_at(units, request.GET.get("unit", ""))
    if unit is None:
        return render(request, "watch/letter_new.html", {"unit": None, "units": units, "form": UnitForm(units)})
    findings, ladder = findings_at(viewer, unit), ladder_of(viewer.organisation).ladder
    given = request.POST if request.method == "POST" else None
    first = {"step": request.GET.get("step", ""), "findings": request.GET.getlist("finding")}
    form = DraftForm(ladder, findings, given, initial=first)
    context = {"unit": unit, "form": form, "ladder": ladder, "problem": ""}
    if not form.is_valid():
        return render(request, "watch/letter_new.html", context, status=422 if form.is_bound else 200)
    said = form.cleaned_data
    chosen = [each for each in findings if each.ref in said["findings"]]
    if len({each.round_id for each in chosen}) > 1:
        context["problem"] = _("一份文书只能针对同一轮次的问题，请分开起草。")
        return render(request, "watch/letter_new.html", context, status=422)
    outcome = actions.draft(
        chosen[0].round, unit, said["step"], chosen, term=said["term"], skip_reason=said["skip_reason"],
        by=viewer, at=timezone.now(),
    )  # fmt: skip
    if isinstance(outcome, Refusal):
        context["problem"] = words(outcome.reason)
        return render(request, "watch/letter_new.html", context, status=STATUS[outcome.kind])
    messages.success(request, _("已按台账起草 %(ref)s，请核对正文后提交审批。") % {"ref": outcome.ref})
    return redirect("letter", ref=outcome.ref)


@signed_in
@require_GET
def letter(request: HttpRequest, ref: str) -> HttpResponse:
    return show(request, queries.letter_for(request.viewer, ref))


@office_only
@require_POST
def edit(request: HttpRequest, ref: str) -> HttpResponse:
    row = queries.letter_for(request.viewer, ref)
    form = text_form(row, request.POST)
    if not form.is_valid():
        return show(request, row, text=form, status=422)
    outcome = actions.revise(row, by=request.viewer, at=timezone.now(), **form.cleaned_data)
    if isinstance(outcome, Refusal):
        return show(request, row, text=form, problem=outcome, status=STATUS[outcome.kind])
    messages.success(request, _("已保存 %(ref)s。") % {"ref": row.ref})
    return redirect("letter", ref=row.ref)


@signed_in
@require_POST
def move(request: HttpRequest, ref: str, which: str) -> HttpResponse:
    row = queries.letter_for(request.viewer, ref)
    if which not in EVENTS:
        raise Http404(which)
    note = request.POST.get("note", "")[:2000]
    outcome = move_letter(row, Move(which), by=request.viewer, at=timezone.now(), note=note)
    if isinstance(outcome, Refusal):
        return show(request, row, problem=outcome, tried=(Move(which), note), status=STATUS[outcome.kind])
    messages.success(request, f"{row.ref}：{words(PHRASES[EVENTS[Move(which)]])}")
    seen = queries.letters_for(request.viewer).filter(pk=row.pk).exists()
    return redirect("letter", ref=row.ref) if seen else redirect("letters")


@signed_in
@require_GET
def word(request: HttpRequest, ref: str) -> FileResponse:
    """The file as it was issued; before that, the draft as it stands."""
    row = queries.letter_for(request.viewer, ref)
    if row.paper:
        return attachment(row.paper)
    name = _("%(ref)s 草稿.docx") % {"ref": row.ref}
    return FileResponse(BytesIO(write_letter(paper_of(row))), as_attachment=True, filename=name, content_type=DOCX)


def text_form(row: Letter, data: Any = None) -> TextForm:
    return TextForm(row, data, new_term=step_of(row).new_term, skips=skips(row))


def show(
    request: HttpRequest,
    row: Letter,
    *,
    text: TextForm | None = None,
    problem: Refusal | None = None,
    tried: tuple[Move, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page of one letter, with what was tried."""
    viewer = request.viewer
    said = letter_facts(row, viewer, today=timezone.localdate())
    editable = row.status == "draft" and viewer.is_office
    context = {
        "letter": row,
        "step": step_of(row),
        "facts": kept_facts(row),
        "orders": orders(paper_of(row)),
        "form": (text or text_form(row)) if editable else None,
        "moves": [_offer(offer, tried) for offer in offers(said)],
        "opened": tried[0] if tried else None,
        "problem": problem,
        "timeline": timeline(viewer, row.ref),
        "summonses": row.summonses.all(),
        **letter_words(),
    }
    return render(request, "watch/letter.html", context, status=status)


def _offer(offer: Any, tried: tuple[Move, str] | None) -> dict[str, Any]:
    """A move as the card shows it, with its form as it was sent where it was."""
    label = (
        _("答复内容") if offer.move is Move.ANSWER else _("理由") if offer.note == "required" else _("说明（可不填）")
    )
    data = {"note": tried[1]} if tried and tried[0] is offer.move else None
    return {"move": offer.move, "label": verb(offer.move), "refusal": offer.refusal,
            "form": NoteForm(offer.note, label, data, auto_id=f"{offer.move}_%s")}  # fmt: skip

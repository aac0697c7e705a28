"""The page of one request, every move on it, and its corrections."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bihuan.desk.actions.amend import amend as amend_request
from bihuan.desk.actions.request import EVENTS, move
from bihuan.desk.forms.request_moves import AnswerForm, AttachForm, MoveForm
from bihuan.desk.forms.requests import AmendForm
from bihuan.desk.phrases import PHRASES
from bihuan.desk.queries.request_card import RequestCard, request_card
from bihuan.desk.queries.request_units import UnitsInText
from bihuan.desk.queries.requests import request_for
from bihuan.desk.views.request_words import line_words, request_words
from bihuan.desk.views.wording import carrier_word, form_word
from bihuan.people.gate import signed_in
from bihuan.rules.life import Note, Offer, Refusal
from bihuan.rules.request import FORWARD, GOALS, VERBS, Move
from bihuan.trail.answers import STATUS, words


@signed_in
@require_GET
def request_page(request: HttpRequest, ref: str) -> HttpResponse:
    return show(request, ref)


@signed_in
@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, ref: str, which: str) -> HttpResponse:
    """One move: GET opens its form on the page of the request, POST makes it."""
    if which not in EVENTS:
        raise Http404
    chosen = Move(which)
    if request.method == "GET":
        return show(request, ref, opened=chosen)
    row = request_for(request.viewer, ref)
    form = MoveForm(chosen, Note.OPTIONAL, request.viewer, request.POST)
    if not form.is_valid():
        return show(request, ref, opened=chosen, form=form, status=422)
    outcome = move(row, chosen, by=request.viewer, at=timezone.now(), **form.cleaned_data)
    if isinstance(outcome, Refusal):
        return refuse(request, ref, outcome, opened=chosen, form=form)
    messages.success(request, f"{ref}：{words(PHRASES[EVENTS[chosen]])}")
    return answer(request, ref)


@signed_in
@require_POST
def undo(request: HttpRequest, ref: str) -> HttpResponse:
    """Take a wrong take-down back, from the toast that told of it."""
    row = request_for(request.viewer, ref)
    outcome = move(row, Move.WITHDRAW, by=request.viewer, at=timezone.now(), note=_("登记有误，撤销登记"))
    if isinstance(outcome, Refusal):
        return refuse(request, ref, outcome)
    messages.success(request, _("已撤销 %(ref)s；需要时可以在它的页面上重新办理。") % {"ref": ref})
    return redirect("request_new")


@signed_in
@require_http_methods(["GET", "POST"])
def amend(request: HttpRequest, ref: str) -> HttpResponse:
    row = request_for(request.viewer, ref)
    form = AmendForm(row, request.POST or None)
    context = {"request_row": row, "form": form, "problem": "", **request_words()}
    if request.method == "GET":
        return render(request, "desk/request_amend.html", context)
    if not form.is_valid():
        return render(request, "desk/request_amend.html", context, status=422)
    outcome = amend_request(row, form.wording, by=request.viewer, at=timezone.now(), note=form.cleaned_data["note"])
    if isinstance(outcome, Refusal):
        context["problem"] = words(outcome.reason)
        return render(request, "desk/request_amend.html", context, status=STATUS[outcome.kind])
    messages.success(request, _("已更正 %(ref)s。") % {"ref": ref})
    return redirect("request", ref=ref)


def answer(request: HttpRequest, ref: str, anchor: str = "") -> HttpResponse:
    """After a write: where the form asked to go, the fresh record for htmx, or the page again."""
    onward = request.POST.get("next", "")
    if onward and url_has_allowed_host_and_scheme(onward, allowed_hosts=None):
        return redirect(onward)
    if request.htmx:
        return show(request, ref)
    target = redirect("request", ref=ref)
    target.headers["Location"] += anchor
    return target


def refuse(request: HttpRequest, ref: str, refusal: Refusal, **more: Any) -> HttpResponse:
    """The record again, with the reason and with everything that was typed."""
    return show(request, ref, problem=refusal, status=STATUS[refusal.kind], **more)


def show(request: HttpRequest, ref: str, *, status: int = 200, **more: Any) -> HttpResponse:
    """The whole page, or for htmx the record alone."""
    card = request_card(request.viewer, ref, now=timezone.now())
    prepares = Move.PREPARE in card.edits
    written = card.answer.text if card.answer and not card.answer.submitted_at else ""
    context = {
        "card": card,
        "request_row": card.request,
        "moves": move_forms(card, request, more.get("opened"), more.get("form")),
        "opened": more.get("opened"),
        "problem": more.get("problem"),
        "goal": words(VERBS[GOALS[card.facts.status]]) if card.facts.status in GOALS else "",
        "prepares": prepares,
        "answer_form": more.get("answer_form") or (AnswerForm(initial={"text": written}) if prepares else None),
        "attach_form": more.get("attach_form") or (AttachForm(request.viewer) if prepares else None),
        "timeline": [line_words(line) for line in card.lines],
        "carrier_word": carrier_word,
        "form_word": form_word,
        **request_words(),
    }
    template = "desk/_request.html" if request.htmx else "desk/request.html"
    return render(request, template, context, status=status)


def move_forms(card: RequestCard, request: HttpRequest, opened: Move | None, bound: MoveForm | None) -> list[dict]:
    """The moves to show, each with its form; the one that was tried keeps what was typed."""

    def form(offer: Offer[Move]) -> MoveForm:
        if bound and offer.move is opened:
            return bound
        return MoveForm(offer.move, offer.note, request.viewer, initial=_proposed(card, offer.move, request))

    return [
        {
            "move": offer.move,
            "label": words(VERBS[offer.move]),
            "refusal": offer.refusal,
            "form": form(offer),
            "forward": offer.move in FORWARD,
        }
        for offer in card.offers
    ]


def _proposed(card: RequestCard, which: Move, request: HttpRequest) -> dict[str, Any]:
    """An objection is settled most often on the unit it suggests; a request is given to the unit it names."""
    if which in (Move.SETTLE, Move.SETTLE_FINALLY) and card.objections:
        return {"unit": card.objections[-1].suggested_unit.number}
    if which is Move.ASSIGN:
        named = UnitsInText(request.viewer.organisation).find(card.request.text)
        return {"unit": named.number if named else None}
    if which is Move.ACCEPT and card.request.handler:
        return {"handler": card.request.handler.username}
    return {}

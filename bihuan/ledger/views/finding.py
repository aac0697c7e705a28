"""The page of one finding, and every move on it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from bihuan.ledger.actions.moves import EVENTS, event_of, move
from bihuan.ledger.forms.extensions import ExtensionForm
from bihuan.ledger.forms.moves import MoveForm
from bihuan.ledger.forms.plan import MeasureForm, PlanForm
from bihuan.ledger.forms.standing import RhythmForm, StandingProofForm
from bihuan.ledger.forms.work import ProgressForm
from bihuan.ledger.phrases import PHRASES, VALUES
from bihuan.ledger.queries.card import FindingCard, finding_card
from bihuan.ledger.queries.findings import finding_for
from bihuan.ledger.views.words import holder_of, status_tone, status_word
from bihuan.people.gate import signed_in
from bihuan.rounds.queries import ruleset_of
from bihuan.rules import extension, standing
from bihuan.rules.finding import VERBS, Move
from bihuan.rules.life import Note, Offer, Refusal
from bihuan.rules.measure import KINDS, UNITS
from bihuan.rules.measure import VERBS as MEASURE_VERBS
from bihuan.rules.people import NAMES
from bihuan.trail.answers import STATUS, words
from bihuan.trail.changes import changes
from bihuan.trail.lengths import lasting, office_time
from bihuan.trail.telling import fields_of, phrase_of


@signed_in
@require_GET
def finding(request: HttpRequest, ref: str) -> HttpResponse:
    return show(request, ref)


@signed_in
@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, ref: str, which: str) -> HttpResponse:
    """One move: GET opens its form on the page of the finding, POST makes it."""
    if which not in EVENTS:
        raise Http404
    chosen = Move(which)
    if request.method == "GET":
        return show(request, ref, opened=chosen)
    form = MoveForm(chosen, Note.OPTIONAL, request.viewer, request.POST)
    if not form.is_valid():
        finding_for(request.viewer, ref)
        return show(request, ref, opened=chosen, form=form, status=422)
    row = finding_for(request.viewer, ref)
    outcome = move(row, chosen, by=request.viewer, at=timezone.now(), **form.cleaned_data)
    if isinstance(outcome, Refusal):
        return refuse(request, ref, outcome, opened=chosen, form=form)
    messages.success(request, f"{ref}：{words(PHRASES[event_of(chosen, outcome.status)])}")
    return answer(request, ref)


def answer(request: HttpRequest, ref: str, anchor: str = "") -> HttpResponse:
    """After a write: the fresh record for htmx, the page again otherwise."""
    if request.htmx:
        return show(request, ref)
    target = redirect("finding", ref=ref)
    target.headers["Location"] += anchor
    return target


def refuse(request: HttpRequest, ref: str, refusal: Refusal, **more: Any) -> HttpResponse:
    """The record again, with the reason and with everything that was typed."""
    return show(request, ref, problem=refusal, status=STATUS[refusal.kind], **more)


def show(request: HttpRequest, ref: str, *, status: int = 200, **more: Any) -> HttpResponse:
    """The whole page, or for htmx the record alone."""
    card = finding_card(request.viewer, ref, now=timezone.now())
    context = {
        "card": card,
        "finding": card.finding,
        "moves": move_forms(card, request, more.get("opened"), more.get("form")),
        "opened": more.get("opened"),
        "problem": more.get("problem"),
        "plan_form": more.get("plan_form") or PlanForm(initial=vars(card.finding)),
        "measure_form": more.get("measure_form") or MeasureForm(auto_id="new_%s"),
        "progress_form": more.get("progress_form") or ProgressForm(card.finding.measures.all(), auto_id="progress_%s"),
        "timeline": [line_words(line) for line in card.lines],
        "extension_form": more.get("extension_form") or _extension_form(card),
        "extension_names": extension.NAMES,
        "extension_tones": EXTENSION_TONES,
        "extension_verbs": extension.VERBS,
        "standing_form": more.get("standing_form") or StandingProofForm(request.viewer),
        "rhythm_form": more.get("rhythm_form") or RhythmForm(initial={"every": _every(card)}),
        "rhythms": standing.RHYTHMS,
        "dot_names": standing.DOTS,
        "dot_tones": DOT_TONES,
        "status_word": status_word,
        "status_tone": status_tone,
        "holder_of": holder_of,
        "verbs": VERBS,
        "measure_verbs": MEASURE_VERBS,
        "kinds": KINDS,
        "kind_units": UNITS,
        "role_names": NAMES,
        "hands": card.hands,
        "hold_tones": HOLD_TONES,
        "lasting": lasting,
        "office_time": office_time,
    }
    template = "ledger/_finding.html" if request.htmx else "ledger/finding.html"
    return render(request, template, context, status=status)


def _extension_form(card: FindingCard) -> ExtensionForm:
    """Only what may be asked about is offered."""
    return ExtensionForm(card.extensions.measures, whole=card.extensions.barred is None)


def _every(card: FindingCard) -> int:
    """How often proof is asked for: the finding's own rhythm, or for one that has none that of its round."""
    if card.standing.row:
        return card.standing.row.every
    return ruleset_of(card.finding.round).rhythm.every if card.standing.offers else standing.Rhythm().every


def move_forms(card: FindingCard, request: HttpRequest, opened: Move | None, bound: MoveForm | None) -> list[dict]:
    """The moves to show, each with its form; the one that was tried keeps what was typed.

    A dispute is settled most often on the unit that was suggested, so that one is proposed.
    """
    suggested = {"unit": card.disputes[-1].suggested_unit.number} if card.disputes else {}
    proposed = {Move.SETTLE: suggested, Move.SETTLE_FINALLY: suggested}

    def form(offer: Offer[Move]) -> MoveForm:
        if bound and offer.move is opened:
            return bound
        return MoveForm(offer.move, offer.note, request.viewer, initial=proposed.get(offer.move))

    return [
        {
            "move": offer.move,
            "label": words(VERBS[offer.move]),
            "refusal": offer.refusal,
            "form": form(offer),
        }
        for offer in card.offers
    ]


HOLD_TONES = {"office": "office", "head": "unit", "leader": "leader", "first": "group", "supervisor": "group"}
"""The shades of the bar are four; the first responsible has that of the last party."""
EXTENSION_TONES = {"asked": "waiting", "approved": "done", "refused": "trouble", "withdrawn": "idle"}
DOT_TONES = {"given": "done", "ahead": "waiting", "due": "trouble", "missed": "trouble", "dropped": "idle"}
TONES = {"closed": "done", "disputed": "trouble", "returned": "trouble", "reopened": "trouble", "approved": "review"}


PLAIN = frozenset({"finding.raised", "progress.added"})
"""Events whose content stands elsewhere on the page."""
UNFIELDS = frozenset({"which", "status", "holder"})
"""Fields that the phrase of the event says already."""


def line_words(line: Any) -> dict[str, Any]:
    """A line of the trail as the timeline shows it."""
    which = line.after.get("which", "")
    detail = f" {which}" if which and which != line.subject else ""
    return {
        "at": line.at,
        "who": line.actor_name,
        "post": line.post,
        "phrase": phrase_of(line) + detail,
        "note": line.note,
        "changes": [] if line.event in PLAIN else changes(line, fields_of(line), VALUES, leave_out=UNFIELDS),
        "tone": TONES.get(line.event.partition(".")[2], "idle"),
    }

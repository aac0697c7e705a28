"""A round at a glance: its timeline, its counts, its readings."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from bihuan.ledger.views.words import status_tone, status_word
from bihuan.overview.queries.round import round_counts
from bihuan.people.gate import signed_in
from bihuan.rounds.queries import round_for, ruleset_of, timeline
from bihuan.rules.rates import DEFINITION


@signed_in
@require_GET
def round(request: HttpRequest, ref: str) -> HttpResponse:
    row, today = round_for(request.viewer, ref), timezone.localdate()
    context = {
        "round": row,
        "timeline": timeline(row, today),
        "ruleset": ruleset_of(row),
        "counts": round_counts(request.viewer, row, today=today),
        "definition": DEFINITION,
        "status_word": status_word,
        "status_tone": status_tone,
    }
    return render(request, "overview/round.html", context)

"""The first page after signing in, and search."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from bihuan.ledger.queries.findings import number_of
from bihuan.ledger.views.words import holder_of, status_tone, status_word
from bihuan.overview.queries.search import search_for
from bihuan.overview.queries.today import today_for
from bihuan.people.gate import signed_in
from bihuan.rounds.queries import current_round

WORDS = {"holder_of": holder_of, "status_word": status_word, "status_tone": status_tone}


@signed_in
@require_GET
def today(request: HttpRequest) -> HttpResponse:
    found = today_for(request.viewer, today=timezone.localdate())
    context = {"found": found, "round": current_round(request.viewer), **WORDS}
    return render(request, "overview/today.html", context)


@signed_in
@require_GET
def search(request: HttpRequest) -> HttpResponse:
    """The hits; a single finding named by its reference is opened at once."""
    words = request.GET.get("q", "").strip()[:100]
    found = search_for(request.viewer, words)
    named = number_named(words.upper())
    for row in found.findings:
        if row.number == named:
            return redirect("finding", ref=row.ref)
    return render(request, "overview/search.html", {"words": words, "found": found, **WORDS})


def number_named(text: str) -> int:
    """The number of a reference such as `F-012`, or -1 for what is none."""
    return number_of(text) if text[:2] == "F-" and text[2:].isdecimal() and len(text) < 11 else -1

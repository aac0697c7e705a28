"""The first page after signing in, and search."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from bihuan.desk.queries.brief_paper import paper_of_brief
from bihuan.desk.views.request_words import request_words
from bihuan.ledger.views.words import holder_of, status_tone, status_word
from bihuan.overview.queries.search import search_for
from bihuan.overview.queries.today import today_for
from bihuan.overview.queries.today_desk import desk_today
from bihuan.overview.queries.today_lead import lead_today
from bihuan.overview.queries.today_papers import papers_today
from bihuan.overview.queries.turning import coming_friday, turning_for
from bihuan.overview.views.turning import turning_words
from bihuan.people.gate import signed_in
from bihuan.rounds.queries import current_round
from bihuan.trail.answers import words
from bihuan.watch.views.letter_words import status_word as letter_word
from bihuan.watch.views.letter_words import title_of
from bihuan.writing.brief import summary

WORDS = {"holder_of": holder_of, "status_word": status_word, "status_tone": status_tone}
MOST = 20
"""Papers of one kind that are named; the rest stands on their own page."""
PAGES = {"findings": "finding", "requests": "request", "materials": "material", "visits": "visit"}
"""Kinds of hits whose reference opens their page."""


@signed_in
@require_GET
def today(request: HttpRequest) -> HttpResponse:
    viewer, day = request.viewer, timezone.localdate()
    papers = papers_today(viewer, today=day)
    context = {
        "found": today_for(viewer, today=day),
        "desk": desk_today(viewer, today=day),
        "lead": lead_today(viewer, papers, today=day),
        "turning": turning_for(viewer, coming_friday(day), today=day),
        "papers": papers,
        "most": MOST,
        "letter_title": title_of,
        "letter_status": letter_word,
        "round": current_round(viewer),
        **turning_words(),
        "brief_words": lambda brief: summary(paper_of_brief(brief), speak=words),
        "asked": request_words(),
        **WORDS,
    }
    return render(request, "overview/today.html", context)


@signed_in
@require_GET
def search(request: HttpRequest) -> HttpResponse:
    """The hits; what is named by its own reference is opened at once."""
    text = request.GET.get("q", "").strip()[:100]
    found = search_for(request.viewer, text)
    for kind, page in PAGES.items():
        for row in getattr(found, kind):
            if is_named(row.ref, text):
                return redirect(page, ref=row.ref)
    context = {"words": text, "found": found, "asked": request_words(), **WORDS}
    return render(request, "overview/search.html", context)


def is_named(ref: str, text: str) -> bool:
    """`f-1` and `F-001` name the same thing; a number without its letter names none."""
    (head, _dash, number), (letter, _sign, digits) = ref.partition("-"), text.upper().partition("-")
    return letter == head and digits.isdecimal() and len(digits) < 10 and int(digits) == int(number)

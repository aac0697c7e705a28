"""The review queue: plans and close-outs that wait for this viewer's opinion, and disputes to settle."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from bihuan.ledger.queries.review import review_queue
from bihuan.ledger.views.words import holder_of, status_tone, status_word
from bihuan.people.gate import signed_in


@signed_in
@require_GET
def review(request: HttpRequest) -> HttpResponse:
    context = {
        "queue": review_queue(request.viewer),
        "holder_of": holder_of,
        "status_word": status_word,
        "status_tone": status_tone,
    }
    return render(request, "ledger/review.html", context)

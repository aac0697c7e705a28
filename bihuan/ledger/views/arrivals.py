"""The page of a large file while it is read: how far it is, calling it off, and on to its rows when it is done."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from bihuan.ledger import reader
from bihuan.ledger.actions import arrivals as actions
from bihuan.ledger.models import Arrival
from bihuan.ledger.queries import arrivals as queries
from bihuan.people.gate import go, office_only
from bihuan.rounds.queries import round_for
from bihuan.rules.life import Refusal
from bihuan.trail.answers import words


def watch(arrival: Arrival) -> HttpResponse:
    """To the page of what has just been put down; the reader looks at once."""
    reader.wake()
    return redirect("arrival", ref=arrival.round.ref, token=arrival.token)


@office_only
@require_GET
def arrival(request: HttpRequest, ref: str, token: str) -> HttpResponse:
    found = queries.arrival_for(request.viewer, round_for(request.viewer, ref), token)
    if found.intake:
        return go(request, _there(found))
    context = {
        "arrival": found,
        "round": found.round,
        "working": found.status in (queries.Status.WAITING, queries.Status.READING),
        "stage": queries.STAGES[found.stage],
        "done": queries.done_of(found),
        "stages": len(queries.STAGES),
        "reason": queries.reason_of(found),
    }
    return render(request, "ledger/_arrival.html" if request.htmx else "ledger/arrival.html", context)


def _there(found: Arrival) -> str:
    """The rows that were read; the choice between them and a further reading where the content was read before."""
    if queries.is_repeated(found):
        query = urlencode({"again": found.intake.paper.ref, "kind": found.kind})
        return f"{reverse('intakes', args=[found.round.ref])}?{query}"
    return reverse("intake", args=[found.round.ref, found.intake.ref])


@office_only
@require_POST
def cancel(request: HttpRequest, ref: str, token: str) -> HttpResponse:
    found = queries.arrival_for(request.viewer, round_for(request.viewer, ref), token)
    outcome = actions.cancel(found, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        messages.error(request, words(outcome.reason))
        return redirect("arrival", ref=ref, token=token)
    messages.success(request, _("已取消读取“%(name)s”。") % {"name": found.name})
    return redirect("intakes", ref=ref)

"""The pages of who holds things up: the whole county, and one hand with everything it held."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from bihuan.desk.views import request_words
from bihuan.ledger.views import words as finding_words
from bihuan.overview.forms.period import period_asked
from bihuan.overview.queries.held_by import held_by, holder_for, texts_of
from bihuan.overview.queries.held_items import Hand, Kind, Wanted
from bihuan.overview.queries.holding import Line, holding_for
from bihuan.overview.views.charts import drawn, working_time
from bihuan.people.gate import signed_in
from bihuan.rounds.queries import round_for
from bihuan.trail.lengths import lasting

PER_PAGE = 50
MOST_BARS = 15
"""So many units have a bar; the table has all."""


@signed_in
@require_GET
def holding(request: HttpRequest) -> HttpResponse:
    page, wanted = asked(request)
    found = holding_for(request.viewer, wanted, now=timezone.now())
    context = {**page, "found": found, "bars": lambda lines: unit_bars(lines[:MOST_BARS], page["kept"])}
    return render(request, "overview/holding.html", context)


@signed_in
@require_GET
def held(request: HttpRequest, ref: str) -> HttpResponse:
    holder = holder_for(request.viewer, ref)
    page, wanted = asked(request)
    found = held_by(request.viewer, holder, wanted, now=timezone.now())
    shown = Paginator(found.rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        **page,
        "holder": holder,
        "found": found,
        "page": shown,
        "texts": texts_of(request.viewer, [row.item for row in shown]),
        "words": {Kind.FINDING: finding_words, Kind.REQUEST: request_words},
    }
    return render(request, "overview/held_by.html", context)


def asked(request: HttpRequest) -> tuple[dict[str, Any], Wanted]:
    """What both pages show around their figures, and what was asked for."""
    ref = request.GET.get("round", "")
    start, end, problem = period_asked(request.GET)
    wanted = Wanted(round_for(request.viewer, ref) if ref else None, start, end)
    kept = {name: value for name in ("round", "start", "end") if (value := request.GET.get(name))}
    page = {
        "wanted": wanted,
        "problem": problem,
        "query": request.GET,
        "kept": kept,
        "stage_bars": lambda lines, name: stage_bars(lines, name, ref),
        "working_time": working_time,
        "lasting": lasting,
        "hand_url": lambda key: hand_url(key, kept),
    }
    return page, wanted


def hand_url(key: str, kept: dict[str, str]) -> str:
    """The page of a unit or a party, by the same filters; for the units together, their ranking on the page itself."""
    if key == Hand.UNIT:
        return "#units"
    address = reverse("held_by", kwargs={"ref": key})
    return f"{address}?{urlencode(kept)}" if kept else address


def unit_bars(lines: Iterable[Line], kept: dict[str, str]) -> list[dict[str, object]]:
    return drawn(((line.label, line.together, hand_url(line.key, kept)) for line in lines), working_time)


def stage_bars(lines: Iterable[Line], page: str, round: str) -> list[dict[str, object]]:
    """Each stage opens the findings or requests that are in it."""
    here = {"round": round} if round else {}
    bars = ((each, f"{reverse(page)}?{urlencode({**here, 'status': each.key})}") for each in lines)
    return drawn(((each.label, each.together, url) for each, url in bars), working_time)

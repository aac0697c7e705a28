"""The burden panel: how much the group asks for, of whom, how often twice, and how long answers take."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from bihuan.desk.views.plans import chosen_round
from bihuan.desk.views.request_words import status_tone, status_word
from bihuan.overview.queries.burden import burden_for
from bihuan.overview.views.charts import chart_rows, working_time
from bihuan.people.gate import signed_in


@signed_in
@require_GET
def burden(request: HttpRequest) -> HttpResponse:
    round = chosen_round(request)
    context = {
        "round": round,
        "burden": burden_for(request.viewer, round, now=timezone.now()) if round else None,
        "chart_rows": lambda bars, **more: chart_rows(bars, "desk", round, **more),
        "working_time": working_time,
        "status_word": status_word,
        "status_tone": status_tone,
    }
    return render(request, "overview/burden.html", context)

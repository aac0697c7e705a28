"""What turns red by Friday: the strip of days, and everything that turns, by unit."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from bihuan.overview.forms.period import day_asked
from bihuan.overview.queries.turning import FARTHEST, Turn, coming_friday, turning_for
from bihuan.overview.views.charts import drawn
from bihuan.people.gate import signed_in
from bihuan.say import Say, say

KINDS = {"finding": say("反馈问题"), "measure": say("措施"), "request": say("联络事项")}
MOST = 30
"""So many things of one unit are listed."""
MOST_BARS = 12
"""So many units have a bar; all have a list."""
NOT_AHEAD = say("只能看今天以后的日期，已改为最近的周五。")
TOO_FAR = say("最远只能看 {days} 天以后，已改为那一天。", days=FARTHEST.days)


@signed_in
@require_GET
def turning(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    until, problem = until_asked(request, today)
    day = day_asked(request.GET, "day")
    found = turning_for(request.viewer, until, today=today)
    units = found.by_unit(day)
    context = {
        "found": found,
        "units": units,
        "bars": drawn(
            (label or say("未分派"), len(turns), f"#{ref or 'none'}")
            for (ref, label), turns in list(units.items())[:MOST_BARS]
        ),
        "day": day,
        "problem": problem,
        "query": request.GET,
        "most": MOST,
        **turning_words(),
    }
    return render(request, "overview/turning.html", context)


def until_asked(request: HttpRequest, today: date) -> tuple[date, Say | None]:
    """The day that was asked for, else the coming Friday; and what was wrong with it."""
    until = day_asked(request.GET, "by")
    if until is None:
        return coming_friday(today), None
    if until <= today:
        return coming_friday(today), NOT_AHEAD
    return (today + FARTHEST, TOO_FAR) if until > today + FARTHEST else (until, None)


def turning_words() -> dict[str, Any]:
    """What the strip and its lists call."""
    return {"turn_url": turn_url, "kind_names": KINDS}


def turn_url(turn: Turn) -> str:
    """A measure is shown on the page of its finding."""
    if turn.kind == "measure":
        whole, _dash, number = turn.ref.rpartition("-")
        return f"{reverse('finding', kwargs={'ref': whole})}#measure-{number}"
    return reverse(turn.kind, kwargs={"ref": turn.ref})

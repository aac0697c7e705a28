"""The board: every request of the round with who has the ball, and what is pressing first."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from bihuan.desk.forms import board as asked
from bihuan.desk.models import Request
from bihuan.desk.queries import board as queries
from bihuan.desk.views.plans import chosen_round
from bihuan.desk.views.request_words import request_words
from bihuan.people.gate import signed_in
from bihuan.people.queries import units_for
from bihuan.people.viewer import Viewer
from bihuan.rules.people import Role, lies_in
from bihuan.rules.request import KINDS, Party, Status
from bihuan.trail.answers import words


@signed_in
@require_GET
def desk(request: HttpRequest) -> HttpResponse:
    viewer, now, round = request.viewer, timezone.now(), chosen_round(request)
    if round is None:
        return render(request, "desk/board.html", {"round": None})
    wanted = asked.wanted(request.GET)
    counts = queries.counts_for(viewer, round, wanted, now=now)
    page = Paginator(queries.board_for(viewer, round, wanted, now=now), queries.PER_PAGE)
    shown = page.get_page(request.GET.get("page"))
    rows = list(shown.object_list)
    context = {
        "round": round,
        "page": shown,
        "groups": groups(rows, by_hand=not wanted.sort),
        "may_accept": {row.pk for row in rows if may_accept(row, viewer)},
        "wanted": wanted,
        "counts": counts,
        "statuses": [status.value for status in Status],
        "parties": [party.value for party in Party],
        "kinds": {kind.value: words(name) for kind, name in KINDS.items()},
        "units": list(units_for(viewer)),
        "query": request.GET,
        **request_words(),
    }
    return render(request, "desk/board.html", context)


def groups(rows: list[Request], *, by_hand: bool) -> list[dict[str, Any]]:
    """The rows under whoever has the ball; in one group where another order was asked for."""
    if not by_hand:
        return [{"holder": None, "rows": rows}] if rows else []
    found: list[dict[str, Any]] = []
    for row in rows:
        if not found or found[-1]["holder"] != row.holder:
            found.append({"holder": row.holder, "rows": []})
        found[-1]["rows"].append(row)
    return found


def may_accept(row: Request, viewer: Viewer) -> bool:
    """Whether this person can accept it right here on the board."""
    own = (post.path for post in viewer.posts if post.role in (Role.HEAD, Role.HANDLER))
    path = row.lead_unit.path if row.lead_unit else ""
    return row.status == Status.ASSIGNED and any(lies_in(path, above) for above in own)

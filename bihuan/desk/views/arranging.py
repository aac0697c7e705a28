"""Who gets past the door of a page about interviews? The two arrangers; for everybody else there is no such page.

What they are shown is kept by no browser and no proxy, and each time a name is shown the trail gets a line.
"""

from collections.abc import Callable, Iterable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control

from bihuan.desk.actions.looking import Page, look
from bihuan.desk.models import Interview
from bihuan.desk.queries.arrangers import arranged_round
from bihuan.desk.queries.interviewees import Seen, opened
from bihuan.people.gate import signed_in
from bihuan.rounds.models import Round

View = Callable[..., HttpResponse]


def arranger_only(view: View) -> View:
    """The view, given the round; 404 for anybody who does not arrange its interviews."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        ref = kwargs.pop("round", "") or request.GET.get("round", "")
        response = view(request, arranged_round(request.viewer, str(ref)), *args, **kwargs)
        patch_cache_control(response, no_store=True, private=True)
        return response

    return signed_in(guarded)


def shown(request: HttpRequest, round: Round, rows: Iterable[Interview], page: Page) -> list[Seen]:
    """The interviews with their names, and a line in the trail where there is one to see."""
    found = opened(rows, round, timezone.localdate())
    if any(each.person for each in found):
        look(round, page, by=request.viewer, at=timezone.now())
    return found

"""What happens when one form is sent twice? It acts once: a double click or a retry gets the first answer.

Every form carries a token (`ui.tokens()`), which the first sender claims before anything is done. A second sender waits
for the first and is then taken where the first was taken. A form that was refused (422, 409 …) or only led to the next
page of a dialogue gives its token back and may be sent again. Should the server die between the write and the answer,
the token stays claimed, and a retry is told to look before sending again: rather not twice than not once.
"""

import time
from collections.abc import Callable

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from bihuan.trail.models import Sent

PATIENCE = 20.0
"""Seconds that a second sender waits for the first."""


class OnceMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable, args: tuple, kwargs: dict) -> HttpResponse | None:
        """Answer a POST with a token here; let everything else pass."""
        token = request.POST.get("once", "")[:64] if request.method == "POST" else ""
        if not token or not request.user.is_authenticated:
            return None
        sent, first = _claim(token, request.user.get_username())
        if not first:
            return _answer_again(request, sent)
        try:
            response = view(request, *args, **kwargs)
        except BaseException:
            sent.delete()
            raise
        if not _acted(request, response):
            sent.delete()
            return response
        sent.acted, sent.location = True, response.headers.get("Location", "")[:500]
        sent.save(update_fields=["acted", "location"])
        return response


def _claim(token: str, account: str) -> tuple[Sent, bool]:
    """The token's row, and whether this request is the first to bring it. Waits while another one is at work."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            with transaction.atomic():
                return Sent.objects.create(token=token, account=account, at=timezone.now()), True
        except IntegrityError:
            sent = Sent.objects.filter(token=token).first()
        if sent and (sent.acted or sent.account != account or time.monotonic() > end):
            return sent, False
        time.sleep(0.05)


def _acted(request: HttpRequest, response: HttpResponse) -> bool:
    """A form that acted ends in a redirect, or for htmx in a fragment; anything else shows a form once more."""
    return 300 <= response.status_code < 400 or (response.status_code < 300 and bool(request.htmx))


def _answer_again(request: HttpRequest, sent: Sent) -> HttpResponse:
    """Take the second sender to where the first one was taken; a token of somebody else leads nowhere."""
    if sent.account != request.user.get_username():
        return HttpResponse(status=409)
    if not sent.acted:
        messages.warning(request, _("上一次提交还没有结果。请先看清现在的状态，需要时再办一次。"))
    place = sent.location or request.headers.get("HX-Current-URL") or request.headers.get("Referer") or "/"
    if request.htmx:
        return HttpResponse(headers={"HX-Redirect": place})
    return HttpResponse(status=303, headers={"Location": place})

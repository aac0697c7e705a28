"""What happens when one form is sent twice? It acts once: a double click or a retry gets the first answer.

Every form carries a token (`ui.tokens()`). The token is kept in the same transaction as the write itself, so the second
sender waits for the first and is then taken where the first was taken. A form that was refused (422, 409 …) or only led
to the next page of a dialogue gives its token back and may be sent again; what a refusal itself recorded stays.
"""

from collections.abc import Callable

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from bihuan.trail.models import Sent

Get = Callable[[HttpRequest], HttpResponse]


class OnceMiddleware:
    def __init__(self, get_response: Get) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable, args: tuple, kwargs: dict) -> HttpResponse | None:
        """Answer a POST with a token here, in one transaction with its token; let everything else pass."""
        token = request.POST.get("once", "")[:64] if request.method == "POST" else ""
        if not token or not request.user.is_authenticated:
            return None
        with transaction.atomic():
            sent, first = _claim(token, request.user.get_username())
            if not first:
                return _answer_again(request, sent)
            response = view(request, *args, **kwargs)
            if not _acted(request, response):
                sent.delete()
            else:
                sent.location = response.headers.get("Location", response.headers.get("HX-Redirect", ""))[:500]
                sent.save(update_fields=["location"])
            return response


def _claim(token: str, account: str) -> tuple[Sent, bool]:
    """The token's row, and whether this request is the first to bring it."""
    try:
        with transaction.atomic():
            return Sent.objects.create(token=token, account=account, at=timezone.now()), True
    except IntegrityError:
        return Sent.objects.get(token=token), False


def _acted(request: HttpRequest, response: HttpResponse) -> bool:
    """A form that acted ends in a redirect, or for htmx in a fragment; anything else shows a form once more."""
    return 300 <= response.status_code < 400 or (response.status_code < 300 and bool(request.htmx))


def _answer_again(request: HttpRequest, sent: Sent) -> HttpResponse:
    """Take the second sender to where the first one was taken; a token of somebody else leads nowhere."""
    if sent.account != request.user.get_username():
        return HttpResponse(status=409)
    place = sent.location or request.headers.get("HX-Current-URL") or request.headers.get("Referer") or "/"
    if request.htmx:
        return HttpResponse(headers={"HX-Redirect": place})
    return HttpResponse(status=303, headers={"Location": place})

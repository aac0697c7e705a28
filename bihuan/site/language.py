"""In which language is this person answered? Their own choice, else this browser's, else the installation's."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone, translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from bihuan.people.actions import change_own_settings
from bihuan.say import Say

COOKIE = "bihuan_language"
A_YEAR = 365 * 24 * 60 * 60


def render(sentence: Say | str) -> str:
    """The sentence in the reader's language, its places filled; sentences inside its values as well."""
    if isinstance(sentence, str):
        return sentence
    values = {name: render(value) if isinstance(value, Say) else value for name, value in sentence.values.items()}
    return translation.gettext(sentence.text).format(**values)


def offered(code: Any) -> str | None:
    """The code, if this installation speaks it."""
    return code if code in dict(settings.LANGUAGES) else None


def chosen(request: HttpRequest) -> str:
    account = getattr(getattr(request, "viewer", None), "account", None)
    return (
        offered(getattr(account, "language", None))
        or offered(request.COOKIES.get(COOKIE))
        or offered(settings.DEFAULT_LANGUAGE)
        or settings.LANGUAGES[0][0]
    )


class LanguageMiddleware:
    """Answers each request in the language chosen for it, and says which one that was."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        code = chosen(request)
        with translation.override(code):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", code)
        return response


@require_POST
def switch(request: HttpRequest) -> HttpResponse:
    """Keep the choice with the account, if there is one, and in this browser; go back to the same page."""
    back = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
        back = "/"
    response = HttpResponseRedirect(back)
    if code := offered(request.POST.get("language")):
        remember(request, code)
        response.set_cookie(COOKIE, code, max_age=A_YEAR, samesite="Lax", secure=request.is_secure(), httponly=True)
    return response


def remember(request: HttpRequest, code: str) -> None:
    if viewer := getattr(request, "viewer", None):
        change_own_settings(phone=viewer.account.phone, language=code, by=viewer, at=timezone.now())

"""Who gets past the door of a page? Somebody signed in, whose first password has been changed; or the office alone.

Every view of every app wears `signed_in`. There is no middleware for this: a page without the decorator is public,
and a house test walks every address as somebody not signed in.
"""

from collections.abc import Callable
from functools import wraps
from urllib.parse import urlencode, urlsplit

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

View = Callable[..., HttpResponse]


def signed_in(view: View) -> View:
    """The view for a viewer; anybody else is taken to the sign-in page and afterwards back."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not request.viewer:
            return to_sign_in(request)
        if request.viewer.account.must_change_password and request.resolver_match.url_name != "password":
            return go(request, f"{reverse('password')}?{urlencode({'next': _page(request)})}")
        return view(request, *args, **kwargs)

    return guarded


def office_only(view: View) -> View:
    """The view for somebody of the office; anybody else who is signed in gets 403."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not request.viewer.is_office:
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return signed_in(guarded)


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """To the sign-in page, which leads back here; a fragment leads back to the page that asked for it."""
    return go(request, f"{reverse('sign_in')}?{urlencode({'next': _page(request)})}")


def _page(request: HttpRequest) -> str:
    """The address of the page that this request belongs to."""
    if request.htmx:
        return urlsplit(request.htmx.current_url_abs_path or "/")._replace(fragment="").geturl()
    return request.get_full_path()


def go(request: HttpRequest, address: str) -> HttpResponse:
    """The whole page goes to `address`, also when htmx asked for a fragment."""
    if request.htmx:
        return HttpResponse(headers={"HX-Redirect": address})
    return redirect(address)

"""How do the tests draw a piece of a page? `draw("{{ ui.tag('x') }}")` → the text, with the page parts at hand."""

import re
from types import SimpleNamespace

from django.http import HttpRequest
from django.template import engines
from django.test import RequestFactory
from django.urls import include, path

from bihuan.site import language

PARTS = '{% import "site/parts.html" as ui with context %}'


def nothing(request, **kwargs):
    """A view that is never called: only its address matters here."""


# The addresses that the frame speaks of, so that its tests do not need the whole site.
urlpatterns = [
    path("", nothing, name="today"),
    path("language/", language.switch, name="language"),
    path("rounds/<str:ref>/", nothing, name="round"),
    path("", include([path(f"{name}/", nothing, name=name) for name in ("ledger", "desk", "rounds", "review")])),
    path("", include([path(f"{name}/", nothing, name=name) for name in ("dispatch", "holding", "letters")])),
    path("", include([path(f"{name}/", nothing, name=name) for name in ("people", "trail", "reminders")])),
    path("", include([path(f"{name}/", nothing, name=name) for name in ("search", "me", "sign_out")])),
]


def request_of(address: str = "/", viewer: object = None) -> HttpRequest:
    request = RequestFactory().get(address)
    request.viewer = viewer
    return request


def person(*, sees_all: bool = False, is_office: bool = False) -> SimpleNamespace:
    """Somebody at a page, as far as the frame looks at them."""
    return SimpleNamespace(
        account=SimpleNamespace(pk=7, name="周明岚", language=""),
        organisation=SimpleNamespace(name="中共云岭县委"),
        post_words="县委巡视整改办公室 主任",
        roles=frozenset(),
        sees_all=sees_all,
        is_office=is_office,
    )


def draw(source: str, request: HttpRequest | None = None, **values: object) -> str:
    """The template's text, each run of white space as one space, and none between tags."""
    drawn = engines["jinja2"].from_string(source).render(values, request)
    return " ".join(drawn.split()).replace("> <", "><")


def part(call: str, **values: object) -> str:
    """One call of a page part: `part('ui.tag("重点关注")')`."""
    return draw(f"{PARTS}{{{{ {call} }}}}", **values)


def icon(name: str) -> str:
    return f'<svg class="icon" aria-hidden="true"><use href="/static/icons.svg#{name}"></use></svg>'


def words(drawn: str) -> str:
    """What is left for a reader when the marks are gone."""
    return " ".join(re.sub(r"<[^>]+>", " ", drawn).split())

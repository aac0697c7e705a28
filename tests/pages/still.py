"""How are the scripts tried without a server? Drawn pages are answered from here, under the real safety policy.

    with still(browser, {"/": LIST}) as page: …

`page.sent` lists the forms that were posted, as (address, text).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from csp.utils import build_policy
from django.test import override_settings
from playwright.sync_api import Browser, Page, Route

import bihuan.site
from tests.site.drawing import PARTS, draw, person, request_of

DIST = Path(bihuan.site.__file__).parent / "assets" / "dist"
KINDS = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
HOME = "http://bihuan.test"


def drawn(content: str) -> str:
    """A whole page with this content, as the frame draws it for somebody who is signed in."""
    source = '{% extends "site/page.html" %}' + PARTS + "{% block title %}台账{% endblock %}"
    source += f"{{% block content %}}{content}{{% endblock %}}"
    with override_settings(ROOT_URLCONF="tests.site.drawing"), patch("bihuan.site.page.rounds_for", no_rounds):
        return draw(source, request_of("/", person()))


def sign_in() -> str:
    """The sign-in page, as far as the scripts tell it from others: there is nobody on it."""
    with override_settings(ROOT_URLCONF="tests.site.drawing"):
        return draw('{% extends "site/page.html" %}{% block title %}登录{% endblock %}', request_of("/sign-in/"))


def error() -> str:
    with override_settings(ROOT_URLCONF="tests.site.drawing"):
        return draw('{% extends "site/error.html" %}', request_of("/sent/"), status=403)


class NoRounds(list):
    def prefetch_related(self, *names: None) -> "NoRounds":
        return self


def no_rounds(viewer: object) -> NoRounds:
    return NoRounds()


@contextmanager
def still(browser: Browser, pages: dict[str, str], answers: dict[str, dict] | None = None) -> Iterator[Page]:
    """A browser before these pages. `answers` are what posts and fragments get, as for `route.fulfill`."""
    faults: list[str] = []
    context = browser.new_context(viewport={"width": 1440, "height": 900}, base_url=HOME, locale="zh-CN")
    context.set_default_timeout(5_000)
    page = context.new_page()
    page.sent = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if "Content Security Policy" in said.text else None)
    context.route("**/*", lambda route: answer(route, pages, answers or {}, page.sent))
    page.goto("/")
    yield page
    context.close()
    assert faults == []


def answer(route: Route, pages: dict[str, str], answers: dict[str, dict], sent: list) -> None:
    address = route.request.url.removeprefix(HOME).partition("?")[0]
    if address.startswith("/static/"):
        file = DIST / address.removeprefix("/static/")
        return route.fulfill(body=file.read_bytes(), content_type=KINDS[file.suffix])
    if route.request.method == "POST":
        sent.append((address, route.request.post_data or ""))
    if address in answers and (route.request.method == "POST" or address not in pages):
        return route.fulfill(**answers[address])
    policy = {"Content-Security-Policy": build_policy()}
    return route.fulfill(body=pages.get(address, ""), content_type="text/html; charset=utf-8", headers=policy)

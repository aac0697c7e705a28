"""Is each person answered in the language they chose?"""

from types import SimpleNamespace

import pytest
from django.http import HttpResponse
from django.test import RequestFactory, override_settings
from django.utils import translation

from bihuan.people.viewer import viewer_of
from bihuan.say import say
from bihuan.site.language import COOKIE, LanguageMiddleware, render, switch
from tests.site.drawing import request_of


def answered(account_language: str | None = None, cookie: str | None = None) -> tuple[str, str]:
    """The language in which the view ran, and the one that the answer names."""
    viewer = account_language is not None and SimpleNamespace(account=SimpleNamespace(language=account_language))
    request = request_of("/", viewer or None)
    request.COOKIES = {COOKIE: cookie} if cookie else {}
    response = LanguageMiddleware(lambda _: HttpResponse(translation.get_language()))(request)
    return response.content.decode(), response["Content-Language"]


@pytest.mark.parametrize(
    ("account", "cookie", "language"),
    [
        ("en", "zh-hans", "en"),
        ("", "en", "en"),
        (None, "en", "en"),
        (None, None, "zh-hans"),
        ("tlh", "<script>", "zh-hans"),
    ],
)
def test_the_account_decides_then_the_browser_then_the_installation(account, cookie, language):
    assert answered(account, cookie) == (language, language)


@override_settings(DEFAULT_LANGUAGE="en")
def test_the_installation_may_speak_english():
    assert answered() == ("en", "en")


def test_a_sentence_is_filled_with_values_and_with_other_sentences():
    inner = say("第 {row} 行", row=12)

    assert render(say("{where}没有问题内容。", where=inner)) == "第 12 行没有问题内容。"
    assert render("已经是文字") == "已经是文字"


def post(**data: str) -> HttpResponse:
    request = RequestFactory().post("/language/", data)
    request.viewer = None
    return switch(request)


def test_the_choice_is_kept_in_the_browser_and_leads_back_to_the_same_page():
    response = post(language="en", next="/ledger/?page=2")

    assert (response.status_code, response["Location"]) == (302, "/ledger/?page=2")
    assert response.cookies[COOKIE].value == "en"


@pytest.mark.parametrize("next_", ["https://example.org/", "//example.org", "javascript:alert(1)", ""])
def test_a_strange_address_leads_home(next_):
    assert post(language="en", next=next_)["Location"] == "/"


def test_an_unknown_language_changes_nothing():
    assert COOKIE not in post(language="tlh", next="/").cookies


def test_only_a_form_changes_the_language():
    assert switch(RequestFactory().get("/language/?language=en")).status_code == 405


def test_a_person_who_is_signed_in_keeps_the_choice_on_every_computer(cast):
    request = RequestFactory().post("/language/", {"language": "en", "next": "/"})
    request.viewer = viewer_of(cast.head)
    switch(request)
    cast.head.refresh_from_db()

    assert cast.head.language == "en"

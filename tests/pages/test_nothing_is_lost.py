"""Is what somebody wrote still there after a reload, a lost session, a double click or a way out by mistake?"""

import pytest

from tests.pages.still import drawn, error, sign_in, still

FORM = drawn(
    """<form method="post" action="/sent/" data-draft="plan">
    <textarea name="goal"></textarea><input type="password" name="secret"><button>报送</button></form>"""
)
DONE = drawn("已报送")
SIGN_IN, ERROR = sign_in(), error()


@pytest.fixture
def opened(browser):
    """Opens the form; `after` is the page that answers when it is sent."""
    contexts = []

    def opened(after: str = DONE):
        contexts.append(still(browser, {"/": FORM, "/sent/": after, "/sign-in/": SIGN_IN}))
        return contexts[-1].__enter__()

    yield opened
    for context in contexts:
        context.__exit__(None, None, None)


def leave(page, asked: list) -> None:
    """Goes away and says yes to every question."""
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto("/sent/")


def test_leaving_a_changed_form_asks(opened):
    page, asked = opened(), []
    page.click("textarea")
    page.keyboard.type("三月底前拨付")
    leave(page, asked)

    assert asked == ["beforeunload"]


def test_leaving_an_untouched_or_a_sent_form_does_not_ask(opened):
    page, asked = opened(), []
    page.click("textarea")
    leave(page, asked)
    page.goto("/")
    page.fill("textarea", "三月底前拨付")
    page.click("main button")
    page.wait_for_url("**/sent/")

    assert asked == []


def test_a_draft_comes_back_and_can_be_cleared(opened):
    page = opened()
    page.on("dialog", lambda dialog: dialog.accept())
    page.fill("textarea", "三月底前拨付")
    page.fill("[name=secret]", "not to be kept")
    page.reload()
    assert (page.input_value("textarea"), page.input_value("[name=secret]")) == ("三月底前拨付", "")
    page.click(".draft-line button")
    page.reload()
    assert (page.input_value("textarea"), page.locator(".draft-line").count()) == ("", 0)


@pytest.mark.parametrize(("after", "left"), [(DONE, ""), (SIGN_IN, "三月底前拨付"), (ERROR, "三月底前拨付")])
def test_a_draft_goes_only_when_the_server_has_taken_the_form(opened, after, left):
    page = opened(after)
    page.fill("textarea", "三月底前拨付")
    page.click("main button")
    page.wait_for_url("**/sent/")
    page.goto("/")

    assert page.input_value("textarea") == left


def test_signing_out_takes_the_drafts_along(opened):
    page = opened()
    page.on("dialog", lambda dialog: dialog.accept())
    page.fill("textarea", "三月底前拨付")
    page.click("details.menu summary")
    page.click("[data-forget-drafts] button")
    page.wait_for_url("**/sign_out/")

    assert page.evaluate("localStorage.length") == 0


def test_a_double_click_sends_once_and_shows_that_it_was_pressed(opened):
    page = opened()
    page.fill("textarea", "三月底前拨付")
    page.evaluate("document.querySelector('main form').addEventListener('submit', () => window.pressed = true)")
    page.dblclick("main button")
    page.wait_for_url("**/sent/")

    assert [address for address, _ in page.sent] == ["/sent/"]


TWO = drawn(
    """<div id="part"><form method="post" action="/plan/" data-draft="plan"><textarea name="goal"></textarea></form>
    <form method="post" hx-post="/note/" hx-target="#part" hx-swap="outerHTML" data-draft="note">
    <input name="note"><button>登记</button></form></div>"""
)
PART = TWO[TWO.index('<div id="part">') : TWO.index("</form></div>") + len("</form></div>")]


@pytest.mark.parametrize(("status", "note"), [(200, ""), (422, "已开会"), (500, "已开会")])
def test_a_swap_brings_back_what_was_being_written_beside_it(browser, status, note):
    answers = {"/note/": {"status": status, "body": PART, "content_type": "text/html; charset=utf-8"}}
    with still(browser, {"/": TWO}, answers) as page:
        page.fill("textarea", "三月底前拨付")
        page.fill("[name=note]", "已开会")
        page.click("main button")
        page.wait_for_timeout(300)

        assert (page.input_value("textarea"), page.input_value("[name=note]")) == ("三月底前拨付", note)

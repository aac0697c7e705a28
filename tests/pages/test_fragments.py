"""When a fragment cannot be had, is the person told, and is the page left as it was?"""

import pytest

from tests.pages.still import drawn, sign_in, still

PAGE = drawn('<div id="card">旧</div><button hx-post="/move/" hx-target="#card">认领</button>')
PAGES = {"/": PAGE, "/sign-in/": sign_in()}


def press(page) -> None:
    page.click("main button")
    page.wait_for_timeout(300)


@pytest.mark.parametrize(("status", "shown"), [(200, "新"), (422, "新"), (409, "新"), (403, "旧"), (500, "旧")])
def test_an_answer_and_a_refusal_are_shown_and_a_fault_is_not(browser, status, shown):
    answers = {"/move/": {"status": status, "body": "新", "content_type": "text/html; charset=utf-8"}}
    with still(browser, PAGES, answers) as page:
        press(page)
        assert page.inner_text("#card") == shown
        assert page.locator(".toast-line.error").count() == (1 if shown == "旧" else 0)


def test_a_session_that_has_ended_leads_to_sign_in_and_back(browser):
    with still(browser, PAGES, {"/move/": {"status": 401, "body": ""}}) as page:
        page.click("main button")
        page.wait_for_url("**/sign-in/?next=%2F")


def test_a_fragment_carries_the_proof_that_it_came_from_our_page(browser):
    with still(browser, PAGES, {"/move/": {"body": "新"}}) as page:
        with page.expect_request("**/move/") as asked:
            press(page)
        assert len(asked.value.headers["x-csrftoken"]) == 64


def test_a_toast_goes_away_when_it_is_closed(browser):
    with still(browser, PAGES, {"/move/": {"status": 500, "body": ""}}) as page:
        press(page)
        page.click(".toast-line button")
        assert page.locator(".toast-line").count() == 0

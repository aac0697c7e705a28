"""Can a list be worked through with the keyboard alone?"""

import pytest

from tests.pages.still import drawn, still

LIST = drawn(
    """<form method="post" data-bulk data-unguarded><table class="sheet"><tbody>{% for n in range(1, 5) %}
    <tr><td class="pick"><input type="checkbox" value="{{ n }}"></td>
    <td><a data-row href="/F-{{ n }}/">F-{{ n }}</a></td></tr>
    {% endfor %}</tbody></table></form>"""
)


@pytest.fixture
def page(browser):
    with still(browser, {"/": LIST, "/F-2/": drawn("第二条")}) as page:
        yield page


def in_focus(page) -> str:
    return page.evaluate("document.activeElement.textContent || document.activeElement.name")


def test_a_slash_leads_to_the_search_and_is_then_only_a_slash(page):
    page.keyboard.press("/")
    page.keyboard.type("j/")

    assert (in_focus(page), page.input_value("[data-search]")) == ("q", "j/")


def test_j_and_k_walk_the_rows_and_stop_at_the_ends(page):
    walked = []
    for key in "jjjjjkk":
        page.keyboard.press(key)
        walked.append(in_focus(page))

    assert walked == ["F-1", "F-2", "F-3", "F-4", "F-4", "F-3", "F-2"]


def test_enter_opens_the_row(page):
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/F-2/")


def test_x_chooses_the_row_and_lets_it_go(page):
    page.keyboard.press("j")
    page.keyboard.press("x")
    assert page.is_checked("[value='1']")
    page.keyboard.press("x")
    assert not page.is_checked("[value='1']")


def test_a_question_mark_shows_the_keys_and_they_can_be_switched_off(page):
    page.keyboard.press("?")
    page.uncheck("[data-keys-switch]")
    page.keyboard.press("Escape")
    page.keyboard.press("j")

    assert not page.is_visible("#keys")
    assert in_focus(page) != "F-1"


def test_a_menu_closes_on_escape_and_on_a_click_elsewhere(page):
    menu = page.locator("details.menu")
    menu.locator("summary").click()
    assert menu.get_attribute("open") is not None
    page.keyboard.press("Escape")
    assert menu.get_attribute("open") is None
    menu.locator("summary").click()
    page.click("h1")
    assert menu.get_attribute("open") is None

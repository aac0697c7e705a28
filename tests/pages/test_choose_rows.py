"""Does a list say how many rows are chosen, before something is done to them?"""

import pytest

from tests.pages.still import drawn, still

LIST = drawn(
    """<form method="post" data-bulk><table class="sheet">
    <thead><tr><th class="pick"><input type="checkbox" data-choose-all></th></tr></thead>
    <tbody>{% for n in range(1, 6) %}<tr><td class="pick"><input type="checkbox" value="{{ n }}"></td></tr>
    {% endfor %}</tbody>
    </table><div class="bulk-bar"><b data-count></b><button>指派</button></div></form>"""
)


@pytest.fixture
def page(browser):
    with still(browser, {"/": LIST}) as page:
        yield page


def chosen(page) -> list[str]:
    return page.eval_on_selector_all("tbody :checked", "boxes => boxes.map(box => box.value)")


def test_the_bar_appears_with_the_first_row_and_goes_with_the_last(page):
    seen = [page.is_visible(".bulk-bar")]
    for _ in range(2):
        page.click("[value='2']")
        seen.append(page.is_visible(".bulk-bar"))

    assert seen == [False, True, False]


def test_it_counts(page):
    page.click("[value='2']")
    page.click("[value='4']")

    assert page.inner_text("[data-count]") == "已选 2 项"
    assert page.eval_on_selector("[data-choose-all]", "box => [box.checked, box.indeterminate]") == [False, True]


def test_one_box_chooses_all_and_none(page):
    page.click("[data-choose-all]")
    assert chosen(page) == ["1", "2", "3", "4", "5"]
    page.click("[data-choose-all]")
    assert chosen(page) == []


def test_shift_chooses_everything_between(page):
    page.click("[value='2']")
    page.click("[value='4']", modifiers=["Shift"])

    assert chosen(page) == ["2", "3", "4"]

"""Does a table read well on a leader's phone, where each row becomes a card?"""

from tests.pages.still import drawn, still

TABLE = drawn(
    """<table class="sheet"><thead><tr><th>编号</th><th>问题</th><th>{{ ui.icon("flag") }} 时限</th></tr></thead>
    <tbody><tr><td class="ref">F-001</td><td class="text">资金滞留</td><td>2026-03-31</td></tr></tbody></table>"""
)


def test_each_cell_is_named_after_its_column(browser):
    with still(browser, {"/": TABLE}) as page:
        page.set_viewport_size({"width": 390, "height": 844})

        assert page.eval_on_selector_all("td", "cells => cells.map(cell => cell.dataset.label ?? '')") == [
            "",
            "",
            "时限",
        ]
        assert page.eval_on_selector("td:last-child", "cell => getComputedStyle(cell, '::before').content") == '"时限"'


def test_nothing_is_wider_than_the_phone(browser):
    with still(browser, {"/": TABLE}) as page:
        page.set_viewport_size({"width": 320, "height": 640})

        assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_the_rail_is_a_bar_of_four_at_the_bottom(browser):
    with still(browser, {"/": TABLE}) as page:
        page.set_viewport_size({"width": 390, "height": 844})
        bar = page.locator(".rail").bounding_box()

        assert page.locator(".rail a:visible").all_inner_texts() == ["今日", "台账", "联络台", "审核"]
        assert round(bar["y"] + bar["height"]) == 844

"""Does a page tell what just happened, and offer to take it back?"""

import re
from types import SimpleNamespace

from tests.site.drawing import part


def toast(**message: str) -> str:
    told = SimpleNamespace(**{"level_tag": "success", "message": "已交给松河镇。", "extra_tags": ""} | message)
    return part("ui.toasts()", messages=[told])


def test_a_toast_says_what_happened():
    drawn = toast()

    assert "<span>已交给松河镇。</span>" in drawn
    assert "<form" not in drawn


def test_a_toast_that_knows_the_way_back_offers_it_once():
    drawn = toast(extra_tags="/ledger/undo/4/")

    assert re.search(r'<form method="post" action="/ledger/undo/4/" data-unguarded>', drawn)
    assert re.search(r'name="once" value="[\w-]{22}"', drawn)
    assert '<button class="btn-undo">撤销</button>' in drawn


def test_a_tag_that_is_no_address_offers_nothing():
    assert "<form" not in toast(extra_tags="safe")


def test_a_fragment_adds_its_toasts_to_the_page():
    assert part("ui.toasts(swap=true)").startswith(
        '<div id="toasts" class="toasts" role="status" hx-swap-oob="beforeend">'
    )

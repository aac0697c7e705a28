"""Do the parts around a list keep its filters, its order and its place?"""

import re

from django.core.paginator import Paginator
from django.http import QueryDict

from tests.site.drawing import icon, part, words


def test_the_chosen_filter_is_marked_for_everybody():
    items = [
        {"label": "全部", "count": 12, "url": "?", "active": True},
        {"label": "逾期", "count": None, "url": "?late=1", "active": False},
    ]

    assert part("ui.chips(items)", items=items) == (
        '<nav class="chips" aria-label="筛选">'
        '<a class="chip" href="?" aria-current="true">全部 <span class="count">12</span></a>'
        '<a class="chip" href="?late=1">逾期</a></nav>'
    )


def test_a_second_click_on_a_column_turns_the_order_round():
    query = QueryDict("unit=3&sort=due&page=4")

    assert part('ui.sort_header("时限", "due", query)', query=query) == (
        '<th scope="col" aria-sort="ascending">'
        f'<a class="sort" href="?unit=3&amp;sort=-due">时限{icon("caret-up-fill")}</a></th>'
    )
    assert part('ui.sort_header("编号", "ref", query, "num")', query=query) == (
        '<th scope="col" class="num"><a class="sort" href="?unit=3&amp;sort=ref">编号</a></th>'
    )


def test_the_pages_of_a_list_keep_its_filters():
    page = Paginator(range(1234), 50).page(3)
    drawn = part("ui.pager(page, query)", page=page, query=QueryDict("unit=3&page=3"))

    assert words(drawn) == "第 101–150 条，共 1234 条 上一页 1 2 3 4 5 … 25 下一页"
    assert re.findall(r'href="([^"]+)"', drawn)[:2] == ["?unit=3&amp;page=2", "?unit=3&amp;page=1"]


def test_a_short_list_has_only_a_count_and_an_empty_one_nothing():
    short, empty = (Paginator(range(n), 50).page(1) for n in (2, 0))

    assert words(part("ui.pager(page, {})", page=short)) == "第 1–2 条，共 2 条"
    assert part("ui.pager(page, {})", page=empty) == ""


def test_an_empty_page_says_what_to_do():
    assert words(part('ui.empty("还没有问题", "请先导入反馈意见。", "/import/", "导入")')) == (
        "还没有问题 请先导入反馈意见。 导入"
    )

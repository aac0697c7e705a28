"""Is a mistake in a template found, and is an address changed in one place only?"""

import pytest
from django.http import QueryDict
from jinja2 import UndefinedError

from bihuan.site.jinja import with_query
from tests.site.drawing import draw


def test_a_name_that_is_not_there_is_false_when_asked_about():
    assert draw("{{ 1 if nobody else 2 }} {{ [] | first | default('none') }}") == "2 none"


@pytest.mark.parametrize("source", ["{{ nobody }}", "{{ nobody.name }}", "{% for x in nobody %}{% endfor %}"])
def test_a_name_that_is_not_there_is_an_error_when_shown(source):
    with pytest.raises(UndefinedError):
        draw(source)


def test_what_comes_from_people_is_escaped():
    assert draw("{{ text }}", text="<script>") == "&lt;script&gt;"


@pytest.mark.parametrize(
    ("changes", "address"),
    [
        ({}, "?unit=1&unit=2&page=3"),
        ({"page": 4}, "?unit=1&unit=2&page=4"),
        ({"page": None, "unit": None}, "?"),
        ({"q": "资金 & 监管"}, "?unit=1&unit=2&page=3&q=%E8%B5%84%E9%87%91+%26+%E7%9B%91%E7%AE%A1"),
    ],
)
def test_an_address_keeps_everything_but_what_is_changed(changes, address):
    query = QueryDict("unit=1&unit=2&page=3")

    assert with_query(query, **changes) == address
    assert query.urlencode() == "unit=1&unit=2&page=3"


def test_a_plain_mapping_serves_as_well():
    assert with_query({"unit": "1"}, page=2) == "?unit=1&page=2"

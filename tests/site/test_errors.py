"""Does a page that cannot be given say what happened and what to do?"""

import re

import pytest

from bihuan.site import errors
from tests.site.drawing import draw, request_of

pytestmark = pytest.mark.usefixtures("addresses")
HANDLERS = {
    400: errors.bad_request,
    403: errors.forbidden,
    404: errors.not_found,
    500: errors.fault,
}


@pytest.fixture
def addresses(settings):
    settings.ROOT_URLCONF = "tests.site.drawing"


@pytest.mark.parametrize("status", HANDLERS)
def test_each_has_its_status_one_sentence_and_a_way_on(status):
    response = HANDLERS[status](request_of("/nowhere/"))
    drawn = response.content.decode()

    assert response.status_code == status
    assert re.search(r"data-error>\s*<p>[^<]{10,}。</p>", drawn)
    assert f"代码 {status}" in drawn
    assert 'href="/"' in drawn


def test_a_form_left_open_over_a_new_sign_in_is_told_to_reload():
    response = errors.stale_form(request_of("/ledger/"), reason="CSRF token incorrect")

    assert (response.status_code, "刷新" in response.content.decode()) == (403, True)


def test_a_fault_is_told_without_asking_the_database():
    class Broken:
        def __getattr__(self, name):
            raise RuntimeError(name)

    assert errors.fault(request_of("/", viewer=Broken())).status_code == 500


@pytest.mark.parametrize("status", [409, 422])
def test_a_refusal_may_be_a_page_of_its_own(status):
    own = draw('{% extends "site/error.html" %}', status=status, text="措施二还没有佐证。")
    usual = draw('{% extends "site/error.html" %}', status=status)

    assert "<p>措施二还没有佐证。</p>" in own
    assert "请返回上一页" in usual

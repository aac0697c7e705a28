"""The page of the notice: rows with what must be looked at, kept out by the office, decided on by the first."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bihuan.dispatch.models import NoticeFrame, PublicWording, Withholding
from bihuan.people.viewer import viewer_of
from bihuan.rules.notice import PLAIN
from tests.cast import Cast
from tests.dispatch.made import copied
from tests.ledger.conftest import Walk

PAGE = "/notices/R1/society/"
ROW = f"{PAGE}F-001/"
ASKED = {"part": "whole", "ground": "case", "reason": "正在初核"}


def text_of(answer) -> str:
    return " ".join(answer.content.decode().split())


def test_the_office_words_a_row_and_its_finds_are_marked(walk: Walk, as_office):
    walk.closed()
    sent = {"text": "", "result": "退回3万元，电话13812345678。"}
    assert as_office.post(f"{ROW}wording/", sent).url == ROW
    assert PublicWording.objects.get().result == "退回3万元，电话13812345678。"
    page = text_of(as_office.get(ROW))
    assert '<mark title="电话">13812345678</mark>' in page
    assert '<mark title="金额">3万元</mark>' in page
    assert "电话 13812345678" in text_of(as_office.get(PAGE))


def test_the_office_asks_and_the_first_decides_on_the_same_page(walk: Walk, as_office, as_first):
    walk.closed()
    assert as_office.post(f"{ROW}withhold/", {"part": "whole"}).status_code == 422
    assert as_office.post(f"{ROW}withhold/", ASKED).url == ROW
    assert as_office.post(f"{ROW}approve/", {"note": "同意"}).status_code == 403
    assert as_first.post(f"{ROW}approve/", {"note": ""}).status_code == 422
    assert as_first.post(f"{ROW}approve/", {"note": "领导小组会议研究"}).url == ROW
    assert Withholding.objects.get().status == "approved"
    assert "已同意不公开" in text_of(as_office.get(PAGE))
    assert as_first.post(f"{ROW}withdraw/", {"note": "不再敏感"}).status_code == 403
    assert as_office.post(f"{ROW}withdraw/", {"note": "案件已经公布"}).url == ROW
    assert as_office.post(f"{ROW}dance/", {"note": ""}).status_code == 404


def test_the_frame_is_saved_and_a_period_that_ends_before_it_begins_is_refused(walk: Walk, as_office, as_supervisor):
    walk.closed()
    sent = {"wording": PLAIN, "phone": "0000-6121234", "since": "2026-07-01", "until": "2026-07-15"}
    assert as_office.post(f"{PAGE}frame/", sent).url == PAGE
    assert NoticeFrame.objects.get().phone == "0000-6121234"
    assert as_office.post(f"{PAGE}frame/", {**sent, "until": "2026-06-01"}).status_code == 422
    assert as_supervisor.post(f"{PAGE}frame/", sent).status_code == 403
    assert as_office.post(f"{PAGE}publish/", {}).status_code == 422


@pytest.mark.parametrize("who", ["leader", "head", "handler", "stranger"])
def test_for_whoever_does_not_oversee_the_whole_there_is_no_page(cast: Cast, walk: Walk, who: str, request):
    walk.closed()
    client = request.getfixturevalue(f"as_{who}")
    assert (client.get(PAGE).status_code, client.get(ROW).status_code) == (404, 404)
    assert client.post(f"{ROW}withhold/", ASKED).status_code == 404
    assert not viewer_of(getattr(cast, who)).sees_all


def test_what_is_not_there_is_not_found(walk: Walk, as_office):
    walk.closed()
    wrong = ("/notices/R1/everybody/", "/notices/R9/society/", f"{PAGE}F-999/")
    assert [as_office.get(address).status_code for address in wrong] == [404, 404, 404]


def test_the_page_costs_the_same_at_one_row_and_at_fifty(walk: Walk, as_office):
    finding = walk.closed()
    costs = []
    for more in (0, 49):
        copied(finding, more)
        for address in (PAGE, ROW):
            with CaptureQueriesContext(connection) as queries:
                assert as_office.get(address).status_code == 200
            costs.append(len(queries))
    assert costs[:2] == costs[2:]

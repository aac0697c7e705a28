"""Visits and meetings on their pages: planned, doubted, confirmed, cancelled, asked for."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bihuan.desk.models import Meeting, Request, Visit
from tests.cast import Cast

SENT = {
    "batch": "1",
    "starts_at": "2099-03-10T09:00",
    "ends_at": "2099-03-10T11:30",
    "led_by": "高组长",
    "transport": "中巴",
    "prepare": "党委会议记录\n会议室一间",
}
MEETING = {"title": "县委常委会", "place": "三楼会议室", "starts_at": "2099-03-11T09:00", "ends_at": "2099-03-11T11:00"}


@pytest.fixture
def sent(cast: Cast, round) -> dict[str, str]:
    return SENT | {"unit": str(cast.town.number), "contact": "handler"}


def test_an_empty_page_says_what_to_do(as_office: Client, as_head: Client, round) -> None:
    assert "还没有延伸巡视" in as_office.get("/desk/visits/").text
    assert "没有到您单位的延伸巡视" in as_head.get("/desk/visits/").text
    assert "还没有列席会议" in as_office.get("/desk/meetings/").text


def test_without_a_round_there_is_nothing_to_plan(cast: Cast, as_office: Client) -> None:
    assert "还没有轮次" in as_office.get("/desk/visits/").text
    assert as_office.get("/desk/visits/new/").url == "/desk/visits/"
    assert as_office.get("/desk/meetings/new/").url == "/desk/meetings/"


def test_a_visit_is_planned_and_shown_to_its_unit(
    as_office: Client, as_head: Client, as_stranger: Client, sent
) -> None:
    answer = as_office.post("/desk/visits/new/", sent)
    assert answer.url == "/desk/visits/V-001/"
    assert "高组长" in as_head.get("/desk/visits/").text
    page = as_head.get("/desk/visits/V-001/").text
    assert "党委会议记录" in page
    assert "修改安排" not in page
    assert as_stranger.get("/desk/visits/V-001/").status_code == 404
    assert "松河镇" not in as_stranger.get("/desk/visits/").text


def test_a_doubt_is_shown_with_the_box_to_confirm_it(as_office: Client, sent) -> None:
    as_office.post("/desk/visits/new/", sent)
    same = sent | {"transport": ""}
    answer = as_office.post("/desk/visits/new/", same)
    assert (answer.status_code, Visit.objects.count()) == (422, 1)
    assert "仍按此安排" in answer.text
    assert "巡视组人员“高组长”相同，时间重叠" in answer.text
    assert as_office.post("/desk/visits/new/", same | {"confirmed": "on"}).url == "/desk/visits/V-002/"
    assert "时间重叠" in as_office.get("/desk/visits/").text


def test_what_cannot_be_has_no_box(cast: Cast, as_office: Client, sent) -> None:
    as_office.post("/desk/visits/new/", sent)
    answer = as_office.post("/desk/visits/new/", sent | {"unit": str(cast.farming.number), "confirmed": "on"})
    assert (answer.status_code, Visit.objects.count()) == (422, 1)
    assert "仍按此安排" not in answer.text.replace("确需如此，请勾选“仍按此安排”", "")


def test_a_visit_is_changed_moved_and_asked_for(as_office: Client, as_head: Client, sent) -> None:
    as_office.post("/desk/visits/new/", sent)
    assert "中巴" in as_office.get("/desk/visits/V-001/edit/").text
    as_office.post("/desk/visits/V-001/edit/", sent | {"transport": "轿车"})
    assert Visit.objects.get().transport == "轿车"
    assert as_office.post("/desk/visits/V-001/ask/").status_code == 302
    assert Request.objects.filter(visit__number=1).count() == 2
    assert "R-001" in as_head.get("/desk/visits/V-001/").text
    assert as_office.post("/desk/visits/V-001/ask/").status_code == 422
    assert as_office.post("/desk/visits/V-001/confirm/", {"note": ""}).status_code == 302
    assert as_office.post("/desk/visits/V-001/cancel/", {"note": ""}).status_code == 422
    assert as_office.post("/desk/visits/V-001/nonsense/").status_code == 404
    assert as_head.post("/desk/visits/V-001/cancel/", {"note": "不便"}).status_code == 403
    assert Visit.objects.get().status == "confirmed"


def test_an_end_before_the_start_is_said_at_the_field(as_office: Client, sent) -> None:
    answer = as_office.post("/desk/visits/new/", sent | {"ends_at": "2099-03-10T08:00"})
    assert answer.status_code == 422
    assert "结束时间应晚于开始时间，请改正。" in answer.text
    assert "党委会议记录" in answer.text, "nothing typed is lost"


def test_a_meeting_is_planned_changed_cancelled_and_resumed(
    cast: Cast, as_office: Client, as_head: Client, as_stranger: Client, round
) -> None:
    sent = MEETING | {"unit": str(cast.town.number)}
    assert as_office.post("/desk/meetings/new/", sent).url == "/desk/meetings/"
    as_office.post("/desk/meetings/C-001/edit/", sent | {"place": "一楼会议室"})
    assert "一楼会议室" in as_head.get("/desk/meetings/").text
    assert "一楼会议室" not in as_stranger.get("/desk/meetings/").text
    refused = as_office.post("/desk/meetings/C-001/cancel/", {"note": " "})
    assert (refused.status_code, "C-001：请写明理由。" in refused.text) == (422, True)
    as_office.post("/desk/meetings/C-001/cancel/", {"note": "会议改期"})
    assert Meeting.objects.get().cancelled
    assert as_office.post("/desk/meetings/C-001/cancel/", {"note": "再次"}).status_code == 409
    as_office.post("/desk/meetings/C-001/resume/")
    assert not Meeting.objects.get().cancelled
    assert as_head.post("/desk/meetings/C-001/cancel/", {"note": "不便"}).status_code == 403


def test_one_room_twice_is_a_doubt_about_a_meeting(cast: Cast, as_office: Client, round) -> None:
    sent = MEETING | {"unit": str(cast.town.number)}
    as_office.post("/desk/meetings/new/", sent)
    other = sent | {"unit": str(cast.farming.number), "title": "县政府常务会"}
    answer = as_office.post("/desk/meetings/new/", other)
    assert (answer.status_code, "房间“三楼会议室”相同，时间重叠" in answer.text) == (422, True)
    assert as_office.post("/desk/meetings/new/", other | {"confirmed": "on"}).status_code == 302


@pytest.mark.parametrize("page", ["visits", "meetings"])
def test_a_list_costs_the_same_at_one_row_and_at_fifty(cast: Cast, as_office: Client, sent, page: str) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert as_office.get(f"/desk/{page}/").status_code == 200
        return len(queries)

    as_office.post("/desk/visits/new/", sent)
    as_office.post("/desk/meetings/new/", MEETING | {"unit": str(cast.town.number)})
    at_one = cost()
    for row in (Visit.objects.get(), Meeting.objects.get()):
        for number in range(2, 51):
            row.pk, row.number = None, number
            row.save()
    assert cost() == at_one <= 12

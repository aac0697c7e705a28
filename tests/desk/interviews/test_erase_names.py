"""The names are gone a set time after the group has left; times and rooms stay, and the number is recorded."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from bihuan.desk.actions.erasure import erase, erase_overdue
from bihuan.desk.actions.interview import plan
from bihuan.desk.models import Interview
from bihuan.people.viewer import viewer_of
from bihuan.rounds.models import Round
from bihuan.site.start import tidy
from bihuan.trail.queries import lines_of, verify
from tests.desk.conftest import done, reason
from tests.desk.interviews.conftest import BAI, Arranging


def left(arranging: Arranging, days: int) -> None:
    """The group left so many days ago."""
    Round.objects.update(leaving_on=timezone.localdate(arranging.at) - timedelta(days=days))
    arranging.round.refresh_from_db()


def kept() -> list[tuple[object, ...]]:
    return list(Interview.objects.values_list("number", "sealed", "likeness", "remark").order_by("number"))


def test_the_server_erases_what_is_overdue_when_it_starts(arranging: Arranging):
    row = arranging.planned(remark="由镇里派车")
    arranging.planned(BAI, "10:15")
    left(arranging, 29)
    assert erase_overdue(arranging.at) == 0
    left(arranging, 30)

    tidy()

    assert kept() == [(1, None, "", ""), (2, None, "", "")]
    fresh = Interview.objects.get(number=1)
    assert (fresh.starts_at, fresh.ends_at, fresh.room_id) == (row.starts_at, row.ends_at, row.room_id)
    line = lines_of(arranging.cast.county.code, "R1")[0]
    assert (line.event, line.actor, line.after) == ("interviews.erased", "system", {"count": 2})
    assert erase_overdue(arranging.at) == 0
    assert list(verify(arranging.cast.county.code))[-1].broken_at is None


@pytest.mark.usefixtures("key")
def test_the_button_erases_once_the_group_has_left(arranging: Arranging, as_arranger: Client, as_office: Client):
    arranging.planned()
    sure = {"sure": "yes"}

    assert as_arranger.post("/desk/interviews/R1/erase/", sure).status_code == 409
    left(arranging, 1)
    assert as_office.post("/desk/interviews/R1/erase/", sure).status_code == 404
    assert as_arranger.post("/desk/interviews/R1/erase/").status_code == 422
    assert as_arranger.post("/desk/interviews/R1/erase/", sure).url == "/desk/interviews/R1/rooms/"
    assert kept() == [(1, None, "", "")]
    assert "已清除" in as_arranger.get("/desk/interviews/R1/1/").content.decode()


def test_what_is_due_to_be_erased_is_shown_to_nobody_and_nothing_new_is_written(
    arranging: Arranging, as_arranger: Client
):
    arranging.planned()
    left(arranging, 30)

    page = as_arranger.get("/desk/interviews/").content.decode()

    assert "韩立秋" not in page
    assert "已到清除日期" in page
    late = plan(arranging.round, [arranging.want(BAI, "14:30")], by=arranging.viewer, at=arranging.at)
    assert reason(late) == "巡视组离开已满期限，谈话名单已经或即将清除，不再登记。"


def test_the_office_may_not_erase_what_it_may_not_see(arranging: Arranging):
    left(arranging, 1)

    assert reason(erase(arranging.round, by=viewer_of(arranging.cast.office), at=arranging.at)) == "这一步不由您办理。"
    assert done(erase(arranging.round, by=arranging.viewer, at=arranging.at)) == 0

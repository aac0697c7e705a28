"""The duty roster: filled for many days at once, changed, and handed over with a note."""

from datetime import date, timedelta

import pytest

from bihuan.desk.actions.duties import put_on_duty
from bihuan.desk.models import Duty
from bihuan.desk.queries.duties import duties_for, month, on_duty
from bihuan.people.viewer import Viewer, viewer_of
from bihuan.trail.models import Line
from tests.cast import NOW, Cast
from tests.desk.clock import a_clock  # noqa: F401
from tests.desk.conftest import done, reason

TODAY = NOW.date()


@pytest.fixture
def roster(round, office: Viewer, cast: Cast) -> list[Duty]:
    done(put_on_duty(round, [cast.handler], ["day"], TODAY, TODAY + timedelta(days=1), by=office, at=NOW))
    return list(Duty.objects.all())


def shift(duty: Duty, what: str) -> str:
    return f"/desk/duties/R1/{duty.on}/{duty.shift}/{duty.account.username}/{what}/"


def test_a_span_of_days_is_filled_at_once_and_nobody_stands_twice(round, as_office, roster):
    sent = {"first": "2026-03-02", "last": "2026-03-04", "shifts": ["day", "night"], "people": ["handler", "office"]}
    assert as_office.post("/desk/duties/R1/put/", sent).status_code == 302
    assert Duty.objects.count() == 12
    line = Line.objects.filter(event="duty.listed").first()
    assert (line.subject, line.after["shift"], line.after["on_duty"]) == ("R1", ["白班", "夜班"], ["吴敏", "陈明"])


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 3, 5), date(2026, 3, 4), "结束日期早于开始日期，请改正其中一个。"),
        (date(2026, 3, 1), date(2026, 6, 1), "一次最多排 62 天，请分几次排。"),
    ],
)
def test_a_span_that_cannot_be_is_refused(round, office: Viewer, cast: Cast, first, last, words):
    assert reason(put_on_duty(round, [cast.handler], ["day"], first, last, by=office, at=NOW)) == words


def test_the_month_shows_every_day_and_who_is_there_today(round, office: Viewer, roster, as_office):
    days = month(office, round, date(2026, 3, 1))
    assert (len(days), [day.on for day in days if day.day]) == (31, [TODAY, TODAY + timedelta(days=1)])
    assert [duty.account.name for duty in on_duty(office, round, TODAY)] == ["吴敏"]
    assert "今天值班" in as_office.get("/desk/duties/?month=2026-03").content.decode()
    assert as_office.get("/desk/duties/?month=2026-99").status_code == 200


def test_the_one_on_duty_leaves_a_note_for_the_next(roster, as_handler, as_head, cast: Cast):
    today, tomorrow = roster
    assert as_handler.post(shift(today, "note"), {"note": "钥匙在值班室抽屉"}).status_code == 302
    today.refresh_from_db()
    assert (today.note, today.noted_at is not None) == ("钥匙在值班室抽屉", True)
    early = as_handler.post(shift(tomorrow, "note"), {"note": "明天的事"})
    assert (early.status_code, "这一班还没有到" in early.content.decode()) == (409, True)
    assert as_head.post(shift(today, "note"), {"note": "改"}).status_code == 404
    assert "钥匙在值班室抽屉" in as_handler.get("/desk/duties/").content.decode()


def test_a_note_does_not_tell_of_who_came(roster, as_handler):
    answer = as_handler.post(shift(roster[0], "note"), {"note": "已劝返来访群众3人"})
    page = answer.content.decode()
    assert (answer.status_code, "不得阻拦群众" in page, "已劝返来访群众3人" in page) == (422, True, True)


def test_a_shift_is_taken_off_unless_it_left_a_note(roster, as_office, as_handler):
    today, tomorrow = roster
    as_handler.post(shift(today, "note"), {"note": "一切正常"})
    assert as_office.post(shift(tomorrow, "drop")).status_code == 302
    assert as_office.post(shift(today, "drop")).status_code == 409
    assert list(Duty.objects.all()) == [today]
    assert Line.objects.get(event="duty.dropped").before["on_duty"] == "吴敏"


def test_only_who_stands_on_the_roster_sees_it(roster, cast: Cast, as_head):
    assert list(duties_for(viewer_of(cast.handler))) == roster
    assert list(duties_for(viewer_of(cast.head))) == []
    assert "吴敏" not in as_head.get("/desk/duties/?month=2026-03").content.decode()
    assert as_head.post("/desk/duties/R1/put/", {}).status_code == 403

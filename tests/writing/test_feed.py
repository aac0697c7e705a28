"""The calendar as a file for phones: read back by the same grammar."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import icalendar

from bihuan.writing.feed import Event, feed

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


def read(content: bytes) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(content).walk("VEVENT"))


def test_an_event_is_read_back_as_it_was() -> None:
    text = "延伸巡视：松河镇，高组长带队；" + "云" * 80
    start, end = NOW, NOW.replace(hour=11)
    [event] = read(feed("闭环", [Event("V-001@yunling", text, start, end, "松河镇", "延伸巡视")], at=NOW))
    assert (event["uid"], event["summary"], event["location"]) == ("V-001@yunling", text, "松河镇")
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (start, end)
    assert str(event.decoded("dtstart").tzinfo) == "UTC"
    assert event.decoded("dtstamp") == NOW


def test_a_moment_has_no_end_and_a_day_is_a_date() -> None:
    moment, day = read(
        feed("闭环", [Event("a", "到期", NOW), Event("b", "值班", date(2026, 3, 2), date(2026, 3, 3))], at=NOW)
    )
    assert "dtend" not in moment
    assert (day.decoded("dtstart"), day.decoded("dtend")) == (date(2026, 3, 2), date(2026, 3, 3))


def test_an_empty_calendar_is_still_a_calendar() -> None:
    content = feed("云岭县 日程", [], at=NOW)
    found = icalendar.Calendar.from_ical(content)
    assert (found["x-wr-calname"], found["version"], str(found["prodid"])) == (
        "云岭县 日程",
        "2.0",
        "-//Bihuan//Desk//ZH",
    )
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT1H" in content

"""When is a request at risk? In the last working hours before its time, as long as nothing was handed in."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bihuan.rules.brief import UNREADY, is_at_risk
from bihuan.rules.request import Status
from bihuan.rules.workdays import Calendar

PLAIN = Calendar()


def clock(day: int, hour: int, minute: int) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=ZoneInfo("Asia/Shanghai"))


FRIDAY = clock(6, 17, 30)


@pytest.mark.parametrize(
    ("now", "at_risk"),
    [
        (clock(6, 10, 59), False),
        (clock(6, 11, 0), True),
        (clock(6, 17, 30), True),
        (clock(6, 17, 31), False),
    ],
)
def test_four_working_hours_before_its_time_it_is_at_risk_and_after_it_is_late(now, at_risk):
    assert is_at_risk(Status.ACCEPTED, FRIDAY, now, PLAIN) is at_risk


def test_a_weekend_between_is_no_working_time():
    monday = clock(9, 9, 30)

    assert is_at_risk(Status.ASSIGNED, monday, clock(6, 14, 30), PLAIN)
    assert not is_at_risk(Status.ASSIGNED, monday, clock(6, 11, 59), PLAIN)


def test_what_was_handed_in_is_not_at_risk():
    now = clock(6, 17, 0)

    assert {status for status in Status if is_at_risk(status, FRIDAY, now, PLAIN)} == UNREADY

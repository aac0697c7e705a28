"""By how much does a date move because the clock stood still?"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bihuan.rules.pauses import Pause, Pauses, pause
from bihuan.rules.workdays import between, is_workday, official

FRIDAY = date(2026, 6, 26)
DAYS = some.dates(date(2026, 1, 1), date(2026, 9, 30))


def test_the_working_days_out_of_hand_come_on_top() -> None:
    found = pause(FRIDAY, date(2026, 6, 22), date(2026, 6, 24), official())
    assert found == Pause(date(2026, 6, 22), date(2026, 6, 24), 2, FRIDAY, date(2026, 6, 30))


def test_a_holiday_out_of_hand_gives_nothing_and_one_on_the_way_takes_nothing() -> None:
    found = pause(date(2026, 9, 30), date(2026, 9, 29), date(2026, 10, 8), official())
    assert found == Pause(date(2026, 9, 29), date(2026, 10, 8), 2, date(2026, 9, 30), date(2026, 10, 9))


@pytest.mark.parametrize(
    ("due", "start", "end"),
    [
        (None, "2026-06-22", "2026-06-24"),
        ("2026-06-26", "2026-06-29", "2026-07-03"),
        ("2026-06-26", "2026-06-22", "2026-06-22"),
        ("2026-06-28", "2026-06-27", "2026-06-28"),
        ("2026-06-26", "2026-06-24", "2026-06-22"),
    ],
    ids=["without a date", "late already", "on the same day", "over a weekend", "with a clock that ran backward"],
)
def test_nothing_moves(due: str | None, start: str, end: str) -> None:
    days = [date.fromisoformat(text) for text in (start, end)]
    assert pause(date.fromisoformat(due) if due else None, days[0], days[1], official()) is None


@given(DAYS, some.integers(0, 40), some.integers(0, 40), some.integers(0, 60))
def test_two_hands_one_after_the_other_move_as_far_as_one(start: date, first: int, second: int, ahead: int) -> None:
    middle, end, due = start + timedelta(days=first), start + timedelta(days=first + second), start
    due += timedelta(days=ahead)
    one = pause(due, start, end, official())
    early = pause(due, start, middle, official())
    late = pause(early.due if early else due, middle, end, official())
    if late is not None:
        assert late.due == (one.due if one else due)


@given(DAYS, some.integers(0, 60), some.integers(0, 40))
def test_as_many_working_days_are_left_after_as_before(start: date, ahead: int, out: int) -> None:
    due, end = start + timedelta(days=ahead), start + timedelta(days=out)
    found = pause(due, start, end, official())
    if found:
        assert between(found.end, found.due, official()) == between(start, due, official())
        assert is_workday(found.due, official())


def test_each_setting_says_in_whose_hands_the_clock_stands_still() -> None:
    assert [(each.with_approver, each.with_group) for each in Pauses] == [
        (False, False), (True, False), (False, True), (True, True),
    ]  # fmt: skip

"""Working days and office hours: the schedule of the State Council, counted both ways."""

from datetime import date, datetime, time, timedelta
from timeit import timeit

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bihuan.rules.workdays import (
    Calendar,
    add,
    between,
    change,
    is_workday,
    official,
    on_or_after,
    working_seconds,
)

TEN_YEARS = some.dates(date(2019, 1, 1), date(2028, 12, 31))
MOMENTS = some.datetimes(datetime.fromisoformat("2025-12-01"), datetime.fromisoformat("2026-12-31"))


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2026-02-13", True),
        ("2026-02-14", True),
        ("2026-02-15", False),
        ("2026-02-23", False),
        ("2026-02-24", True),
        ("2026-03-07", False),
        ("2026-10-07", False),
    ],
)
def test_a_day_is_a_working_day_by_the_schedule(day: str, works: bool) -> None:
    assert is_workday(date.fromisoformat(day), official()) is works


def test_every_day_agrees_with_the_schedule_itself() -> None:
    calendar, day = official(), date(2004, 1, 1)
    while day.year < 2027:
        plain = day in calendar.makeup or (day.weekday() < 5 and day not in calendar.days_off)
        assert is_workday(day, calendar) is plain
        day += timedelta(days=1)


def test_a_year_without_a_schedule_has_its_weekends_and_says_so() -> None:
    calendar = official()
    assert [calendar.knows(year) for year in (2003, 2004, 2026, 2027)] == [False, True, True, False]
    assert [is_workday(date(2027, 1, day), calendar) for day in range(1, 5)] == [True, False, False, True]


def test_one_working_day_after_a_friday_may_be_a_saturday_that_makes_up() -> None:
    assert add(date(2026, 2, 13), 1, official()) == date(2026, 2, 14)
    assert add(date(2026, 2, 14), 1, official()) == date(2026, 2, 24)
    assert add(date(2026, 2, 24), -1, official()) == date(2026, 2, 14)
    assert add(date(2026, 2, 21), -1, official()) == date(2026, 2, 14)
    assert add(date(2026, 2, 21), 0, official()) == date(2026, 2, 21)
    assert on_or_after(date(2026, 2, 21), official()) == date(2026, 2, 24)
    assert on_or_after(date(2026, 2, 14), official()) == date(2026, 2, 14)


@given(TEN_YEARS, some.integers(-800, 800))
def test_adding_and_then_counting_gives_the_number_back(day: date, n: int) -> None:
    found = add(day, n, official())
    assert between(day, found, official()) == n
    assert n == 0 or is_workday(found, official())


@given(TEN_YEARS, some.integers(0, 400))
def test_counting_is_looking_at_every_day(day: date, length: int) -> None:
    calendar = official()
    days = [day + timedelta(days=n) for n in range(length + 1)]
    assert between(day, days[-1], calendar) == sum(is_workday(each, calendar) for each in days[1:])
    assert between(days[-1], day, calendar) == -sum(is_workday(each, calendar) for each in days[:-1])


@given(some.sets(TEN_YEARS, max_size=30), some.sets(TEN_YEARS, max_size=30), TEN_YEARS, some.integers(-60, 60))
def test_any_calendar_counts_what_it_adds(off: set[date], makeup: set[date], day: date, n: int) -> None:
    calendar = change(Calendar(), days_off=off, makeup=makeup - off)
    assert between(day, add(day, n, calendar), calendar) == n


def test_an_office_lays_its_own_days_over_the_schedule() -> None:
    own = change(official(), days_off=[date(2027, 1, 1)], makeup=[date(2027, 1, 2)], years=[2027])
    assert own.knows(2027)
    assert add(date(2026, 12, 31), 1, own) == date(2027, 1, 2)
    back = change(own, makeup=[date(2027, 1, 1)], days_off=[date(2027, 1, 2)])
    assert add(date(2026, 12, 31), 1, back) == date(2027, 1, 1)
    assert add(date(2027, 1, 1), 1, back) == date(2027, 1, 4)


@pytest.mark.parametrize(
    ("start", "end", "seconds"),
    [
        ("2026-03-02 09:00", "2026-03-02 09:20", 1200),
        ("2026-03-02 11:30", "2026-03-02 15:00", 3600),
        ("2026-03-02 06:00", "2026-03-02 23:00", 23400),
        ("2026-03-06 17:00", "2026-03-09 08:31", 1860),
        ("2026-03-07 09:00", "2026-03-08 16:00", 0),
        ("2026-02-13 17:30", "2026-02-24 08:30", 23400),
        ("2026-03-02 09:20", "2026-03-02 09:00", -1200),
    ],
)
def test_only_office_hours_of_working_days_count(start: str, end: str, seconds: int) -> None:
    a, b = datetime.fromisoformat(start), datetime.fromisoformat(end)
    assert working_seconds(a, b, official()) == seconds


def test_an_office_may_keep_other_hours() -> None:
    a, b = datetime.fromisoformat("2026-03-02 08:00"), datetime.fromisoformat("2026-03-02 20:00")
    assert working_seconds(a, b, official(), ((time(8), time(18)),)) == 36000


@given(MOMENTS, MOMENTS, MOMENTS)
def test_office_time_adds_up_and_never_exceeds_the_clock(a: datetime, b: datetime, c: datetime) -> None:
    calendar = official()
    whole = working_seconds(a, c, calendar)
    assert working_seconds(a, b, calendar) + working_seconds(b, c, calendar) == whole
    assert abs(whole) <= abs((c - a).total_seconds()) + 1


def test_an_answer_takes_microseconds() -> None:
    calendar, day, later = official(), date(2026, 3, 2), date(2026, 11, 2)
    for question in (
        lambda: add(day, 15, calendar),
        lambda: between(day, later, calendar),
        lambda: is_workday(day, calendar),
    ):
        question()
        best = min(timeit(question, number=2000) for _ in range(5)) / 2000
        assert best < 20e-6, "5 µs on a quiet machine, four times that on a crowded one"

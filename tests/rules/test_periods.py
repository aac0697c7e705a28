"""The pages of a calendar: whole weeks, and arrows that meet their neighbours."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bihuan.rules.periods import EARLIEST, LATEST, View, period

DAYS = some.dates(date(2001, 1, 1), date(2098, 12, 31))


def test_a_month_is_shown_in_whole_weeks() -> None:
    march = period(View.MONTH, date(2026, 3, 17))
    assert (march.first, march.last) == (date(2026, 2, 23), date(2026, 4, 5))
    assert (march.previous, march.next) == (date(2026, 2, 1), date(2026, 4, 1))
    assert [len(week) for week in march.weeks] == [7] * 6
    assert march.is_outside(date(2026, 2, 28))
    assert not march.is_outside(date(2026, 3, 1))


@pytest.mark.parametrize(
    ("view", "first", "last", "previous", "following"),
    [
        (View.WEEK, "2026-03-16", "2026-03-22", "2026-03-09", "2026-03-23"),
        (View.DAY, "2026-03-17", "2026-03-17", "2026-03-16", "2026-03-18"),
        (View.LIST, "2026-03-17", "2026-04-13", "2026-02-17", "2026-04-14"),
    ],
)
def test_other_pages_begin_where_the_one_before_ended(view, first, last, previous, following) -> None:
    page = period(view, date(2026, 3, 17))
    shown = (page.first, page.last, page.previous, page.next)
    assert tuple(day.isoformat() for day in shown) == (first, last, previous, following)
    assert not page.is_outside(page.first)


@given(some.sampled_from(View), DAYS)
def test_the_arrows_lead_to_the_neighbours_and_back(view: View, on: date) -> None:
    page = period(view, on)
    assert page.first <= on <= page.last
    after = period(view, page.next)
    assert after.first <= page.last + timedelta(days=1) <= after.last
    assert period(view, after.previous).days == page.days


def test_a_day_outside_the_century_is_brought_into_it() -> None:
    assert period(View.DAY, date(1, 1, 1)).on == EARLIEST
    assert period(View.MONTH, date(9999, 12, 31)).on == LATEST

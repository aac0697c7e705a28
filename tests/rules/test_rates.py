"""Counts and rates, against numbers that were really published."""

from datetime import date
from decimal import Decimal

import pytest

from bihuan.rules.finding import Partly, Status
from bihuan.rules.rates import Counted, Tally, is_overdue, split, tally

TODAY = date(2026, 3, 31)
CLOSED, OPEN = Counted(Status.CLOSED), Counted(Status.RECTIFYING)


@pytest.mark.parametrize(
    ("closed", "total", "rate"), [(688, 697, "98.71"), (19, 25, "76.00"), (259, 289, "89.62"), (28, 35, "80.00")]
)
def test_the_rate_is_closed_by_total_to_two_places(closed: int, total: int, rate: str) -> None:
    counted = [CLOSED] * closed + [OPEN] * (total - closed)
    assert tally(counted, today=TODAY).rate == Decimal(rate)


def test_nothing_to_count_has_no_rate() -> None:
    assert tally([], today=TODAY).rate is None


def test_partly_done_is_told_apart_and_not_counted_as_closed() -> None:
    partly = Counted(Status.RECTIFYING, partly=Partly.CONFIRMED)
    reported = Counted(Status.RECTIFYING, partly=Partly.REPORTED)
    assert tally([CLOSED, partly, reported], today=TODAY) == Tally(total=3, closed=1, partly=1)


def test_immediate_fixes_and_what_units_found_themselves_are_counted_apart() -> None:
    fix, own = Counted(Status.CLOSED, immediate=True), Counted(Status.RECTIFYING, own=True)
    assert split([fix, own, OPEN, CLOSED], today=TODAY) == (Tally(2, 1), Tally(1, 1), Tally(1))


def test_what_was_extended_is_late_by_the_original_date_alone() -> None:
    yesterday = date(2026, 3, 30)
    extended = Counted(Status.RECTIFYING, due=TODAY, deadline=yesterday)
    late = Counted(Status.RECTIFYING, due=yesterday, deadline=yesterday)
    closed = Counted(Status.CLOSED, due=yesterday, deadline=yesterday)
    assert tally([extended, late, closed], today=TODAY) == Tally(3, 1, overdue=1, overdue_originally=2)


def test_the_day_itself_is_not_late_and_what_is_closed_is_never_late() -> None:
    assert not is_overdue(Status.RECTIFYING, TODAY, TODAY)
    assert is_overdue(Status.RECTIFYING, date(2026, 3, 30), TODAY)
    assert not is_overdue(Status.CLOSED, date(2020, 1, 1), TODAY)
    assert not is_overdue(Status.CLAIMED, None, TODAY)

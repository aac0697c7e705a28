"""Whenever and however often one sweeps: at most one digest a person and day, and none on a day off."""

from collections import Counter
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bihuan.rules.workdays import is_workday, official
from bihuan.watch.models import Notice, Sweep
from tests.watch.conftest import Sweeping

FIRST = date(2026, 6, 22)
"""From here on, two weeks with their weekends; the finding is due on 15 July."""


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 23)), min_size=1, max_size=6))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nobody_hears_twice_on_a_day_nor_on_a_day_off(due, sweeping: Sweeping, moments: list[tuple[int, int]]):
    """The moments come in any order: a clock may run backward."""
    for rows in (Notice, Sweep):
        rows.objects.all().delete()
    for days, hour in moments:
        sweeping(f"{FIRST + timedelta(days=days)} {hour:02d}:00")
    told = Counter(Notice.objects.values_list("account__username", "key"))

    assert set(told.values()) <= {1}
    assert all(is_workday(date.fromisoformat(key), official()) for _name, key in told)
    assert Sweep.objects.count() == len({
        days for days, hour in moments
        if hour >= 9 and is_workday(FIRST + timedelta(days=days), official())
    })  # fmt: skip

"""The zone of the server's clock changes: what was told is not told again, and nothing is lost."""

from datetime import datetime

import pytest
from django.utils import timezone

from bihuan.ledger.models import Finding
from bihuan.people.viewer import System
from bihuan.rules.request import Kind
from bihuan.watch.actions.sweep import sweep
from bihuan.watch.models import Notice, Sweep
from tests.cast import Cast
from tests.desk.walk import Walk as DeskWalk
from tests.watch.conftest import moment

ZONES = ("Asia/Urumqi", "UTC", "America/New_York", "Pacific/Kiritimati", "Asia/Shanghai")


def told() -> list[tuple[str, str]]:
    return sorted(Notice.objects.values_list("account__username", "key"))


@pytest.mark.parametrize("zone", ZONES)
def test_a_day_has_one_digest_whatever_the_clock_says(cast: Cast, due: Finding, zone: str) -> None:
    at = moment("2026-07-13 16:00")
    sweep(cast.county, by=System(), at=at)
    before = told()
    with timezone.override(zone):
        sweep(cast.county, by=System(), at=at)
        days = {timezone.localdate(at).isoformat(), "2026-07-13"}
    assert before != []
    assert set(before) <= set(told())
    assert len(told()) == len(set(told()))
    assert {row.day.isoformat() for row in Sweep.objects.all()} <= days


@pytest.mark.parametrize("zone", ZONES)
def test_something_urgent_is_told_once(cast: Cast, round, zone: str) -> None:
    walk = DeskWalk(cast, round, at=moment("2026-07-13 09:00"))
    walk.accepted(kind=Kind.MATERIAL)
    at: datetime = moment("2026-07-14 08:35")
    first = sweep(cast.county, by=System(), at=at)
    with timezone.override(zone):
        again = sweep(cast.county, by=System(), at=at)
    assert (first.urgent > 0, again.urgent) == (True, 0)

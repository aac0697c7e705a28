"""Two sweeps at the same moment do no harm: what one has told, the other does not tell again."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connection

from bihuan.people.actions import add_account, create_organisation, give_post
from bihuan.people.models import Account, Organisation, Post, Unit
from bihuan.people.viewer import System
from bihuan.rounds.models import Round
from bihuan.rules.people import Role
from bihuan.watch.actions import sweep as sweeps
from bihuan.watch.models import Notice, Sweep
from bihuan.watch.queries.digest import digest_of
from tests.cast import NOW, PASSWORD
from tests.ledger.conftest import Walk
from tests.trail.conftest import committing  # noqa: F401
from tests.watch.conftest import moment
from tests.watch.test_sweep import LATE


def test_whoever_comes_second_tells_nothing(due, walk: Walk, monkeypatch: pytest.MonkeyPatch):
    """The second sweep begins and ends between what the first has read and what it writes."""
    second: list[sweeps.Swept] = []

    def slowly(*args, **values):
        digest = digest_of(*args, **values)
        monkeypatch.setattr(sweeps, "digest_of", digest_of)
        second.append(sweeps.sweep(walk.cast.county, by=System(), at=moment(LATE)))
        return digest

    monkeypatch.setattr(sweeps, "digest_of", slowly)
    first = sweeps.sweep(walk.cast.county, by=System(), at=moment(LATE))

    assert (first.people, second[0].people) == (0, 4)
    assert (Notice.objects.count(), Sweep.objects.count()) == (4, 1)


@pytest.fixture
def county(committing) -> Iterator[Organisation]:  # noqa: F811
    """A county with an office and a round whose plan is due on 20 March, committed and taken out again."""
    county = create_organisation("yunling", "云岭县", at=NOW)
    office = add_account(county, "office", "陈明", password=PASSWORD, by=System(), at=NOW)
    give_post(office, county.units.get(), Role.OFFICE, by=System(), at=NOW)
    Round.objects.create(organisation=county, number=1, title="省委巡视", kind="inspection", level="province",
                         group="第三巡视组", feedback_on=date(2026, 2, 20), ruleset="province-6-months")  # fmt: skip
    yield county
    for rows in (Notice, Sweep, Round, Post, Account, Unit, Organisation):
        rows.objects.all().delete()


def test_four_at_once_tell_everybody_once(county: Organisation):
    start = Barrier(4)

    def run(_number: int) -> int:
        try:
            start.wait(20)
            return sweeps.sweep(county, by=System(), at=moment("2026-03-18 09:00")).people
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        told = sorted(pool.map(run, range(4)))

    assert told == [0, 0, 0, 1]
    assert list(Notice.objects.values_list("account__username", "count")) == [("office", 1)]

"""Who holds things up: findings and requests together and apart, by party, stage and unit, down to the single pass."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.test import Client

from bihuan.overview.queries.held_by import held_by, holder_for
from bihuan.overview.queries.held_items import Hand, Wanted, items_for
from bihuan.overview.queries.holding import Holding, holding_for
from bihuan.people.models import Account
from bihuan.people.viewer import viewer_of
from bihuan.rules.request import Move
from tests.cast import Cast, signed_in
from tests.desk.conftest import done
from tests.desk.walk import Walk as DeskWalk
from tests.ledger.conftest import Walk, round, walk  # noqa: F401
from tests.overview.test_query_budget import copied, cost

PAGES = ("/holding/", "/holding/office/", "/holding/friday/?by=2026-03-30")
HOUR = 3600


@pytest.fixture
def now(walk: Walk) -> datetime:  # noqa: F811
    """A finding claimed at 9:03 and a request accepted at 9:03, looked at two hours later; another with the bureau."""
    walk.claimed()
    desk = DeskWalk(walk.cast, walk.round)
    desk.accepted()
    done(desk.move(desk.taken(text="撤销的一件"), Move.WITHDRAW, walk.cast.office, note="不再需要"))
    desk.assigned(unit=walk.cast.farming, text="农业补贴台账")
    return walk.later(hours=2)


def seen(account: Account, now: datetime, **wanted: object) -> Holding:
    return holding_for(viewer_of(account), replace(Wanted(), **wanted), now=now)


def test_each_party_has_its_time_of_findings_and_of_requests(now: datetime, cast: Cast) -> None:
    found = seen(cast.office, now)

    assert found.items == 3
    lines = {line.key: (line.findings, line.requests, line.things, line.now) for line in found.parties}
    whole = [(each.number, sum(span.elapsed for span in each.spans))
             for each in items_for(viewer_of(cast.office), Wanted(), now=now)]  # fmt: skip
    assert lines == {"unit": (7260, 7260 + 6960, 3, 3), "office": (60, 120, 3, 0)}
    assert whole == [(1, 7320), (1, 7320), (3, 7020)]


def test_the_stages_of_each_kind_stand_apart(now: datetime, cast: Cast) -> None:
    found = seen(cast.office, now)

    assert [(line.key, line.findings, line.requests) for line in found.finding_stages] == [
        ("unclaimed", 120, 0), ("claimed", 7200, 0),
    ]  # fmt: skip
    assert [(line.key, line.findings) for line in found.request_stages] == [
        ("received", 0), ("assigned", 0), ("accepted", 0),
    ]  # fmt: skip


def test_the_slowest_unit_comes_first_and_a_unit_sees_itself_alone(now: datetime, cast: Cast) -> None:
    assert [(line.label, line.now) for line in seen(cast.office, now).units] == [("松河镇", 2), ("县农业农村局", 1)]
    assert [line.label for line in seen(cast.head, now).units] == ["松河镇"]
    assert [line.label for line in seen(cast.stranger, now).units] == ["县农业农村局"]


def test_a_period_cuts_the_stretches_and_periods_that_meet_hold_the_whole(now: datetime, cast: Cast) -> None:
    later = now + timedelta(days=3)
    first, second = now.date(), now.date() + timedelta(days=1)
    parts = [seen(cast.office, later, end=first), seen(cast.office, later, start=second)]

    whole = {line.key: line.together for line in seen(cast.office, later).parties}
    sums = {key: sum(line.together for part in parts for line in part.parties if line.key == key) for key in whole}
    assert sums == whole
    assert seen(cast.office, later, end=first - timedelta(days=1)).items == 0


def test_the_page_of_a_unit_lists_its_things_and_each_opens_at_its_passes(now: datetime, cast: Cast, as_head) -> None:
    viewer = viewer_of(cast.head)
    found = held_by(viewer, holder_for(viewer, cast.town.ref), Wanted(), now=now)

    assert [(row.item.ref, row.held.working, row.times, row.is_now) for row in found.rows] == [
        ("F-001", 7260, 2, True), ("R-001", 7260, 2, True),
    ]  # fmt: skip
    page = as_head.get(f"/holding/{cast.town.ref}/").text
    assert ('href="/ledger/F-001/#passes"' in page, 'href="/desk/R-001/#passes"' in page) == (True, True)
    assert ['id="passes"' in as_head.get(path).text for path in ("/ledger/F-001/", "/desk/R-001/")] == [True, True]


def test_what_one_may_not_see_is_not_there(now: datetime, cast: Cast, as_head, as_office) -> None:
    paths = (f"/holding/{cast.farming.ref}/", "/holding/unit/", "/holding/nobody/", "/holding/?round=R9")

    assert [as_head.get(path).status_code for path in paths] == [404, 404, 404, 404]
    assert as_office.get(f"/holding/{cast.farming.ref}/").status_code == 200
    assert "农业补贴台账" not in as_head.get(f"/holding/{Hand.OFFICE}/").text


def test_days_that_are_turned_round_are_told_and_do_not_count(now: datetime, as_office) -> None:
    page = as_office.get("/holding/?start=2026-04-01&end=2026-03-01&round=R1").text

    assert ("结束日期早于开始日期" in page, "按单位，停得最久的在前" in page) == (True, True)


def test_nothing_held_says_what_the_page_is_for(walk: Walk, as_stranger: Client) -> None:  # noqa: F811
    assert "没有可以统计的事项" in as_stranger.get("/holding/").text


@pytest.mark.parametrize("who", ["office", "head"])
def test_the_pages_cost_the_same_at_one_thing_and_at_fifty(walk: Walk, cast: Cast, who: str) -> None:  # noqa: F811
    client, finding = signed_in(getattr(cast, who)), walk.applied()
    pages = (*PAGES, f"/holding/{cast.town.ref}/")
    at_one = {page: cost(client, page) for page in pages}
    passes = list(finding.passes.all())
    copied(finding, 49)
    for copy in cast.county.findings.exclude(number=1):
        for each in passes:
            each.pk, each.finding = None, copy
            each.save()

    assert {page: cost(client, page) for page in pages} == at_one
    assert max(at_one.values()) <= 12

"""What is not red now but will be by Friday: from plain dates and the organisation's own colours, unit by unit."""

from datetime import date

import pytest

from bihuan.ledger.models import Finding, Measure
from bihuan.overview.queries.turning import Turning, coming_friday, turning_for
from bihuan.people.models import Account
from bihuan.people.viewer import viewer_of
from bihuan.watch.models import OwnScheme
from tests.cast import Cast
from tests.desk.walk import Walk as DeskWalk
from tests.ledger.conftest import Walk, round, walk  # noqa: F401
from tests.overview.test_query_budget import cost

MONDAY, FRIDAY = date(2026, 3, 2), date(2026, 3, 6)


@pytest.fixture
def due(walk: Walk) -> Walk:  # noqa: F811
    """A finding due on Wednesday with a measure due on Tuesday, one due on Friday, a request due on Tuesday."""
    first, last = walk.rectifying(), walk.claimed()
    for row, day in ((first, date(2026, 3, 4)), (last, FRIDAY)):
        Finding.objects.filter(pk=row.pk).update(deadline=day, due=day)
    Measure.objects.filter(finding=first).update(deadline=date(2026, 3, 3), due=date(2026, 3, 3))
    DeskWalk(walk.cast, walk.round).assigned()
    return walk


def turns(account: Account, until: date = FRIDAY, today: date = MONDAY) -> Turning:
    return turning_for(viewer_of(account), until, today=today)


def test_the_day_after_it_is_due_a_thing_turns_red(due: Walk, cast: Cast) -> None:
    found = turns(cast.office)

    assert [(turn.kind, turn.ref, turn.on.day, turn.unit[1]) for turn in found.turns] == [
        ("measure", "F-001-1", 4, "松河镇"), ("request", "R-001", 4, "松河镇"), ("finding", "F-001", 5, "松河镇"),
    ]  # fmt: skip
    assert [(day.on.day, day.count, day.height) for day in found.days] == [
        (3, 0, 0),
        (4, 2, 1000),
        (5, 1, 500),
        (6, 0, 0),
    ]


def test_what_is_red_already_does_not_turn_red_again(due: Walk, cast: Cast) -> None:
    assert [turn.ref for turn in turns(cast.office, date(2026, 3, 13), today=FRIDAY).turns] == ["F-002"]


def test_the_days_are_those_of_the_own_colours(due: Walk, cast: Cast) -> None:
    OwnScheme.objects.create(organisation=cast.county, preset="blue-orange-red")
    found = turns(cast.office, date(2026, 3, 21), today=date(2026, 3, 17))

    assert str(found.colour.word) == "严重逾期"
    assert [(turn.ref, turn.on.day) for turn in found.turns] == [
        ("F-001-1", 18), ("R-001", 18), ("F-001", 19), ("F-002", 21),
    ]  # fmt: skip


def test_everybody_sees_what_they_may_see(due: Walk, cast: Cast) -> None:
    assert {who: len(turns(getattr(cast, who)).turns) for who in ("office", "head", "leader", "stranger")} == {
        "office": 3, "head": 3, "leader": 3, "stranger": 0,
    }  # fmt: skip


def test_what_is_closed_or_done_turns_nothing(due: Walk, cast: Cast) -> None:
    Finding.objects.filter(number=1).update(status="closed", holder="")

    assert [turn.ref for turn in turns(cast.office).turns] == ["R-001"]


@pytest.mark.parametrize(("today", "friday"), [(2, 6), (6, 13), (7, 13)])
def test_the_coming_friday_is_never_today(today: int, friday: int) -> None:
    assert coming_friday(date(2026, 3, today)) == date(2026, 3, friday)


def test_the_page_groups_by_unit_and_a_day_shows_its_own(due: Walk, as_office, monkeypatch) -> None:
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *given: given[0].date() if given else MONDAY)
    page = as_office.get("/holding/friday/").text

    assert ("到 2026-03-06 会变成“逾期”" in page, "松河镇（3）" in page, "/ledger/F-001/#measure-1" in page) == (
        True,
        True,
        True,
    )
    assert "松河镇（1）" in as_office.get("/holding/friday/?day=2026-03-05").text
    for by, told in (("2026-03-01", "只能看今天以后的日期"), ("2030-01-01", "最远只能看 31 天以后")):
        assert told in as_office.get(f"/holding/friday/?by={by}").text


def test_fifty_cost_what_one_costs(due: Walk, cast: Cast, as_office, monkeypatch) -> None:
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *given: given[0].date() if given else MONDAY)
    at_one = cost(as_office, "/holding/friday/")
    finding = Finding.objects.get(number=1)
    for number in range(100, 149):
        finding.pk, finding.number = None, number
        finding.save()

    assert (cost(as_office, "/holding/friday/"), len(turns(cast.office).turns)) == (at_one, 52)
    assert at_one <= 12

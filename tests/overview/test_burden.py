"""Does the burden panel count what was asked, twice, and how long it took, for what each viewer may see?"""

from datetime import timedelta

import pytest

from bihuan.overview.queries.burden import burden_for
from bihuan.overview.views.charts import chart_rows, working_time
from bihuan.people.viewer import viewer_of
from bihuan.rules.request import Kind, Move
from tests.cast import Cast
from tests.desk.conftest import done, round, walk  # noqa: F401
from tests.desk.walk import Walk


@pytest.fixture
def asked(walk: Walk) -> Walk:  # noqa: F811
    """Two requests to the town for the same, one of another kind, one to the bureau; one of them handed over."""
    walk.handed_over(text="松河镇村务公开台账", kind=Kind.OTHER)
    walk.assigned(text="松河镇村务公开的台账")
    walk.assigned(text="请说明道路项目进度", kind=Kind.EXPLANATION)
    walk.assigned(text="松河镇村务公开台账", unit=walk.cast.farming)
    return walk


def panel(asked: Walk, account):
    return burden_for(viewer_of(account), asked.round, now=asked.at + timedelta(hours=1))


def test_requests_are_counted_by_unit_day_and_kind(asked: Walk, cast: Cast):
    found = panel(asked, cast.office)

    assert (found.total, found.answered) == (4, 1)
    assert [(bar.label, bar.value) for bar in found.units] == [("松河镇", 3), ("县农业农村局", 1)]
    assert [(bar.label, bar.value, bar.query["day"]) for bar in found.days] == [("03-02", 4, "2026-03-02")]
    assert [str(bar.label) for bar in found.kinds] == ["其他"]


def test_the_same_thing_asked_of_the_same_unit_is_found(asked: Walk, cast: Cast):
    assert [(first.ref, again.ref) for first, again in panel(asked, cast.office).twice] == [("R-001", "R-002")]


def test_the_median_counts_working_time_to_the_first_hand_over(asked: Walk, cast: Cast):
    row = asked.round.requests.get(number=1)

    assert panel(asked, cast.office).median == (row.handed_over_at - row.taken_at).total_seconds()


def test_what_the_parties_held_is_shown_and_a_withdrawn_request_burdens_nobody(asked: Walk, cast: Cast):
    before = panel(asked, cast.office)
    done(asked.move(asked.round.requests.get(number=3), Move.WITHDRAW, cast.office, note="不再需要"))

    assert [bar.query["holder"] for bar in before.parties] == ["office", "unit", "leader", "group"]
    assert panel(asked, cast.office).total == before.total - 1


def test_a_unit_counts_its_own_alone(asked: Walk, cast: Cast):
    found = panel(asked, cast.stranger)

    assert (found.total, [bar.label for bar in found.units], found.twice) == (1, ["县农业农村局"], ())


def test_every_bar_opens_the_requests_behind_it(asked: Walk, as_office):
    rows = [row for bars in ("units", "days", "kinds") for row in chart_rows(
        getattr(panel(asked, asked.cast.office), bars), "desk", asked.round)]  # fmt: skip

    assert {row["length"] for row in rows[:1]} == {1000}
    shown = {row["label"]: as_office.get(row["url"]).text.count('class="row-link"') for row in rows}
    assert shown == {"松河镇": 3, "县农业农村局": 1, "03-02": 4, "其他": 1}


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (0, "0.0 小时"),
        (45_000, "12.5 小时"),
        (46_799, "13.0 小时"),
        (46_800, "2.0 个工作日"),
        (234_000, "10.0 个工作日"),
    ],
)
def test_a_length_is_told_in_working_hours_and_from_two_days_on_in_working_days(seconds: int, told: str):
    assert working_time(seconds) == told


def test_without_requests_the_page_says_what_it_is_for(round, as_office):  # noqa: F811
    assert "还没有可以统计的事项" in as_office.get("/desk/burden/").text

"""Does a round lie on its line as time goes, with today marked and every label readable?"""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bihuan.rounds.queries import shipped
from bihuan.rounds.timeline import LABEL_LEFT, LABEL_RIGHT, draw
from bihuan.rules.milestones import milestones
from bihuan.rules.rounds import Dates, Stage, stage
from bihuan.rules.workdays import official
from tests.rounds.conftest import DATES

TODAY = date(2026, 3, 2)


def line(dates=DATES, finished=None, today=TODAY):
    dues = milestones(shipped("province-6-months"), entry=dates.entry, feedback=dates.feedback, calendar=official())
    return draw(dates, finished, dues, today)


def test_known_dates_and_those_that_follow_stand_in_order():
    assert [(point.name, str(point.on), point.is_fact, point.is_past) for point in line().points] == [
        ("notice", "2025-08-20", True, True),
        ("liaison_list_due", "2025-08-30", False, True),
        ("entry", "2025-09-01", True, True),
        ("work_report_due", "2025-09-04", False, True),
        ("leaving", "2025-11-14", True, True),
        ("feedback", "2026-01-15", True, True),
        ("plan_due", "2026-02-15", False, True),
        ("intensive_period", "2026-07-15", False, False),
        ("report_due", "2026-07-30", False, False),
        ("evaluation_after", "2026-08-15", False, False),
        ("recheck_after", "2027-01-15", False, False),
    ]


def test_places_go_by_time_and_today_lies_among_them():
    view = line()
    places = [point.x for point in view.points]

    assert (places[0], places[-1], places) == (2.0, 98.0, sorted(places))
    assert places[6] < view.today_x < places[7]


def test_days_are_counted_from_today():
    assert {point.name: point.days for point in line().points}["intensive_period"] == 135


def test_a_round_to_come_starts_with_today_and_says_what_is_missing():
    view = line(Dates(entry=date(2026, 4, 1)))

    assert view.today_x == 2.0
    assert [str(each) for each in view.missing] == [
        "填写反馈日期后，会排出整改方案、集中整改期、整改情况报告、评估和回头看的日期。"
    ]


def test_a_round_long_over_has_no_today():
    view = line(finished=date(2027, 2, 1), today=date(2028, 1, 1))

    assert (view.points[-1].name, view.today_x) == ("finished", None)


def test_a_round_without_dates_has_no_line_and_two_hints():
    view = line(Dates())

    assert (view.points, view.today_x, len(view.missing)) == ((), None, 2)


@given(st.lists(st.integers(0, 900), min_size=1, max_size=4), st.integers(-400, 2000))
def test_labels_never_leave_the_paper_and_never_overlap(days, today):
    known = [date(2025, 1, 1) + timedelta(each) for each in sorted(days)]
    view = line(Dates(*known), today=date(2025, 1, 1) + timedelta(today))

    for side in (True, False):
        labels = [point.label_x for point in view.points if point.above is side]
        assert all(LABEL_LEFT - 0.01 <= each <= LABEL_RIGHT + 0.01 for each in labels)
        assert all(second - first >= 11.9 for first, second in pairwise(labels))


def test_the_stage_follows_from_the_dates():
    days = [date(2025, 8, 31), date(2025, 9, 1), date(2025, 11, 14), date(2025, 11, 15), date(2026, 1, 15)]

    assert [stage(DATES, None, day) for day in days] == [
        Stage.PREPARING,
        Stage.ON_SITE,
        Stage.ON_SITE,
        Stage.BEFORE_FEEDBACK,
        Stage.RECTIFYING,
    ]
    assert stage(DATES, date(2026, 3, 1), TODAY) is Stage.FINISHED

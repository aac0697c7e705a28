"""Deadlines in the words of an office, counted from a feedback on 5 March 2025."""

from datetime import date

import pytest

from bihuan.reading.deadline import Due, read_deadline

FEEDBACK = date(2025, 3, 5)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025年6月30日前", date(2025, 6, 30)),
        ("2025-06-30", date(2025, 6, 30)),
        ("2025/6/30", date(2025, 6, 30)),
        ("2025.6.30", date(2025, 6, 30)),
        ("２０２５年６月３０日前", date(2025, 6, 30)),
        ("二〇二五年六月三十日", date(2025, 6, 30)),
        ("20250630", date(2025, 6, 30)),
        ("45838", date(2025, 6, 30)),
        ("2025-06-30 00:00:00", date(2025, 6, 30)),
        ("25年6月底", date(2025, 6, 30)),
        ("2025年2月", date(2025, 2, 28)),
        ("2024年2月底前", date(2024, 2, 29)),
        ("2025年10月上旬", date(2025, 10, 10)),
        ("2025年底前", date(2025, 12, 31)),
        ("2025年年底前", date(2025, 12, 31)),
        ("2025年第三季度", date(2025, 9, 30)),
        ("2025年3月—6月", date(2025, 6, 30)),
        ("2025年11月至2026年2月底", date(2026, 2, 28)),
    ],
)
def test_a_date_with_its_year_needs_no_feedback_date(text: str, day: date) -> None:
    assert read_deadline(text) == Due(day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("6月底前", date(2025, 6, 30)),
        ("六月底前", date(2025, 6, 30)),
        ("6月15日前", date(2025, 6, 15)),
        ("3月5日前", date(2026, 3, 5)),
        ("1月底前", date(2026, 1, 31)),
        ("年底前", date(2025, 12, 31)),
        ("明年3月底前", date(2026, 3, 31)),
        ("下月底前", date(2025, 4, 30)),
        ("反馈后1个月内", date(2025, 4, 5)),
        ("三个月内", date(2025, 6, 5)),
        ("半年内", date(2025, 9, 5)),
        ("15日内", date(2025, 3, 20)),
    ],
)
def test_a_relative_deadline_counts_from_the_feedback(text: str, day: date) -> None:
    assert read_deadline(text, FEEDBACK) == Due(day)


def test_a_period_of_months_never_passes_the_end_of_the_month() -> None:
    assert read_deadline("6个月内", date(2025, 8, 31)).day == date(2026, 2, 28)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("立行立改", Due(immediate=True)),
        ("即知即改", Due(immediate=True)),
        ("长期坚持", Due(standing=True)),
        ("2025年底前，并长期坚持", Due(date(2025, 12, 31), standing=True)),
        ("2025年12月31日前完成，并持续推进", Due(date(2025, 12, 31), standing=True)),
        ("立行立改，长期坚持", Due(immediate=True, standing=True)),
        ("立行立改，2025年3月10日前", Due(date(2025, 3, 10), immediate=True)),
        ("", Due()),
        ("已完成", Due()),
        ("/", Due()),
    ],
)
def test_immediate_and_standing_are_flags_and_no_dates(text: str, due: Due) -> None:
    assert read_deadline(text) == due


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("2025年2月30日", "第 3 行的整改时限“2025年2月30日”不是日历上有的日期，请改正后再确认。"),
        ("13月底前", "第 3 行的整改时限“13月底前”不是日历上有的日期，请改正后再确认。"),
        ("尽快", "第 3 行的整改时限“尽快”看不出日期，请补上具体日期。"),
        ("会后一周内", "第 3 行的整改时限“会后一周内”不是从反馈之日算起，请补上具体日期。"),
        ("15个工作日内", "第 3 行的整改时限“15个工作日内”按工作日计算，请补上具体日期。"),
        ("集中整改期内", "第 3 行的整改时限“集中整改期内”要看本轮的集中整改期，请补上具体日期。"),
    ],
)
def test_what_gives_no_date_says_why_and_where(text: str, problem: str) -> None:
    due = read_deadline(text, FEEDBACK, place="第 3 行")
    assert (due.day, str(due.problem)) == (None, problem)


def test_a_month_without_a_year_asks_for_the_feedback_date() -> None:
    assert str(read_deadline("6月底前", place="第 3 行").problem) == (
        "第 3 行的整改时限“6月底前”没有写年份，请先填写反馈日期，或补上年份。"
    )


def test_the_intensive_period_is_its_end_where_that_is_known() -> None:
    assert read_deadline("集中整改期内", intensive_end=date(2025, 9, 5)) == Due(date(2025, 9, 5))

"""Does a date say, line by line, why it is that date?"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bihuan.rules.deadlines import Counting, CountsFrom, OnDayOff, Term, add
from bihuan.rules.reasons import named, reasons
from bihuan.rules.workdays import change, official

STORIES = [
    (
        "2026-09-29",
        Term(3, "workdays"),
        Counting(),
        [
            "2026-09-29（周二）当天不算，第一天是 2026-09-30（周三）。",
            "跳过国庆节 2026-10-01 至 2026-10-07，共 7 天。",
            "数满 3 个工作日，是 2026-10-09（周五）。",
        ],
    ),
    (
        "2026-02-13",
        Term(2, "workdays"),
        Counting(CountsFrom.SAME_DAY),
        [
            "2026-02-13（周五）当天就是第一天。",
            "2026-02-14（周六）因春节调休上班，算工作日。",
            "数满 2 个工作日，是 2026-02-14（周六）。",
        ],
    ),
    (
        "2026-10-09",
        Term(-2, "workdays"),
        Counting(),
        [
            "从2026-10-09（周五）往前数，当天不算。",
            "跳过国庆节 2026-10-01 至 2026-10-07，共 7 天。",
            "往前数满 2 个工作日，是 2026-09-30（周三）。",
        ],
    ),
    (
        "2026-09-01",
        Term(1, "months"),
        Counting(on_day_off=OnDayOff.FORWARD),
        [
            "2026-09-01（周二）当天不算，第一天是 2026-09-02（周三）。",
            "数满 1 个月，是 2026-10-01（周四）。",
            "2026-10-01 是休息日（国庆节），顺延到 2026-10-08（周四）。",
        ],
    ),
    (
        "2026-03-10",
        Term(-2, "days"),
        Counting(on_day_off=OnDayOff.FORWARD),
        [
            "从2026-03-10（周二）往前数，当天不算。",
            "往前数满 2 天，是 2026-03-08（周日）。",
            "2026-03-08 是休息日（周日），提前到 2026-03-06（周五）。",
        ],
    ),
    ("2026-03-10", Term(0, "days"), Counting(), ["不另加时间，就是 2026-03-10（周二）。"]),
    (
        "2028-02-29",
        Term(12, "months"),
        Counting(),
        [
            "2028-02-29（周二）当天不算，第一天是 2028-03-01（周三）。",
            "2029 年 2 月没有 29 日，取当月最后一天。",
            "数满 12 个月，是 2029-02-28（周三）。",
            "2029 年的放假安排还没有收录，只按周末推算，收录后请再核对。",
        ],
    ),
]


@pytest.mark.parametrize(("start", "term", "way", "lines"), STORIES)
def test_a_date_is_explained(start: str, term: Term, way: Counting, lines: list[str]) -> None:
    assert [str(line) for line in reasons(date.fromisoformat(start), term, official(), way)] == lines


def test_a_local_day_off_is_named_as_the_office_names_it() -> None:
    own = change(official(), days_off=[date(2026, 3, 4)], names={date(2026, 3, 4): "建县纪念日"})
    assert [str(line) for line in reasons(date(2026, 3, 3), Term(4, "workdays"), own)] == [
        "2026-03-03（周二）当天不算，第一天是 2026-03-04（周三）。",
        "跳过建县纪念日 2026-03-04（周三）。",
        "跳过周末，共 2 天。",
        "数满 4 个工作日，是 2026-03-10（周二）。",
    ]


@given(
    some.dates(date(2019, 1, 1), date(2028, 12, 31)),
    some.builds(Term, some.integers(-60, 60), some.sampled_from(["days", "workdays", "months"])),
    some.builds(Counting, some.sampled_from(CountsFrom), some.sampled_from(OnDayOff)),
)
def test_the_explanation_always_comes_to_the_date_itself(start: date, term: Term, way: Counting) -> None:
    lines = [str(line) for line in reasons(start, term, official(), way)]
    on = add(start, term, official(), way)
    assert any(str(named(on)) in line for line in lines)
    assert any("放假安排还没有收录" in line for line in lines) or official().knows(on.year)

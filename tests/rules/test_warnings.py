"""Which colour has a due date, and who hears of it?"""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bihuan.rules.people import Role
from bihuan.rules.warnings import (
    BadScheme,
    Colour,
    Key,
    Own,
    Scheme,
    Shape,
    State,
    Step,
    change,
    colour_of,
    gravest,
    steps_reached,
    turning,
    turns_on,
)
from bihuan.rules.workdays import Calendar, official
from bihuan.say import Say

TODAY = date(2026, 3, 2)
HANDLER = frozenset({Role.HANDLER})
GREEN = Colour(Key.GREEN, Say("提醒"), Shape.CIRCLE, 20, receivers=HANDLER)
YELLOW = Colour(Key.YELLOW, Say("预警"), Shape.DIAMOND, 10, receivers=HANDLER | {Role.LEADER})
RED = Colour(Key.RED, Say("逾期"), Shape.TRIANGLE, -1, receivers=HANDLER | {Role.FIRST})
DONE = Colour(Key.BLUE, Say("已完成"), Shape.SQUARE, state=State.DONE)
OPEN = Colour(Key.YELLOW, Say("进行中"), Shape.CIRCLE, state=State.OPEN)
BY_DAYS = Scheme("days", Say("按天数"), Say("依据"), (GREEN, YELLOW, RED), (Step(Role.HEAD, 3), Step(Role.FIRST, 5)))
BY_STATE = Scheme("state", Say("按状态"), Say("依据"), (DONE, OPEN, RED))


def after(days: int) -> date:
    return TODAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("days", "colour"),
    [(21, None), (20, GREEN), (11, GREEN), (10, YELLOW), (1, YELLOW), (0, YELLOW), (-1, RED), (-400, RED)],
)
def test_a_colour_begins_so_many_days_before_the_due_date(days, colour):
    assert colour_of(BY_DAYS, after(days), today=TODAY) == colour


def test_what_is_done_or_has_no_date_has_no_colour_of_days():
    assert colour_of(BY_DAYS, after(-3), today=TODAY, done=True) is None
    assert colour_of(BY_DAYS, None, today=TODAY) is None


def test_colours_may_follow_from_the_state():
    assert colour_of(BY_STATE, after(-3), today=TODAY, done=True) == DONE
    assert colour_of(BY_STATE, None, today=TODAY) == OPEN
    assert colour_of(BY_STATE, after(90), today=TODAY) == OPEN
    assert colour_of(BY_STATE, after(-1), today=TODAY) == RED


def test_somebody_hears_first_at_the_earliest_colour():
    assert (BY_DAYS.horizon, BY_STATE.horizon) == (20, -1)


@given(st.integers(-500, 500))
def test_a_day_later_is_never_milder(days):
    order = (None, GREEN, YELLOW, RED)
    ranks = [order.index(colour_of(BY_DAYS, after(left), today=TODAY)) for left in (days, days - 1)]

    assert ranks[0] <= ranks[1]


def test_levels_are_reached_by_working_days_past_the_due_date():
    """The Saturday after it makes up for the Spring Festival, so it counts."""
    friday = date(2026, 2, 27)
    levels = {day: [step.role for step in steps_reached(BY_DAYS, friday, today=day, calendar=official())]
              for day in (friday, date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 5))}  # fmt: skip

    assert list(levels.values()) == [[], [], [Role.HEAD], [Role.HEAD, Role.FIRST]]


def test_a_festival_is_no_time_in_which_anything_rises():
    eve = date(2026, 9, 30)
    plain = steps_reached(BY_DAYS, eve, today=date(2026, 10, 7), calendar=Calendar())

    assert steps_reached(BY_DAYS, eve, today=date(2026, 10, 7), calendar=official()) == ()
    assert [step.role for step in plain] == [Role.HEAD, Role.FIRST]


def test_an_organisation_says_its_own_days_words_shapes_receivers_and_levels():
    own = {Key.GREEN: Own("快到了", Shape.SQUARE, 30, frozenset({Role.HEAD}))}
    changed = change(BY_DAYS, own, {Role.LEADER: 2})

    assert changed.colours == (
        Colour(Key.GREEN, "快到了", Shape.SQUARE, 30, receivers=frozenset({Role.HEAD})),
        YELLOW,
        RED,
    )
    assert changed.steps == (Step(Role.LEADER, 2),)


def test_a_word_left_as_it_was_keeps_its_translation():
    changed = change(BY_DAYS, {Key.GREEN: Own("提醒", Shape.CIRCLE, 15, HANDLER)})

    assert changed.colours[0].word == Say("提醒")


@pytest.mark.parametrize(
    ("own", "sentence"),
    [
        (Own("提醒", Shape.CIRCLE, 8, HANDLER), "“黄色”要比前一种颜色更晚开始，请调整天数。"),
        (Own(" ", Shape.CIRCLE, 20, HANDLER), "“绿色”要写明含义，最多 12 个字。"),
        (
            Own("提醒", Shape.TRIANGLE, 20, HANDLER),
            "“红色”与另一种颜色用了同一个形状，黑白打印时分不开，请换一个。",
        ),
        (Own("提醒", Shape.CIRCLE, 20), "请选择“绿色”提醒哪些人。"),
        (
            Own("提醒", Shape.CIRCLE, None, HANDLER),
            "“绿色”要写从到期前几天开始，可填 -365 到 365 的整数，逾期后开始填负数。",
        ),
    ],
)
def test_a_scheme_that_cannot_be_used_is_refused_in_one_sentence(own, sentence):
    with pytest.raises(BadScheme) as refused:
        change(BY_DAYS, {Key.GREEN: own})

    assert str(refused.value.reason) == sentence


def test_levels_rise():
    with pytest.raises(BadScheme) as refused:
        change(BY_DAYS, {}, {Role.HEAD: 5, Role.FIRST: 5})

    assert str(refused.value.reason) == "升级提醒要逐级推后：第一责任人的天数要大于前一级。"


def test_what_turns_by_a_day_is_what_is_due_up_to_the_threshold_before_it() -> None:
    """Red from the day after: from Monday, what is due from Monday to Thursday turns red by Friday."""
    monday, friday = date(2026, 3, 2), date(2026, 3, 6)
    assert gravest(BY_DAYS) == RED
    assert turning(RED, monday, friday) == (monday, date(2026, 3, 5))
    assert turns_on(RED, monday) == date(2026, 3, 3)


@given(st.sampled_from([GREEN, YELLOW, RED]), st.integers(1, 31), st.integers(-40, 60))
def test_a_thing_turns_exactly_where_its_colour_begins_between_the_two_days(
    colour: Colour, days: int, offset: int
) -> None:
    until, due = TODAY + timedelta(days=days), TODAY + timedelta(days=offset)
    first, last = turning(colour, TODAY, until)
    alone = replace(BY_DAYS, colours=(colour,))
    begun = [colour_of(alone, due, today=day) == colour for day in (TODAY, until)]
    assert (first <= due <= last) == (begun == [False, True]) == (TODAY < turns_on(colour, due) <= until)

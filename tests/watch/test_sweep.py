"""The daily digest: one a person and working day, from what holds at that moment."""

from datetime import date

import pytest

from bihuan.ledger.models import Finding
from bihuan.people.models import Account
from bihuan.rules.finding import Move
from bihuan.trail.queries import lines_of
from bihuan.watch.models import Notice, Sweep
from tests.ledger.conftest import Walk
from tests.watch.conftest import Heard, Sweeping, put

TWENTY_BEFORE, NINE_BEFORE, LATE = "2026-06-25 09:00", "2026-07-06 09:00", "2026-07-16 09:00"
"""Days of a finding that is due on 15 July 2026, far from the dates of its round."""


def test_nobody_hears_before_the_first_colour(due, sweeping: Sweeping, heard: Heard):
    swept = sweeping("2026-06-24 09:00")

    assert (swept.people, swept.items, heard()) == (0, 0, {})


def test_more_people_hear_from_colour_to_colour(due, sweeping: Sweeping, heard: Heard):
    told = []
    for at in (TWENTY_BEFORE, NINE_BEFORE, LATE):
        sweeping(at)
        told.append(heard(key=at[:10]))

    assert told == [
        {"handler": ["F-001 green"]},
        {"handler": ["F-001 yellow"], "leader": ["F-001 yellow"]},
        {"first": ["F-001 red"], "handler": ["F-001 red"], "head": ["F-001 red"], "leader": ["F-001 red"]},
    ]


def test_a_sweep_run_twice_sends_once(due, sweeping: Sweeping, heard: Heard):
    first, second = sweeping(LATE), sweeping("2026-07-16 15:00")

    assert (first.people, first.items) == (4, 4)
    assert (second.people, second.items) == (0, 0)
    assert Notice.objects.count() == 4


def test_the_next_working_day_has_a_digest_of_its_own(due, sweeping: Sweeping):
    sweeping(LATE)
    sweeping("2026-07-17 09:00")

    assert sorted(Notice.objects.filter(account__username="handler").values_list("key", flat=True)) == [
        "2026-07-16",
        "2026-07-17",
    ]


@pytest.mark.parametrize("at", ["2026-07-18 09:00", "2026-10-01 09:00"])
def test_a_day_off_is_quiet(due, sweeping: Sweeping, at):
    sweeping(at)

    assert (Notice.objects.count(), Sweep.objects.count()) == (0, 0)


def test_a_weekend_that_makes_up_for_a_holiday_is_not(due, sweeping: Sweeping):
    put(due, on=date(2026, 5, 8))

    assert sweeping("2026-05-09 09:00").people == 4


def test_nothing_is_sent_before_the_hour_of_the_digest(due, sweeping: Sweeping):
    assert sweeping("2026-07-16 08:29").people == 0
    assert sweeping("2026-07-16 08:30").people == 4


def test_what_is_closed_reminds_nobody(walk: Walk, sweeping: Sweeping, heard: Heard):
    put(walk.closed())
    sweeping(LATE)

    assert heard() == {}


def test_what_was_given_to_another_reminds_the_one_before_of_nothing(due, walk: Walk, sweeping: Sweeping, heard: Heard):
    walk.move(due, Move.TRANSFER, walk.cast.office, note="职责已调整", unit=walk.cast.farming)
    sweeping(LATE)

    assert {name for name, told in heard().items() if "F-001 red" in told} == {"first", "leader", "stranger"}


def test_a_moved_date_is_the_one_that_counts(due, sweeping: Sweeping, heard: Heard):
    Finding.objects.update(due=date(2026, 12, 31))
    sweeping(LATE)

    assert heard() == {}


def test_whoever_has_the_ball_hears_instead_of_the_unit(walk: Walk, sweeping: Sweeping, heard: Heard):
    put(walk.applied())
    sweeping(TWENTY_BEFORE)

    assert heard() == {"leader": ["F-001 green"]}


def test_an_open_measure_is_due_by_itself(walk: Walk, sweeping: Sweeping, heard: Heard):
    walk.rectifying(handler=walk.cast.handler.username)
    sweeping("2026-06-23 09:00")

    assert heard() == {"handler": ["F-001-1 yellow"], "leader": ["F-001-1 yellow"]}


def test_somebody_whose_account_is_closed_is_not_told_but_the_head_is(
    due, walk: Walk, sweeping: Sweeping, heard: Heard
):
    Account.objects.filter(pk=walk.cast.handler.pk).update(is_active=False)
    sweeping(TWENTY_BEFORE)

    assert heard() == {"head": ["F-001 green"]}


def test_what_belongs_to_nobody_is_told_to_the_office(walk: Walk, sweeping: Sweeping, heard: Heard):
    put(walk.raised())
    sweeping(TWENTY_BEFORE)

    assert heard() == {"office": ["F-001 green"]}


def test_the_dates_of_a_round_are_told_to_the_office_until_they_have_passed(round, sweeping: Sweeping, heard: Heard):
    for at in ("2026-03-10 09:00", "2026-03-20 09:00", "2026-03-23 09:00"):
        sweeping(at)

    assert heard() == {"office": ["R1/plan_due yellow", "R1/plan_due yellow"]}


def test_the_trail_says_how_many_heard(due, walk: Walk, sweeping: Sweeping):
    sweeping(TWENTY_BEFORE)
    line = lines_of(walk.cast.county.code, "2026-06-25").get()

    assert (line.event, line.actor, line.after) == ("reminder.sent", "system", {"people": 1, "items": 1})

"""What cannot wait: a request that is late or due within four working hours is told at once, and once."""

from datetime import timedelta

import pytest

from bihuan.desk.models import Request
from bihuan.rules.request import Move
from bihuan.trail.queries import lines_of
from bihuan.watch.models import Notice
from tests.desk.walk import Walk
from tests.watch.conftest import Heard, Sweeping, moment

MORNING, NOON, AFTERNOON = "2026-03-04 08:00", "2026-03-04 11:00", "2026-03-04 15:00"
URGENT = Notice.Kind.URGENT


@pytest.fixture
def desk(cast, round) -> Walk:
    return Walk(cast, round)


def due_at(text: str) -> None:
    Request.objects.update(due_at=moment(text))


def test_four_working_hours_before_it_is_due_its_unit_hears(desk: Walk, sweeping: Sweeping, heard: Heard):
    desk.accepted()
    due_at("2026-03-04 17:30")
    early, late = sweeping(MORNING).urgent, sweeping(AFTERNOON).urgent

    assert (early, late) == (0, 2)
    assert heard(kind=URGENT) == {"handler": ["R-001"], "head": ["R-001"]}


def test_the_same_due_time_is_told_once_and_a_moved_one_again(desk: Walk, sweeping: Sweeping):
    desk.accepted()
    due_at("2026-03-04 17:00")
    first, again = sweeping(AFTERNOON).urgent, sweeping("2026-03-04 16:00").urgent
    due_at("2026-03-05 10:00")

    assert (first, again, sweeping("2026-03-05 08:30").urgent) == (2, 0, 2)


def test_whoever_has_the_ball_hears(desk: Walk, sweeping: Sweeping, heard: Heard):
    desk.submitted()
    due_at("2026-03-04 17:00")
    sweeping(AFTERNOON)

    assert heard(kind=URGENT) == {"office": ["R-001"]}


def test_what_was_handed_over_is_late_for_nobody(desk: Walk, sweeping: Sweeping, heard: Heard):
    desk.handed_over()
    due_at("2026-03-04 08:00")
    sweeping(AFTERNOON)

    assert heard(kind=URGENT) == {}


def test_what_was_given_to_another_unit_reminds_the_first_of_nothing(desk: Walk, sweeping: Sweeping, heard: Heard):
    request = desk.accepted()
    desk.move(request, Move.REASSIGN, desk.cast.office, unit=desk.cast.farming, note="职责已调整")
    due_at("2026-03-04 17:00")
    sweeping(AFTERNOON)

    assert heard(kind=URGENT) == {"stranger": ["R-001"]}


def test_a_day_off_is_quiet_and_the_next_working_day_tells(desk: Walk, sweeping: Sweeping):
    desk.accepted()
    due_at("2026-03-07 10:00")

    assert (sweeping("2026-03-07 09:00").urgent, sweeping("2026-03-09 08:00").urgent) == (0, 2)


def test_the_trail_names_what_was_urgent(desk: Walk, sweeping: Sweeping):
    desk.accepted()
    due_at("2026-03-04 17:00")
    sweeping(AFTERNOON)
    line = lines_of(desk.cast.county.code, "R-001").first()

    assert (line.event, line.actor, line.after) == ("reminder.hurried", "system", {"people": 2})


def test_a_unit_is_told_of_what_it_prepares_receives_and_checks(desk: Walk, sweeping: Sweeping, heard: Heard):
    from bihuan.desk.models import CheckSheet, Delivery, Distribution, Prepared, SelfCheck

    given = {"organisation": desk.cast.county, "round": desk.round, "number": 1}
    on, at = (desk.at + timedelta(days=2)).date(), desk.at
    town = {"unit": desk.cast.town}
    Prepared.objects.create(round=desk.round, number=1, title="三重一大制度", due_on=on, **town)
    text = Distribution.objects.create(**given, title="动员讲话", due_on=on, sent_at=at, sent_by=desk.cast.office)
    Delivery.objects.create(distribution=text, **town)
    points = SelfCheck.objects.create(**given, title="自查", due_on=on, given_by=desk.cast.office, given_at=at)
    CheckSheet.objects.create(selfcheck=points, **town)
    sweeping("2026-03-04 09:00")

    things = ["A-001 yellow", "D-001 yellow", "S-001/U-005 yellow"]
    assert {name: sorted(told) for name, told in heard().items() if name != "office"} == {
        "handler": things,
        "head": things,
    }

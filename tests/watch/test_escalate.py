"""What stays overdue comes to the head, the leader and the first responsible, in turn, and the trail says so."""

from datetime import date

import pytest

from bihuan.ledger.models import Finding
from bihuan.trail.queries import lines_of
from bihuan.watch.models import Escalation, OwnScheme
from tests.ledger.conftest import Walk
from tests.watch.conftest import Heard, Sweeping


@pytest.fixture(autouse=True)
def _only_handlers_hear_of_red(walk: Walk):
    """So that whoever else hears does so by the ladder: head after 3 working days, leader after 5, first after 10."""
    red = {"word": "逾期", "shape": "triangle", "left": -1, "receivers": ["handler"]}
    OwnScheme.objects.create(organisation=walk.cast.county, preset="ahead-20-10", colours={"red": red})


def told_on(sweeping: Sweeping, heard: Heard, day: str) -> list[str]:
    sweeping(f"{day} 09:00")
    return sorted(heard(key=day))


def test_each_level_hears_in_its_turn(due, sweeping: Sweeping, heard: Heard):
    """Due on Wednesday 15 July 2026."""
    days = ("2026-07-17", "2026-07-20", "2026-07-22", "2026-07-29")

    assert [told_on(sweeping, heard, day) for day in days] == [
        ["handler"],
        ["handler", "head"],
        ["handler", "head", "leader"],
        ["first", "handler", "head", "leader"],
    ]


def test_each_step_is_recorded_once(due, walk: Walk, sweeping: Sweeping):
    for day in ("2026-07-20", "2026-07-21", "2026-07-22"):
        sweeping(f"{day} 09:00")
    lines = lines_of(walk.cast.county.code, "F-001").filter(event="reminder.escalated").order_by("number")

    assert [(line.at.day, line.unit_path, line.after) for line in lines] == [
        (20, walk.cast.town.path, {"role": "head", "due": "2026-07-15"}),
        (22, walk.cast.town.path, {"role": "leader", "due": "2026-07-15"}),
    ]


def test_the_finding_shows_each_step_in_words(due, walk: Walk, sweeping: Sweeping, client):
    sweeping("2026-07-20 09:00")
    client.force_login(walk.cast.office)
    page = client.get("/ledger/F-001/").content.decode()

    assert "升级提醒" in page
    assert "reminder.escalated" not in page


def test_a_server_that_slept_records_every_level_that_was_reached(due, sweeping: Sweeping):
    sweeping("2026-08-03 09:00")

    assert list(Escalation.objects.order_by("pk").values_list("role", flat=True)) == ["head", "leader", "first"]


def test_a_moved_date_begins_the_ladder_anew(due, sweeping: Sweeping, heard: Heard):
    sweeping("2026-07-20 09:00")
    Finding.objects.update(due=date(2026, 7, 22))

    assert [told_on(sweeping, heard, day) for day in ("2026-07-24", "2026-07-27")] == [["handler"], ["handler", "head"]]
    assert Escalation.objects.filter(role="head").count() == 2

"""A new unit: its number, its path, and who may not make it."""

import pytest

from bihuan.people.actions import add_unit
from bihuan.people.models import Unit
from bihuan.people.viewer import viewer_of
from bihuan.trail.queries import lines_of
from tests.cast import NOW


def send(client, **fields):
    return client.post("/people/units/new/", {"name": "红岩村", "parent": 5, "short_name": "", "order": "", **fields})


def test_a_unit_gets_the_next_number_and_a_path_below_its_parent(as_office, cast):
    answer = send(as_office, short_name="红岩", order="3")
    unit = Unit.objects.get(name="红岩村")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/people/units/U-007/")
    assert (unit.ref, unit.path, unit.short_name, unit.order) == ("U-007", "1/5/7/", "红岩", 3)
    line = lines_of("yunling", "U-007").get()
    assert (line.event, line.actor, line.unit_path) == ("unit.added", "office", "1/5/7/")
    assert line.after == {"name": "红岩村", "parent": "松河镇", "short_name": "红岩", "order": 3}


def test_a_form_sent_twice_makes_one_unit(as_office, cast):
    answers = [send(as_office, once="token-1") for _ in range(2)]
    assert {answer.headers["Location"] for answer in answers} == {"/people/units/U-007/"}
    assert Unit.objects.filter(name="红岩村").count() == 1


def test_a_name_that_is_taken_comes_back_with_the_reason(as_office, cast):
    answer = send(as_office, name="松河镇")
    assert (answer.status_code, "已有名为“松河镇”的单位" in answer.content.decode()) == (422, True)


def test_another_county_may_use_the_same_name(as_outsider, cast):
    assert send(as_outsider, name="松河镇", parent=1).status_code == 303


def test_a_parent_of_another_county_is_no_choice(as_office, cast):
    assert send(as_office, parent=99).status_code == 422
    refusal = add_unit(cast.county, "红岩村", parent=cast.elsewhere_top, by=viewer_of(cast.office), at=NOW)
    assert refusal.kind == "who"


@pytest.mark.parametrize("who", ["first", "leader", "head", "handler", "supervisor", "stranger"])
def test_nobody_but_the_office_adds_a_unit(cast, who, request):
    assert send(request.getfixturevalue(f"as_{who}")).status_code == 403
    by = viewer_of(getattr(cast, who))
    assert add_unit(cast.county, "红岩村", parent=cast.town, by=by, at=NOW).kind == "who"
    assert not Unit.objects.filter(name="红岩村").exists()


def test_the_office_of_another_county_adds_nothing_here(cast):
    assert add_unit(cast.county, "红岩村", parent=cast.town, by=viewer_of(cast.outsider), at=NOW).kind == "who"

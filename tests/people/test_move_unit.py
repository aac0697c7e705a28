"""Moving a unit: everything below it moves along, and it never lands below itself."""

from bihuan.people.actions import add_unit, move_unit
from bihuan.people.models import Unit
from bihuan.people.queries import unit_for
from bihuan.people.viewer import System, viewer_of
from bihuan.trail.queries import lines_of
from tests.cast import NOW


def paths(cast):
    return dict(Unit.objects.filter(organisation=cast.county).values_list("name", "path"))


def test_the_paths_of_everything_below_move_along(as_office, cast):
    add_unit(cast.county, "一组", parent=cast.village, by=System(), at=NOW)
    answer = as_office.post("/people/units/U-005/move/", {"parent": 4})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/people/units/U-005/")
    moved = {name: path for name, path in paths(cast).items() if path.startswith("1/4/")}
    assert moved == {"县农业农村局": "1/4/", "松河镇": "1/4/5/", "青石村": "1/4/5/6/", "一组": "1/4/5/6/7/"}
    line = lines_of("yunling", "U-005").first()
    assert (line.event, line.before, line.after) == (
        "unit.moved",
        {"parent": "云岭县", "path": "1/5/"},
        {"parent": "县农业农村局", "path": "1/4/5/"},
    )


def test_a_number_that_begins_alike_is_another_unit(cast):
    for number in range(7, 60):
        add_unit(cast.county, f"第{number}村", parent=cast.top, by=System(), at=NOW)
    move_unit(cast.town, parent=cast.farming, by=viewer_of(cast.office), at=NOW)
    assert paths(cast)["第50村"] == "1/50/"


def test_another_county_with_the_same_numbers_is_not_touched(cast):
    for number in range(2, 7):
        add_unit(cast.elsewhere, f"第{number}村", parent=cast.elsewhere_top, by=System(), at=NOW)
    move_unit(cast.town, parent=cast.farming, by=viewer_of(cast.office), at=NOW)
    assert sorted(cast.elsewhere.units.values_list("path", flat=True)) == ["1/", "1/2/", "1/3/", "1/4/", "1/5/", "1/6/"]


def test_who_sees_the_unit_follows_from_its_new_place(cast):
    move_unit(cast.village, parent=cast.farming, by=viewer_of(cast.office), at=NOW)
    assert unit_for(viewer_of(cast.stranger), "U-006").name == "青石村"


def test_a_unit_is_not_moved_below_itself(as_office, cast):
    before = paths(cast)
    assert as_office.post("/people/units/U-005/move/", {"parent": 6}).status_code == 422
    refusal = move_unit(cast.town, parent=cast.village, by=viewer_of(cast.office), at=NOW)
    assert (refusal.kind, paths(cast)) == ("what", before)


def test_the_top_is_not_moved_and_a_move_to_the_same_place_leaves_no_line(cast):
    office = viewer_of(cast.office)
    assert move_unit(cast.top, parent=cast.town, by=office, at=NOW).kind == "what"
    assert move_unit(cast.village, parent=cast.town, by=office, at=NOW).path == "1/5/6/"
    assert not lines_of("yunling").filter(event="unit.moved").exists()


def test_nobody_else_moves_a_unit(as_head, as_outsider, cast):
    address, fields = "/people/units/U-006/move/", {"parent": 1}
    assert [client.post(address, fields).status_code for client in (as_head, as_outsider)] == [403, 404]
    assert move_unit(cast.village, parent=cast.top, by=viewer_of(cast.outsider), at=NOW).kind == "who"

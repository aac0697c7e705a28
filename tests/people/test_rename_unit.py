"""Another name for a unit."""

from bihuan.people.models import Unit
from bihuan.trail.queries import lines_of

ADDRESS = "/people/units/U-005/edit/"


def test_name_short_name_and_order_change_together(as_office, cast):
    answer = as_office.post(ADDRESS, {"name": "松河街道", "short_name": "松河", "order": "2"})
    unit = Unit.objects.get(pk=cast.town.pk)
    assert (answer.status_code, unit.name, unit.label, unit.order) == (303, "松河街道", "松河", 2)
    line = lines_of("yunling", "U-005").first()
    assert (line.event, line.before, line.after) == (
        "unit.renamed",
        {"name": "松河镇", "short_name": "", "order": 0},
        {"name": "松河街道", "short_name": "松河", "order": 2},
    )


def test_saving_without_a_change_leaves_no_line(as_office, cast):
    assert as_office.post(ADDRESS, {"name": "松河镇", "short_name": "", "order": "0"}).status_code == 303
    assert not lines_of("yunling", "U-005").filter(event="unit.renamed").exists()


def test_the_name_of_another_unit_is_refused(as_office, cast):
    answer = as_office.post(ADDRESS, {"name": "青石村"})
    assert (answer.status_code, "已有名为“青石村”的单位" in answer.content.decode()) == (422, True)


def test_an_empty_name_and_an_order_that_is_no_number_are_faults_of_the_form(as_office, cast):
    assert as_office.post(ADDRESS, {"name": " ", "order": "x"}).status_code == 422
    assert Unit.objects.get(pk=cast.town.pk).name == "松河镇"


def test_nobody_else_renames_a_unit(as_head, as_first, as_outsider, cast):
    sent = [client.post(ADDRESS, {"name": "新名"}).status_code for client in (as_head, as_first, as_outsider)]
    assert sent == [403, 403, 404]
    assert Unit.objects.get(pk=cast.town.pk).name == "松河镇"

"""Closing a unit, and opening it again."""

from datetime import date

from bihuan.people.actions import close_unit, end_post, reopen_unit
from bihuan.people.models import Post, Unit
from bihuan.people.queries import units_of
from bihuan.people.viewer import viewer_of
from bihuan.trail.queries import lines_of
from tests.cast import NOW


def test_an_empty_unit_is_closed_from_the_day_on_and_no_longer_a_choice(cast):
    closed = close_unit(cast.village, by=viewer_of(cast.office), at=NOW, note="并入松河社区")
    assert closed.closed_on == date(2026, 3, 2)
    assert "青石村" not in units_of(cast.county).values_list("name", flat=True)
    line = lines_of("yunling", "U-006").first()
    assert (line.event, line.after, line.note) == ("unit.closed", {"closed_on": "2026-03-02"}, "并入松河社区")


def test_a_unit_with_units_or_posts_stays_open(as_office, cast):
    office = viewer_of(cast.office)
    answer = as_office.post("/people/units/U-005/close/")
    assert (answer.status_code, "还有 1 个下级单位" in answer.content.decode()) == (422, True)
    close_unit(cast.village, by=office, at=NOW)
    assert "还有 2 个岗位在这个单位" in as_office.post("/people/units/U-005/close/").content.decode()
    for post in Post.objects.filter(unit=cast.town):
        end_post(post, by=office, at=NOW)
    assert as_office.post("/people/units/U-005/close/").status_code == 303


def test_closing_twice_is_refused_by_its_status(as_office, cast):
    assert as_office.post("/people/units/U-006/close/").status_code == 303
    assert as_office.post("/people/units/U-006/close/").status_code == 409


def test_a_closed_unit_is_opened_again_unless_its_parent_is_closed(as_office, cast):
    close_unit(cast.village, by=viewer_of(cast.office), at=NOW)
    Unit.objects.filter(pk=cast.town.pk).update(closed_on=date(2026, 3, 2))
    assert reopen_unit(cast.village, by=viewer_of(cast.office), at=NOW).kind == "what"
    Unit.objects.filter(pk=cast.town.pk).update(closed_on=None)
    assert as_office.post("/people/units/U-006/reopen/").status_code == 303
    assert Unit.objects.get(pk=cast.village.pk).closed_on is None
    assert lines_of("yunling", "U-006").first().event == "unit.reopened"


def test_nobody_else_closes_a_unit(as_head, as_outsider, cast):
    for move in ("close", "reopen"):
        sent = [client.post(f"/people/units/U-006/{move}/").status_code for client in (as_head, as_outsider)]
        assert sent == [403, 404]
    assert close_unit(cast.village, by=viewer_of(cast.outsider), at=NOW).kind == "who"
    assert reopen_unit(cast.village, by=viewer_of(cast.head), at=NOW).kind == "who"

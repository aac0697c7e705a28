"""A unit objects once and the office decides; a second objection goes to the leader, who has the last word."""

from datetime import datetime

import pytest

from bihuan.desk.models import Request
from bihuan.desk.queries.request_card import request_card
from bihuan.people.viewer import viewer_of
from bihuan.rules.request import Move, Status
from tests.cast import NOW
from tests.desk.conftest import done, reason
from tests.desk.walk import Walk


def objected(walk: Walk) -> Request:
    request = walk.assigned()
    return done(walk.move(request, Move.OBJECT, walk.cast.head, unit=walk.cast.farming, note="不属于我镇职责"))


def objected_twice(walk: Walk) -> Request:
    farming, office = walk.cast.farming, walk.cast.office
    request = done(walk.move(objected(walk), Move.SETTLE, office, unit=farming, note="以主管部门为准"))
    return done(walk.move(request, Move.OBJECT, walk.cast.stranger, unit=walk.cast.town, note="资金由镇管理"))


def test_it_is_the_offices_turn_within_one_working_day(walk: Walk) -> None:
    request = objected(walk)
    assert (request.status, request.holder, request.objections_count) == (Status.OBJECTED, "office", 1)
    one = request.objections.get()
    assert (one.unit, one.suggested_unit, one.reason) == (walk.cast.town, walk.cast.farming, "不属于我镇职责")
    card = request_card(viewer_of(walk.cast.office), request.ref, now=walk.later())
    assert card.settle_by == datetime(2026, 3, 3, 17, 30, tzinfo=card.settle_by.tzinfo)


def test_it_turns_red_on_the_board_at_once(walk: Walk, as_office) -> None:
    request = objected(walk)
    page = as_office.get("/desk/").content.decode()
    assert page.count('class="is-red"') == 1
    assert request.ref in as_office.get("/desk/?when=bounced").content.decode()


@pytest.mark.parametrize("which", ["none", "own", "elsewhere"])
def test_it_names_the_unit_that_should_have_it(walk: Walk, which: str) -> None:
    unit = {"none": None, "own": walk.cast.town, "elsewhere": walk.cast.elsewhere_top}[which]
    refused = reason(walk.move(walk.assigned(), Move.OBJECT, walk.cast.head, unit=unit, note="不属于我镇"))
    assert refused == ("选的就是现在的承办单位，请选择应当承办的单位。" if which == "own" else "请选择单位。")


def test_the_office_settles_it(walk: Walk) -> None:
    request = done(walk.move(objected(walk), Move.SETTLE, walk.cast.office, unit=walk.cast.farming, note="以主责为准"))
    assert (request.status, request.lead_unit, request.holder) == (Status.ASSIGNED, walk.cast.farming, "unit")
    assert request.objections.get().decided_unit == walk.cast.farming
    assert request.since == walk.at


def test_the_second_time_the_leader_has_the_last_word(walk: Walk) -> None:
    request = objected_twice(walk)
    assert request.holder == "leader"
    assert reason(walk.move(request, Move.SETTLE, walk.cast.office, unit=walk.cast.town, note="再议"))
    settled = walk.move(request, Move.SETTLE_FINALLY, walk.cast.first, unit=walk.cast.town, note="由镇承办")
    request = done(settled)
    assert (request.status, request.lead_unit, request.settled_finally) == (Status.ACCEPTED, walk.cast.town, True)
    assert [one.final for one in request.objections.all()] == [False, True]
    assert reason(walk.move(request, Move.REASSIGN, walk.cast.office, unit=walk.cast.farming, note="改派"))


def test_the_suggested_unit_is_proposed_to_whoever_settles(walk: Walk, as_office) -> None:
    page = as_office.get(f"/desk/{objected(walk).ref}/").content.decode()
    assert f'<option value="{walk.cast.farming.number}" selected>' in page


def test_over_the_page(walk: Walk, as_head) -> None:
    request = walk.assigned()
    address = f"/desk/{request.ref}/object/"
    assert as_head.post(address, {"unit": "", "note": "不属于我镇"}).status_code == 422
    assert as_head.post(address, {"unit": walk.cast.farming.number, "note": ""}).status_code == 422
    assert as_head.post(address, {"unit": walk.cast.farming.number, "note": "不属于我镇"}).status_code == 302
    assert as_head.post(address, {"unit": walk.cast.farming.number, "note": "不属于我镇"}).status_code == 409
    assert walk.fresh(request).since > NOW

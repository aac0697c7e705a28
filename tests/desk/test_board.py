"""The board: every request under whoever has the ball, for everybody only what is theirs, at a fixed cost."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bihuan.desk.models import Request
from bihuan.desk.queries.requests import requests_waiting_for
from bihuan.people.actions import close_unit
from bihuan.people.viewer import viewer_of
from bihuan.rules.request import Move, Status
from tests.cast import signed_in
from tests.desk.conftest import done, reason
from tests.desk.walk import Walk

BUDGET = 12


def shown(client, query: str = "") -> list[str]:
    """The references in the order of the board."""
    page = client.get(f"/desk/{query}").content.decode()
    return [f"R-{part[:3]}" for part in page.split('class="ref"><a href="/desk/R-')[1:]]


def test_it_goes_by_hands_and_in_each_hand_by_urgency(walk: Walk, as_office) -> None:
    taken, assigned = walk.taken(), walk.assigned()
    urgent = walk.assigned()
    Request.objects.filter(pk=urgent.pk).update(due_at=walk.at - timedelta(hours=1))
    bounced = done(walk.move(walk.assigned(), Move.OBJECT, walk.cast.head, unit=walk.cast.farming, note="不属于我镇"))
    walk.closed()
    assert shown(as_office) == [bounced.ref, taken.ref, urgent.ref, assigned.ref]
    assert shown(as_office, "?sort=-ref") == [bounced.ref, urgent.ref, assigned.ref, taken.ref]


def test_it_is_filtered(walk: Walk, as_office) -> None:
    taken, assigned = walk.taken("花名册", asked_by="孙组长"), walk.assigned(text="项目台账")
    closed = walk.closed()
    found = {
        "?holder=unit": [assigned.ref], "?status=received": [taken.ref], "?status=closed": [closed.ref],
        "?q=花名册": [taken.ref], "?q=R-002": [assigned.ref], "?q=孙组长": [taken.ref],
        f"?unit={walk.cast.town.ref}": [assigned.ref], "?mine=1": [taken.ref], "?kind=fix": [],
        "?status=all": [taken.ref, assigned.ref, closed.ref], "?sort=nonsense": [taken.ref, assigned.ref],
    }  # fmt: skip
    assert {query: shown(as_office, query) for query in found} == found


def test_everybody_sees_their_own(walk: Walk, as_head, as_leader, as_stranger, as_supervisor, as_outsider) -> None:
    walk.taken()
    mine, theirs = walk.assigned(), walk.assigned(unit=walk.cast.farming)
    theirs.supports.create(unit=walk.cast.village)
    everybody = {"R-001", mine.ref, theirs.ref}
    assert (set(shown(as_head)), set(shown(as_leader)), set(shown(as_stranger))) == (
        {mine.ref, theirs.ref}, {mine.ref, theirs.ref}, {theirs.ref},
    )  # fmt: skip
    assert (set(shown(as_supervisor)), shown(as_outsider)) == (everybody, [])
    assert as_stranger.get(f"/desk/{mine.ref}/").status_code == 404
    assert as_outsider.get(f"/desk/{mine.ref}/").status_code == 404


def test_a_unit_accepts_right_there(walk: Walk, as_handler) -> None:
    request = walk.assigned()
    assert 'action="/desk/R-001/accept/"' in as_handler.get("/desk/").content.decode()
    answer = as_handler.post("/desk/R-001/accept/", {"next": "/desk/?holder=unit"})
    assert (answer.status_code, answer.url) == (302, "/desk/?holder=unit")
    request = walk.fresh(request)
    assert (request.status, request.handler) == (Status.ACCEPTED, walk.cast.handler)
    assert as_handler.post("/desk/R-001/submit/", {"next": "https://example.org/"}).status_code == 422


def test_what_waits_for_whom(walk: Walk) -> None:
    taken, assigned = walk.taken(), walk.assigned()
    checked = done(walk.move(walk.explanation(), Move.CHECK, walk.cast.office))
    theirs = done(walk.move(walk.assigned(), Move.ACCEPT, walk.cast.head, handler=walk.cast.head))
    waiting = {
        name: [row.ref for row in requests_waiting_for(viewer_of(getattr(walk.cast, name)))]
        for name in ("office", "head", "handler", "leader", "first", "supervisor", "stranger", "outsider")
    }
    assert waiting == {
        "office": [taken.ref], "head": [assigned.ref, theirs.ref], "handler": [assigned.ref],
        "leader": [checked.ref], "first": [checked.ref], "supervisor": [], "stranger": [], "outsider": [],
    }  # fmt: skip


def test_many_are_given_to_one_unit_at_once(walk: Walk, as_office) -> None:
    rows = [walk.taken(), walk.taken(), walk.assigned(), walk.submitted()]
    refs = [row.ref for row in rows]
    page = as_office.get("/desk/assign/?" + "&".join(f"ref={ref}" for ref in refs)).content.decode()
    assert "可以分派 3 件，不能分派 1 件，共 4 件。" in page
    given = {"ref": refs, "unit": walk.cast.farming.number, "note": "统一由农业农村局承办"}
    assert as_office.post("/desk/assign/", given).status_code == 302
    units = [walk.fresh(row).lead_unit for row in rows]
    assert units == [walk.cast.farming] * 3 + [walk.cast.town]


def test_a_unit_with_an_open_request_stays_open(walk: Walk) -> None:
    request, office = walk.assigned(unit=walk.cast.village), viewer_of(walk.cast.office)
    assert reason(close_unit(walk.cast.village, by=office, at=walk.later())) == (
        "还有 1 件由它承办的联络事项没有办结，请先改派或办结。"
    )
    done(walk.move(request, Move.WITHDRAW, walk.cast.office, note="重复"))
    assert done(close_unit(walk.cast.village, by=office, at=walk.later()))


def copied(request: Request, times: int) -> None:
    """The same request again and again, straight into the tables: only rows are wanted."""
    support = request.supports.create(unit=request.organisation.units.last())
    for number in range(100, 100 + times):
        request.pk, request.number = None, number
        request.save()
        support.pk, support.request = None, request
        support.save()


@pytest.mark.parametrize("who", ["office", "head", "leader"])
def test_the_board_of_500_costs_what_the_board_of_one_costs(walk: Walk, who: str) -> None:
    client, request = signed_in(getattr(walk.cast, who)), walk.assigned()
    costs = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/desk/").status_code == 200
        costs.append(len(queries))
        copied(request, 499) if len(costs) == 1 else None
    assert Request.objects.count() == 500
    assert costs[0] == costs[1] <= BUDGET, costs


def test_the_page_of_a_request_costs_the_same_with_many_passes(walk: Walk, as_supervisor) -> None:
    def cost(request: Request) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert as_supervisor.get(f"/desk/{request.ref}/").status_code == 200
        return len(queries)

    once = walk.submitted(walk.material())
    often = walk.submitted(walk.material("花名册"))
    for _ in range(3):
        often = done(walk.move(often, Move.RETURN, walk.cast.office, note="不齐"))
        often = done(walk.move(often, Move.SUBMIT, walk.cast.head))
    assert cost(once) == cost(often)

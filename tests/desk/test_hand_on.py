"""A handler leaves: the open requests go to a successor, and those that are over stay as they were."""

from bihuan.people.actions import hand_on
from bihuan.people.belongings import belongings
from bihuan.rules.life import Refusal
from bihuan.rules.request import Move
from bihuan.trail.models import Line
from tests.cast import signed_in
from tests.desk.conftest import done, reason
from tests.desk.walk import Walk


def handled(walk: Walk):
    return done(walk.move(walk.assigned(), Move.ACCEPT, walk.cast.handler, handler=walk.cast.handler))


def pass_to(walk: Walk, successor) -> object:
    return hand_on(
        walk.cast.handler,
        successor=successor,
        signed_leaver="吴敏",
        signed_successor=successor.name,
        by=walk.by(walk.cast.office),
        at=walk.later(),
    )


def test_an_open_request_goes_to_the_successor_and_the_ball_stays_where_it_is(walk: Walk) -> None:
    request = handled(walk)
    walk.closed()
    assert [(each.ref, [str(part) for part in each.parts]) for each in belongings(walk.cast.handler)] == [
        (request.ref, ["承办人"])
    ]
    done(pass_to(walk, walk.cast.head))
    fresh = walk.fresh(request)
    assert (fresh.handler, fresh.holder, fresh.since) == (walk.cast.head, request.holder, request.since)
    line = Line.objects.get(event="request.handed_on")
    assert (line.subject, line.unit_path, line.before, line.after) == (
        request.ref, walk.cast.town.path, {"handler": "吴敏"}, {"handler": "赵启"},
    )  # fmt: skip


def test_somebody_of_another_unit_cannot_take_it_over(walk: Walk) -> None:
    request = handled(walk)
    refused = pass_to(walk, walk.cast.stranger)
    assert isinstance(refused, Refusal)
    assert reason(refused) == f"{request.ref} 由松河镇承办，何青在那里没有岗位，请先设置岗位或另选接收人。"
    assert walk.fresh(request).handler == walk.cast.handler


def test_the_office_sees_it_on_the_page_of_the_person(walk: Walk) -> None:
    request = handled(walk)
    where = "/people/accounts/handler/"
    assert request.ref in signed_in(walk.cast.office).get(where).content.decode()
    assert request.ref in signed_in(walk.cast.office).get(f"{where}succession/").content.decode()
    assert request.ref not in signed_in(walk.cast.head).get(where).content.decode()

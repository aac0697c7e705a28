"""A request from being taken down to being closed: every pass is kept, and its times add up to the second."""

from bihuan.desk.queries.request_facts import passes_of
from bihuan.rules.holding import per_party, spans, total
from bihuan.rules.request import Move, Party, Status
from bihuan.rules.workdays import official
from tests.desk.conftest import done
from tests.desk.walk import Walk


def test_every_pass_says_from_whom_to_whom(walk: Walk, events) -> None:
    request = walk.closed()
    town = walk.cast.town
    passes = [
        (row.move, row.from_party, row.from_unit, row.to_party, row.to_unit, row.to_status)
        for row in request.handoffs.all()
    ]
    assert passes == [
        ("take_down", "group", None, "office", None, "received"),
        ("assign", "office", None, "unit", town, "assigned"),
        ("accept", "unit", town, "unit", town, "accepted"),
        ("submit", "unit", town, "office", None, "prepared"),
        ("check", "office", None, "office", None, "released"),
        ("hand_over", "office", None, "group", None, "handed_over"),
        ("receipt", "group", None, "office", None, "receipted"),
        ("close", "office", None, "", None, "closed"),
    ]
    assert events(request) == [
        "request.taken_down", "request.assigned", "request.accepted", "answer.written", "request.submitted",
        "request.checked", "request.handed_over", "request.receipted", "request.closed",
    ]  # fmt: skip
    assert (request.received_by_group, request.holder, request.closed_at) == ("孙组长", "", walk.at)


def test_the_times_held_add_up_to_the_whole(walk: Walk) -> None:
    request = walk.closed()
    held = spans(passes_of(list(request.handoffs.all())), walk.later(days=3), official())
    parties = per_party(held)
    assert set(parties) == {Party.OFFICE, Party.UNIT, Party.GROUP}
    assert total(held).elapsed == sum(each.elapsed for each in parties.values())
    assert total(held).elapsed == int((request.closed_at - request.taken_at).total_seconds())


def test_since_is_when_the_holder_got_the_ball(walk: Walk) -> None:
    request = walk.assigned()
    got = request.since
    assert done(walk.move(request, Move.ACCEPT, walk.cast.handler)).since == got


def test_an_explanation_is_released_by_a_leader(walk: Walk) -> None:
    request = done(walk.move(walk.explanation(), Move.CHECK, walk.cast.office))
    assert (request.status, request.holder) == (Status.CHECKED, "leader")
    request = done(walk.move(request, Move.RELEASE, walk.cast.leader))
    assert (request.status, request.holder) == (Status.RELEASED, "office")

"""The page of a request: who has the ball, the one next step, the other moves, and nothing for a stranger."""

import re

import pytest

from bihuan.desk.queries.request_card import hands, request_card
from bihuan.people.viewer import viewer_of
from bihuan.rules.request import Move, Status
from tests.cast import signed_in
from tests.desk.conftest import done
from tests.desk.walk import Walk

MOVES = re.compile(r'action="/desk/R-001/([a-z_]+)/"')


def offered(walk: Walk, who: str) -> list[str]:
    page = signed_in(getattr(walk.cast, who)).get("/desk/R-001/")
    return [name for name in MOVES.findall(page.content.decode()) if name in list(Move)]


@pytest.mark.parametrize(
    ("place", "moves"),
    [
        ("taken", {"office": ["assign", "withdraw"]}),
        ("assigned", {"office": ["reassign", "withdraw"], "head": ["accept", "object"], "handler": ["accept"]}),
        ("answered", {"office": ["reassign", "withdraw"], "head": ["submit"], "handler": ["submit"]}),
        ("submitted", {"office": ["check", "return", "withdraw"], "head": ["take_back"], "handler": ["take_back"]}),
        ("released", {"office": ["hand_over", "return", "withdraw"]}),
        ("handed_over", {"office": ["receipt", "send_back", "take_back_handover"]}),
        ("receipted", {"office": ["close", "send_back"]}),
        ("closed", {"office": ["reopen"]}),
    ],
)
def test_everybody_is_offered_what_is_theirs(walk: Walk, place: str, moves: dict[str, list[str]]) -> None:
    getattr(walk, place)()
    people = ("office", "head", "handler", "supervisor", "first", "leader")
    found = {who: offered(walk, who) for who in people} if place != "taken" else {"office": offered(walk, "office")}
    assert {who: names for who, names in found.items() if names} == moves


def test_a_move_that_is_not_possible_yet_says_why(walk: Walk, as_head) -> None:
    walk.accepted()
    page = as_head.get("/desk/R-001/").content.decode()
    assert "disabled>交联络组审核</button>" in page
    assert "还差 1 项条件。" in page
    assert "至少附一件材料或写明答复" in page


def test_nothing_is_offered_first_but_the_step_that_carries_it_on(walk: Walk, as_office) -> None:
    walk.assigned()
    page = as_office.get("/desk/R-001/").content.decode()
    assert '<details class="move" open' not in page
    assert '<details class="move" open' in as_office.get("/desk/R-001/withdraw/").content.decode()


def test_a_stranger_learns_nothing(walk: Walk, as_stranger, as_outsider) -> None:
    walk.assigned()
    for client in (as_stranger, as_outsider):
        for path in ("", "accept/", "amend/", "undo/", "answer/write/", "answer/attach/", "answer/material/"):
            assert client.post(f"/desk/R-001/{path}", {}).status_code in (404, 405)


@pytest.mark.parametrize("path", ["/desk/R-1x/", "/desk/F-001/", "/desk/R-099/", "/desk/R-001/dance/"])
def test_what_is_not_there_is_not_found(walk: Walk, as_office, path: str) -> None:
    walk.taken()
    assert as_office.get(path).status_code == 404


def test_a_wrong_person_a_wrong_time_and_a_lack_are_told_apart(walk: Walk, as_head, as_leader) -> None:
    walk.accepted()
    assert as_leader.post("/desk/R-001/submit/", {}).status_code == 403
    assert as_head.post("/desk/R-001/accept/", {}).status_code == 409
    assert as_head.post("/desk/R-001/submit/", {}).status_code == 422
    assert as_head.post("/desk/R-001/prepare/", {}).status_code == 404


def test_a_move_answers_with_the_record_for_htmx_and_the_page_otherwise(walk: Walk, as_head) -> None:
    walk.assigned()
    answer = as_head.post("/desk/R-001/accept/", {"note": ""}, headers={"HX-Request": "true"})
    assert (answer.status_code, answer.content.decode().lstrip()[:17]) == (200, '<div id="request"')
    assert as_head.post("/desk/R-001/accept/", {}).status_code == 409


def test_what_was_typed_comes_back_with_the_reason(walk: Walk, as_office) -> None:
    walk.submitted()
    page = as_office.post("/desk/R-001/send_back/", {"note": "年度不全"})
    assert page.status_code == 409
    page = as_office.post("/desk/R-001/return/", {"note": " "})
    assert (page.status_code, "请写明理由。" in page.content.decode()) == (422, True)


def test_the_shares_of_the_bar_fill_it(walk: Walk) -> None:
    request = done(walk.move(walk.submitted(), Move.RETURN, walk.cast.office, note="不齐"))
    card = request_card(viewer_of(walk.cast.office), request.ref, now=walk.later(hours=7))
    assert [hand.label if isinstance(hand.label, str) else str(hand.label) for hand in card.hands] == [
        "联络组",
        "松河镇",
    ]
    assert sum(hand.share for hand in card.hands) == 1000
    assert sum(hand.held.elapsed for hand in card.hands) == card.total.elapsed
    assert hands((), {}) == ()


def test_the_timeline_names_every_pass_with_its_reason(walk: Walk, as_supervisor) -> None:
    done(walk.move(walk.submitted(), Move.RETURN, walk.cast.office, note="缺2024年"))
    page = as_supervisor.get("/desk/R-001/").content.decode()
    timeline = page[page.index('class="timeline"') :]
    assert re.findall(r"<p><b>(.*?)</b>", timeline) == ["退回补正", "交联络组审核", "修改答复", "签收", "分派", "登记"]
    assert "缺2024年" in timeline
    assert walk.fresh(walk.round.requests.get()).status == Status.ACCEPTED

"""Does Today show which papers wait for whom: to approve, to sign for, to answer, and proof that is due soon?"""

from datetime import date

import pytest

from bihuan.dispatch.actions.giving import sign
from bihuan.ledger.models import StandingProof
from bihuan.overview.queries.today_lead import lead_today
from bihuan.overview.queries.today_papers import PapersToday, papers_today
from bihuan.people.viewer import viewer_of
from bihuan.rules.dispatch import Move
from tests.cast import NOW, Cast, signed_in
from tests.dispatch.conftest import Desk, _no_libreoffice, desk  # noqa: F401
from tests.ledger.conftest import Walk, done, round, walk  # noqa: F401
from tests.overview.test_query_budget import cost
from tests.watch.letters import Post

TODAY = date(2026, 6, 1)
EVERYBODY = ("first", "leader", "office", "head", "handler", "supervisor", "stranger", "outsider")


def waiting(cast: Cast, today: date = TODAY) -> dict[str, PapersToday]:
    """What each of the cast has there, of those who have something."""
    found = {name: papers_today(viewer_of(getattr(cast, name)), today=today) for name in EVERYBODY}
    return {name: papers for name, papers in found.items() if papers.waiting}


def test_a_submitted_paper_waits_for_those_who_approve_it(desk: Desk, cast: Cast):  # noqa: F811
    row = desk.submitted()

    assert waiting(cast) == {"first": PapersToday(approving=(row,)), "leader": PapersToday(approving=(row,))}
    leader = viewer_of(cast.leader)
    lead = lead_today(leader, papers_today(leader, today=TODAY), today=TODAY)
    assert [each.count for each in lead.signing if each.page == "dispatch"] == [1]


def test_an_issued_paper_waits_for_those_who_sign_for_it_until_one_has(desk: Desk, cast: Cast):  # noqa: F811
    row = desk.issued()
    unit, person = row.receivers.order_by("pk")
    assert waiting(cast) == {
        "head": PapersToday(copies=(unit,)),
        "handler": PapersToday(copies=(unit,)),
        "stranger": PapersToday(copies=(person,)),
    }

    done(sign(unit, by=viewer_of(cast.handler), at=NOW))
    assert waiting(cast) == {"stranger": PapersToday(copies=(person,))}


def test_a_recalled_paper_is_signed_for_no_more(desk: Desk, cast: Cast):  # noqa: F811
    done(desk.move(desk.issued(), Move.RECALL, note="附表有误，另发新文"))

    assert waiting(cast) == {}


def test_a_letter_waits_for_its_answer_with_the_unit(walk: Walk, cast: Cast):  # noqa: F811
    letter = Post(walk, walk.rectifying()).signed()

    assert waiting(cast) == {"head": PapersToday(letters=(letter,)), "handler": PapersToday(letters=(letter,))}


@pytest.mark.parametrize(
    ("today", "shown"),
    [(date(2026, 5, 31), False), (date(2026, 6, 1), True), (date(2026, 6, 15), True), (date(2026, 7, 1), True)],
)
def test_proof_waits_for_the_unit_from_two_weeks_before_its_date(walk: Walk, cast: Cast, today: date, shown: bool):  # noqa: F811
    walk.closed(standing=True)
    StandingProof.objects.update(due=date(2026, 6, 15), until=date(2026, 6, 30))
    proof = PapersToday(proofs=(StandingProof.objects.get(),))

    assert waiting(cast, today) == ({"head": proof, "handler": proof} if shown else {})


def test_proof_for_a_time_that_has_not_begun_is_not_asked_for_yet(walk: Walk, cast: Cast):  # noqa: F811
    walk.closed(standing=True)
    StandingProof.objects.update(number=2, start=TODAY, due=date(2026, 6, 10), until=date(2026, 6, 30))

    assert waiting(cast) == {}


def test_the_page_of_today_names_them_and_counts_them(desk: Desk, walk: Walk, as_head, as_leader):  # noqa: F811
    walk.closed(standing=True)
    StandingProof.objects.update(due=date(2020, 6, 15))
    desk.issued()
    desk.submitted("statistics")
    head, leader = as_head.get("/").text, as_leader.get("/").text

    assert [text in head for text in ("2 件等您办", "等您签收的文件（1）", "长期坚持，请提供佐证")] == [True] * 3
    assert [text in leader for text in ("1 件等您办", "等您审批的发文（1）", "发文待审批 1")] == [True] * 3


@pytest.mark.parametrize("who", ["leader", "head"])
def test_today_costs_the_same_with_one_paper_and_with_many(desk: Desk, walk: Walk, cast: Cast, who: str):  # noqa: F811
    def more() -> None:
        walk.closed(standing=True)
        StandingProof.objects.update(due=date(2020, 6, 15))
        Post(walk, walk.rectifying()).signed()
        desk.issued()
        desk.submitted()

    client = signed_in(getattr(cast, who))
    more()
    at_one = cost(client, "/")
    for _again in range(4):
        more()

    assert cost(client, "/") == at_one

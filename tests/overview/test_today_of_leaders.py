"""What do the first responsible and a leader see first: what they lead, what they sign, and the units in charge?"""

from datetime import date

import pytest

from bihuan.ledger.models import Finding
from bihuan.ledger.queries.review import review_queue
from bihuan.overview.queries.today_lead import Lead, lead_today
from bihuan.overview.queries.today_papers import PapersToday
from bihuan.people.models import Account
from bihuan.people.viewer import viewer_of
from bihuan.rules.rates import Tally
from tests.cast import Cast
from tests.ledger.conftest import Walk, round, walk  # noqa: F401

TODAY = date(2026, 9, 1)


def lead(account: Account) -> Lead:
    found = lead_today(viewer_of(account), PapersToday(), today=TODAY)
    assert found
    return found


def test_only_those_who_lead_have_this_part(walk: Walk, cast: Cast) -> None:  # noqa: F811
    walk.claimed()

    others = [getattr(cast, name) for name in ("office", "head", "handler", "supervisor", "stranger")]
    assert [lead_today(viewer_of(each), PapersToday(), today=TODAY) for each in others] == [None] * 5


def test_the_first_responsible_sees_what_is_led_personally_and_what_is_key(walk: Walk, cast: Cast) -> None:  # noqa: F811
    walk.claimed()
    walk.claimed(key=True)
    walk.assign(walk.claimed(), leader="first")

    found = lead(cast.first)
    assert ([row.ref for row in found.own], found.led) == (["F-002", "F-003"], Tally(2, 0, 0, 2, 2))
    assert found.charges == ()


def test_what_waits_for_a_signature_is_what_the_review_shows(walk: Walk, cast: Cast) -> None:  # noqa: F811
    walk.planned()
    walk.applied()

    found, queue = lead(cast.leader), review_queue(viewer_of(cast.leader))
    assert {str(each.label): each.count for each in found.signing if each.page == "review"} == {
        "异议待处理": 0, "方案待审核": 1, "销号待审核": 1, "延期待审批": 0,
    }  # fmt: skip
    assert (len(queue.plans), len(queue.closeouts)) == (1, 1)


def test_each_unit_in_charge_has_its_three_counts(walk: Walk, cast: Cast) -> None:  # noqa: F811
    walk.closed()
    walk.claimed()
    walk.claimed(immediate=True)
    Finding.objects.filter(number=3).update(lead_unit=cast.village)

    [charge] = lead(cast.leader).charges
    assert (charge.unit, charge.ordinary, charge.immediate, charge.own) == (
        cast.town, Tally(2, 1, 0, 1, 1), Tally(1, 0, 0, 1, 1), Tally(),
    )  # fmt: skip


@pytest.mark.parametrize(("who", "said"), [("first", "本人领办和重点关注"), ("leader", "分管单位")])
def test_the_page_of_today_begins_with_it(walk: Walk, cast: Cast, request, who: str, said: str) -> None:  # noqa: F811
    walk.planned(key=True)
    page = request.getfixturevalue(f"as_{who}").get("/").text

    assert ("等您签批" in page, "专题会" in page, said in page) == (True, True, True)

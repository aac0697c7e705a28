"""What may be kept out of a public notice, with whose consent, and when does it count as published?"""

from dataclasses import replace

import pytest

from bihuan.reading.completion import completion_of
from bihuan.rules.finding import Partly
from bihuan.rules.finding import Status as FindingStatus
from bihuan.rules.life import Refusal
from bihuan.rules.notice import (
    GROUNDS,
    ROWS,
    WORDINGS,
    Facts,
    Move,
    Public,
    Release,
    Status,
    ask,
    decide,
    offers,
    public_state,
    release,
)
from bihuan.rules.people import Role

OFFICE, FIRST = frozenset({Role.OFFICE}), frozenset({Role.FIRST})
READY = Release(OFFICE, issued=True)


def test_there_are_five_grounds_and_no_other():
    assert len(GROUNDS) == 5
    assert ask(OFFICE, "case", "正在初核", pending=False) is None
    assert str(ask(OFFICE, "lazy", "不想公开", pending=False).reason) == "请选择不公开的情形，只有五种情形可以不公开。"


@pytest.mark.parametrize(
    ("parts", "reason", "pending", "said"),
    [
        (FIRST, "理由", False, "是否公开由整改办提出。"),
        (OFFICE, "理由", True, "这一条已提出不公开，请先撤回再改。"),
        (OFFICE, " ", False, "请写明不公开的理由。"),
    ],
)
def test_only_the_office_asks_once_and_with_a_reason(parts, reason, pending, said):
    assert str(ask(parts, "case", reason, pending=pending).reason) == said


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("move", Move)
@pytest.mark.parametrize("role", Role)
def test_every_move_from_every_status_by_everybody(status, move, role):
    verdict = decide(move, Facts(status, frozenset({role}), "经领导小组会议研究"))
    rows = [row for row in ROWS if row.move is move and row.source is status and role in row.who]
    assert verdict == rows[0].target if rows else isinstance(verdict, Refusal)


def test_nobody_approves_what_he_or_she_asked_for():
    verdict = decide(Move.APPROVE, Facts(Status.ASKED, OFFICE | FIRST, "会议研究", asked=True))
    assert (verdict.kind, str(verdict.reason)) == ("who", "自己提出的不公开不能由自己审批。")


def test_an_approval_names_the_meeting():
    assert str(decide(Move.APPROVE, Facts(Status.ASKED, FIRST)).reason) == "请写明理由。"
    assert [offer.move for offer in offers(Facts(Status.ASKED, FIRST))] == [Move.APPROVE, Move.REFUSE]


@pytest.mark.parametrize(
    ("status", "partly", "public"),
    [
        (FindingStatus.CLOSED, Partly.NO, Public.DONE),
        (FindingStatus.CLOSED, Partly.CONFIRMED, Public.DONE),
        (FindingStatus.RECTIFYING, Partly.CONFIRMED, Public.PARTLY),
        (FindingStatus.RECTIFYING, Partly.REPORTED, Public.OPEN),
        (FindingStatus.UNDER_REVIEW, Partly.NO, Public.OPEN),
        (FindingStatus.UNCLAIMED, Partly.NO, Public.OPEN),
    ],
)
def test_only_what_is_closed_is_done(status, partly, public):
    assert public_state(status, partly) is public


@pytest.mark.parametrize("wording", WORDINGS)
@pytest.mark.parametrize("public", Public)
def test_every_word_for_a_state_means_that_state(wording, public):
    assert completion_of(str(WORDINGS[wording][public])) == public.value


@pytest.mark.parametrize(
    ("lacking", "said"),
    [
        ({"issued": False}, "公开稿还没有经主要负责人审核并印发。"),
        ({"pending": 2}, "还有 2 条不公开申请没有审批。"),
        ({"numbers": 1}, "还有 1 处身份证号、电话或银行卡号，请先改写。"),
        ({"others": 3}, "有 3 处姓名或金额，请逐处核对后勾选。"),
    ],
)
def test_a_release_that_lacks_something_says_what(lacking, said):
    assert [str(each) for each in release(replace(READY, **lacking)).missing] == [said]


def test_a_notice_that_was_looked_through_is_released_by_the_office_alone():
    assert release(READY) is None
    assert release(replace(READY, others=3, looked_at=True)) is None
    assert release(replace(READY, parts=FIRST)).kind == "who"

"""Asking and deciding over HTTP: on the page of the finding, in the review queue, and for whom nothing is there."""

from datetime import date

import pytest

from bihuan.ledger.models import Extension, Finding
from bihuan.rules.extension import Status
from tests.cast import signed_in
from tests.ledger.conftest import Walk

ASK = "/ledger/F-001/extensions/"
SENT = {"measure": "", "wanted": "2026-09-15", "reason": "汛期影响施工"}


@pytest.fixture(autouse=True)
def _on_the_day_of_the_story(monkeypatch, walk: Walk) -> None:
    """The clock of the pages is the clock of the walk."""
    monkeypatch.setattr("django.utils.timezone.now", walk.later)


@pytest.fixture
def finding(walk: Walk) -> Finding:
    return walk.rectifying()


def page(client, where: str = "/ledger/F-001/") -> str:
    return client.get(where).content.decode()


def test_the_unit_is_offered_the_form_and_nobody_else(finding, as_head, as_handler, as_office, as_supervisor) -> None:
    offered = [f'action="{ASK}"' in page(client) for client in (as_head, as_handler, as_office, as_supervisor)]
    assert offered == [True, True, False, False]


def test_an_asking_is_kept_and_the_page_says_until_when(finding, as_head, as_leader) -> None:
    answer = as_head.post(ASK, SENT)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/ledger/F-001/#extensions")
    extension = Extension.objects.get()
    assert (extension.due, extension.wanted, extension.reason, extension.level) == (
        date(2026, 8, 31), date(2026, 9, 15), "汛期影响施工", "leader",
    )  # fmt: skip
    assert f'action="{ASK}1/withdraw/"' in page(as_head)
    assert f'action="{ASK}1/approve/"' not in page(as_head)
    assert f'action="{ASK}1/approve/"' in page(as_leader)


def test_the_leader_finds_it_in_the_queue_and_grants_it(walk: Walk, finding, as_head, as_leader, as_stranger) -> None:
    as_head.post(ASK, SENT)
    assert "延期待审批（1）" in page(as_leader, "/review/")
    assert "延期待审批" not in page(as_stranger, "/review/")
    assert as_leader.post(f"{ASK}1/approve/", {"note": ""}).status_code == 302
    assert walk.fresh(finding).due == date(2026, 9, 15)
    assert "原时限 2026-08-31" in page(as_head)
    assert "原时限 2026-08-31" in page(as_leader, "/ledger/")
    assert "延期待审批" not in page(as_leader, "/review/")


def test_a_measure_is_chosen_by_its_number(finding, as_handler, as_leader) -> None:
    as_handler.post(ASK, SENT | {"measure": "1", "wanted": "2026-07-10"})
    answer = as_leader.post(f"{ASK}1/approve/", headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert "<html" not in answer.content.decode()
    assert finding.measures.get().due == date(2026, 7, 10)
    assert finding.due == date(2026, 8, 31)


def test_a_refusal_says_why_and_keeps_what_was_typed(finding, as_head, as_office, as_leader) -> None:
    assert as_office.post(ASK, SENT).status_code == 403
    answer = as_head.post(ASK, SENT | {"wanted": "2026-08-31"})
    assert answer.status_code == 422
    assert "新时限须晚于现在的时限 2026-08-31。" in answer.content.decode()
    assert "汛期影响施工" in answer.content.decode()
    assert as_head.post(ASK, SENT | {"wanted": "2026-02-30"}).status_code == 422
    assert as_head.post(ASK, SENT).status_code == 302
    assert as_head.post(ASK, SENT).status_code == 409
    assert as_leader.post(f"{ASK}1/refuse/", {"note": " "}).status_code == 422
    assert as_head.post(f"{ASK}1/approve/").status_code == 403


def test_a_long_one_is_shown_to_the_leader_with_the_reason_instead_of_a_button(
    finding, as_head, as_leader, as_first
) -> None:
    as_head.post(ASK, SENT | {"wanted": "2026-10-31"})
    assert "延期时间较长，由第一责任人审批。" in page(as_leader)
    assert "延期待审批（1）" in page(as_first, "/review/")
    assert as_first.post(f"{ASK}1/refuse/", {"note": "再想办法"}).status_code == 302
    assert Extension.objects.get().status == Status.REFUSED


def test_strangers_learn_nothing_and_unknown_ones_are_not_found(finding, as_head, as_stranger, as_outsider) -> None:
    as_head.post(ASK, SENT)
    for client in (as_stranger, as_outsider):
        assert client.post(ASK, SENT).status_code == 404
        assert client.post(f"{ASK}1/approve/").status_code == 404
    assert as_head.post(f"{ASK}2/withdraw/").status_code == 404
    assert as_head.post(f"{ASK}1/explode/").status_code == 404


def test_once_the_date_has_passed_the_page_says_so(walk: Walk, finding) -> None:
    walk.later(days=200)
    as_head = signed_in(walk.cast.head)
    assert "时限 2026-08-31 已过，延期须在到期前申请。" in page(as_head)
    assert as_head.post(ASK, SENT | {"wanted": "2026-12-31"}).status_code == 409

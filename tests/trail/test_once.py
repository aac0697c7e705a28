"""A form sent twice acts once; the second sender is taken where the first one was."""

from datetime import timedelta

from bihuan.trail.actions import forget_sent
from bihuan.trail.models import Sent
from tests.ledger.conftest import Walk, round, walk  # noqa: F401


def test_the_token_is_kept_with_where_the_sender_was_taken(walk: Walk, as_head) -> None:  # noqa: F811
    walk.assigned()
    as_head.post("/ledger/F-001/claim/", {"once": "abc"})
    assert list(Sent.objects.values_list("token", "account", "location")) == [("abc", "head", "/ledger/F-001/")]


def test_htmx_is_told_to_go_back_to_its_page(walk: Walk, as_head) -> None:  # noqa: F811
    walk.assigned()
    page = {"HX-Request": "true", "HX-Current-URL": "http://testserver/ledger/F-001/"}
    answers = [as_head.post("/ledger/F-001/claim/", {"once": "abc"}, headers=page) for _ in range(2)]
    assert [a.status_code for a in answers] == [200, 200]
    assert answers[1].headers["HX-Redirect"] == "http://testserver/ledger/F-001/"


def test_a_token_of_somebody_else_leads_nowhere(walk: Walk, as_head, as_handler) -> None:  # noqa: F811
    walk.assigned()
    as_head.post("/ledger/F-001/claim/", {"once": "abc"})
    assert as_handler.post("/ledger/F-001/claim/", {"once": "abc"}).status_code == 409


def test_a_step_of_a_dialogue_gives_its_token_back(walk: Walk, as_office) -> None:  # noqa: F811
    walk.raised()
    form = {"once": "abc", "ref": "F-001", "look": "1", "key": "yes"}
    pages = [as_office.post("/ledger/assign/", form) for _ in range(2)]
    assert [page.status_code for page in pages] == [200, 200]
    assert not Sent.objects.exists()


def test_a_form_whose_answer_was_lost_is_not_sent_blindly_again(walk: Walk, as_head, monkeypatch) -> None:  # noqa: F811
    walk.assigned()
    monkeypatch.setattr("bihuan.trail.once.PATIENCE", 0)
    Sent.objects.create(token="abc", account="head", at=walk.at)
    answer = as_head.post("/ledger/F-001/claim/", {"once": "abc"}, headers={"Referer": "/ledger/F-001/"})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/ledger/F-001/")
    page = as_head.get("/ledger/F-001/").content.decode()
    assert "上一次提交还没有结果" in page
    assert "待认领" in page


def test_a_fault_gives_the_token_back(walk: Walk, as_head, monkeypatch) -> None:  # noqa: F811
    walk.assigned()
    as_head.raise_request_exception = False
    monkeypatch.setattr("bihuan.ledger.views.finding.move", lambda *_, **__: 1 / 0)
    assert as_head.post("/ledger/F-001/claim/", {"once": "abc"}).status_code == 500
    assert not Sent.objects.exists()


def test_tokens_are_forgotten_after_a_while(walk: Walk) -> None:  # noqa: F811
    for name, age in (("old", 8), ("new", 1)):
        Sent.objects.create(token=name, account="head", at=walk.at - timedelta(days=age), acted=True)
    assert forget_sent(walk.at - timedelta(days=7)) == 1
    assert [sent.token for sent in Sent.objects.all()] == ["new"]

"""A long paper is made while nobody waits: watched on its page, called off, and there when it is done."""

import pytest

from bihuan.dispatch import maker
from bihuan.dispatch.kinds import kinds
from bihuan.dispatch.models import Outgoing, Version

HTMX = {"HX-Request": "true"}


@pytest.fixture
def _with_maker(monkeypatch):
    """A maker is there, but it makes only when the test says so, and nobody waits for it."""
    monkeypatch.setattr(maker, "is_running", lambda: True)
    monkeypatch.setattr(maker, "PATIENCE", 0)


@pytest.mark.usefixtures("_with_maker")
def test_a_paper_is_watched_until_it_is_there(desk, as_office, as_head):
    assert as_office.post("/dispatch/new/ledger/?round=R1", {}).url == "/dispatch/W-001/"
    page = as_office.get("/dispatch/W-001/").text
    assert "等待生成" in page
    assert 'hx-get="/dispatch/W-001/V1/"' in page
    assert "等待生成" in as_office.get("/dispatch/W-001/V1/", headers=HTMX).text
    assert as_head.get("/dispatch/W-001/V1/", headers=HTMX).status_code == 404

    assert maker.make_next()

    done = as_office.get("/dispatch/W-001/V1/", headers=HTMX)
    assert done.headers["HX-Redirect"] == "/dispatch/W-001/?version=1"
    file = as_office.get("/dispatch/W-001/V1/xlsx/")
    assert b"".join(file.streaming_content).startswith(b"PK")
    assert as_office.get("/dispatch/W-001/V1/docx/").status_code == 404


@pytest.mark.usefixtures("_with_maker")
def test_it_is_called_off_from_its_page(desk, as_office, as_leader):
    as_office.post("/dispatch/new/ledger/?round=R1", {})
    assert as_leader.post("/dispatch/W-001/V1/cancel/").status_code == 403
    assert as_office.post("/dispatch/W-001/V1/cancel/").url == "/dispatch/W-001/"
    assert (maker.make_next(), Version.objects.get().status) == (False, "cancelled")
    assert as_office.post("/dispatch/W-001/V1/cancel/").status_code == 409


def test_a_kind_that_asks_is_made_of_what_was_chosen(desk, as_office):
    assert "现在还没有可选的内容" in as_office.get("/dispatch/new/handover/").text
    days = kinds()["brief"].asks[0].choices(desk.office, desk.round)
    assert as_office.post("/dispatch/new/brief/", {"day": "2020-01-01"}).status_code == 422
    assert as_office.post("/dispatch/new/brief/", {"day": days[0][0]}).status_code == 302
    assert Outgoing.objects.get().title == f"联络日报　{days[0][1]}"


def test_what_is_not_kept_is_neither_made_nor_given_to_others(desk, as_office, as_leader):
    assert as_office.post("/dispatch/new/interview_day/", {}).status_code in (403, 422)
    assert as_leader.get("/dispatch/write/interview_day/docx/").status_code == 404
    assert as_office.get("/dispatch/write/plan/docx/").status_code == 404
    assert Outgoing.objects.count() == 0

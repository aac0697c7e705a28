"""The archive on its page: asked for, watched, called off, taken away and removed; a line in the trail for each."""

import logging
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bihuan.dispatch import archives, maker
from bihuan.dispatch.actions import archiving, claims
from bihuan.dispatch.models import Archive
from bihuan.trail.queries import lines_of
from tests.dispatch.archived import manifest

HTMX = {"HX-Request": "true"}
PAGE = "/archives/?round=R1"


@pytest.fixture
def _with_maker(monkeypatch):
    """A maker is there, but it makes only when the test says so."""
    monkeypatch.setattr(maker, "is_running", lambda: True)


def events() -> list[str]:
    return [line.event for line in reversed(lines_of("yunling", "G-001"))]


@pytest.mark.usefixtures("_with_maker")
def test_it_is_asked_for_watched_and_taken_away(walk, as_office):
    walk.closed()
    assert "制作时本轮" not in as_office.get(PAGE).text
    assert as_office.post(PAGE).url == PAGE
    assert 'hx-get="/archives/G-001/"' in as_office.get(PAGE).text
    assert "0 / 1 个文件" in as_office.get("/archives/G-001/", headers=HTMX).text
    assert as_office.get("/archives/G-001/download/").status_code == 404

    assert maker.make_next_archive()

    assert as_office.get("/archives/G-001/", headers=HTMX).headers["HX-Redirect"] == PAGE
    row = Archive.objects.get()
    content = b"".join(as_office.get("/archives/G-001/download/").streaming_content)
    assert (row.status, row.size, row.lost, row.done) == ("ready", len(content), 0, row.steps)
    assert row.trail_lines == manifest(content)["trail"]["lines"]
    assert row.manifest[:16] in as_office.get(PAGE).text
    assert events() == ["archive.asked", "archive.made"]
    assert lines_of("yunling", "G-001")[0].after["hash"] == row.hash


@pytest.mark.usefixtures("_with_maker")
def test_one_at_a_time_and_called_off(walk, as_office, as_supervisor):
    as_office.post(PAGE)
    again = as_supervisor.post(PAGE)
    assert (again.status_code, "这一轮的归档包正在制作" in again.text) == (409, True)
    assert as_supervisor.post("/archives/G-001/cancel/").url == PAGE
    assert as_office.post("/archives/G-001/cancel/").status_code == 409
    assert (maker.make_next_archive(), Archive.objects.get().status) == (False, "cancelled")
    assert events() == ["archive.asked", "archive.cancelled"]


def test_called_off_while_it_is_made_it_leaves_no_file(walk, as_office, monkeypatch):
    walk.closed()
    monkeypatch.setattr(archiving, "BETWEEN", 0)
    pack = archiving.pack

    def called_off(contents, out, *, step):
        assert as_office.post("/archives/G-001/cancel/").status_code == 302
        return pack(contents, out, step=step)

    monkeypatch.setattr(archiving, "pack", called_off)
    as_office.post(PAGE)

    assert Archive.objects.get().status == "cancelled"
    assert list(archives.place("yunling", "").parent.iterdir()) == []


def test_without_a_maker_it_is_there_at_once_and_its_file_can_be_removed(
    walk, as_supervisor, django_capture_on_commit_callbacks
):
    as_supervisor.post(PAGE)
    assert archives.place("yunling", "G-001").stat().st_mode & 0o777 == 0o600

    with django_capture_on_commit_callbacks(execute=True):
        assert as_supervisor.post("/archives/G-001/remove/").url == PAGE

    assert not archives.place("yunling", "G-001").exists()
    assert as_supervisor.get("/archives/G-001/download/").status_code == 404
    assert as_supervisor.post("/archives/G-001/remove/").status_code == 409
    assert "文件已移除" in as_supervisor.get(PAGE).text
    assert events() == ["archive.asked", "archive.made", "archive.removed"]


@pytest.mark.parametrize("who", ["as_first", "as_leader", "as_head", "as_stranger", "as_outsider"])
def test_for_everybody_else_there_is_no_archive(walk, as_office, who, request):
    as_office.post(PAGE)
    browser = request.getfixturevalue(who)

    assert browser.get(PAGE).status_code == 404
    assert browser.post(PAGE).status_code == 404
    assert browser.get("/archives/G-001/download/").status_code == 404
    assert browser.post("/archives/G-001/remove/").status_code == 404
    assert "/archives/" not in browser.get("/dispatch/").text


def test_the_page_costs_the_same_with_many_archives(walk, as_office, django_assert_num_queries):
    as_office.post(PAGE)
    with CaptureQueriesContext(connection) as few:
        as_office.get(PAGE)
    row = Archive.objects.get()
    for number in range(2, 20):
        row.pk, row.number = None, number
        row.save()
    with django_assert_num_queries(len(few)):
        assert as_office.get(PAGE).text.count("/download/") == 19
    assert len(few) <= 12


def test_what_goes_wrong_ends_in_a_sentence(walk, as_office, monkeypatch, caplog):
    caplog.set_level(logging.CRITICAL)
    monkeypatch.setattr(archiving, "contents_of", lambda *_: 1 / 0)
    as_office.post(PAGE)

    assert "制作时出错，没有留下文件" in as_office.get(PAGE).text
    assert events() == ["archive.asked", "archive.failed"]


@pytest.mark.usefixtures("_with_maker")
def test_what_a_lost_server_was_making_is_made_by_the_next(walk, as_office):
    as_office.post(PAGE)
    now = timezone.now()
    assert archiving.claim(at=now).ref == "G-001"
    assert archiving.claim(at=now) is None
    assert archiving.claim(at=now + claims.LEASE + timedelta(minutes=1)).ref == "G-001"

    assert archiving.put_back() == 1
    assert maker.make_next_archive()
    assert Archive.objects.get().status == "ready"

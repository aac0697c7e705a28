"""The office adds a place outside, tries it, sees how every sending went, and removes it."""

import pytest

from bihuan.trail.queries import lines_of
from bihuan.watch.actions.delivery import deliver_all
from bihuan.watch.models import Hook, Message
from tests.cast import Cast
from tests.watch.servers import receiving


@pytest.fixture
def typed(settings):
    settings.HOOK_HOSTS = ["127.0.0.1"]
    return {"name": "督办群", "format": "feishu", "url": "http://127.0.0.1:1/hook/key", "secret": "hush"}


def test_the_office_adds_a_place_and_the_trail_keeps_neither_key_nor_secret(cast: Cast, as_office, typed):
    answer = as_office.post("/watch/channels/", typed)
    line = lines_of("yunling", "H-01").get()
    text = as_office.get("/watch/channels/").content.decode()

    assert (answer.url, line.event) == ("/watch/channels/", "hook.added")
    assert line.after == {"name": "督办群", "host": "127.0.0.1", "format": "feishu"}
    assert "督办群" in text
    assert "hush" not in text
    assert "/hook/key" not in text


@pytest.mark.parametrize("url", ["http://10.0.0.1/", "http://127.0.0.1/", "http://169.254.169.254/latest/"])
def test_a_place_inside_is_refused(as_office, typed, settings, url):
    settings.HOOK_HOSTS = []
    answer = as_office.post("/watch/channels/", {**typed, "url": url})

    assert (answer.status_code, Hook.objects.count()) == (422, 0)
    assert "这个地址在内部网络" in answer.content.decode()


def test_it_is_tried_by_the_timer_and_not_by_the_page(cast: Cast, as_office, typed):
    with receiving() as receiver:
        as_office.post("/watch/channels/", {**typed, "url": receiver.url})
        as_office.post("/watch/channels/H-01/try/")
        before = len(receiver.got)
        deliver_all()

    assert (before, len(receiver.got)) == (0, 1)
    assert "已发出" in as_office.get("/watch/channels/").content.decode()


def test_how_a_sending_failed_is_told(cast: Cast, as_office, typed):
    with receiving() as receiver:
        receiver.status = 500
        as_office.post("/watch/channels/", {**typed, "url": receiver.url})
        as_office.post("/watch/channels/H-01/try/")
        deliver_all()

    assert "对方答复 500。" in as_office.get("/watch/channels/").content.decode()


def test_what_was_removed_is_told_nothing_more_and_its_secret_is_gone(cast: Cast, as_office, typed):
    as_office.post("/watch/channels/", typed)
    as_office.post("/watch/channels/H-01/try/")
    as_office.post("/watch/channels/H-01/remove/")
    deliver_all()
    hook = Hook.objects.get()

    assert (hook.url, hook.secret, Message.objects.get().status) == ("", "", "dropped")
    assert as_office.post("/watch/channels/H-01/remove/").status_code == 404


def test_nobody_but_the_office_sees_or_adds_one(as_head, as_first, as_outsider, typed, as_office):
    as_office.post("/watch/channels/", typed)

    assert [client.get("/watch/channels/").status_code for client in (as_head, as_first)] == [403, 403]
    assert as_outsider.post("/watch/channels/H-01/try/").status_code == 404

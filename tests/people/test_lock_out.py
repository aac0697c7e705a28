"""The lock after repeated failures: when it falls, what it says, and who opens it."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.utils import timezone

from bihuan.people.actions import unlock_account
from bihuan.people.queries import locked_until
from bihuan.people.viewer import viewer_of
from bihuan.trail.queries import lines_of
from tests.cast import NOW, PASSWORD


def try_in(client, password="wrong", username="head"):
    return client.post("/sign-in/", {"username": username, "password": password})


@pytest.fixture
def locked(client, cast):
    """The last answer of five wrong passwords."""
    return [try_in(client) for _ in range(5)][-1]


def test_the_fifth_failure_locks_the_account_and_says_when_it_opens(client, cast, locked):
    clock = timezone.localtime(locked_until("head", at=timezone.now())).strftime("%H:%M")
    assert locked.status_code == 429
    assert f"请在 {clock} 以后再试，或请整改办解除锁定。" in locked.content.decode()


def test_the_right_password_does_not_open_the_lock(client, cast, locked):
    assert try_in(client, PASSWORD).status_code == 429
    assert client.get("/me/").status_code == 302


def test_the_lock_is_told_once_whatever_is_tried_after(client, cast, locked):
    for _ in range(3):
        try_in(client)
    lines = lines_of("yunling", "head").filter(event="account.locked")
    assert [(line.actor, line.actor_name) for line in lines] == [("system", "系统")]


def test_the_lock_of_one_account_leaves_the_others_alone(client, cast, locked):
    assert try_in(client, PASSWORD, "handler").status_code == 302


def test_an_unknown_name_is_locked_alike_so_that_nobody_learns_which_exist(client, cast):
    assert [try_in(client, username="nobody").status_code for _ in range(6)] == [422, 422, 422, 422, 429, 429]


def test_the_lock_opens_by_itself_after_a_quarter_of_an_hour(client, cast, locked):
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))
    assert locked_until("head", at=timezone.now()) is None
    assert try_in(client, PASSWORD).status_code == 302


def test_success_forgets_the_failures_before_it(client, cast):
    for _ in range(4):
        try_in(client)
    assert try_in(client, PASSWORD).status_code == 302
    client.post("/sign-out/")
    assert "还可以再试 4 次" in try_in(client).content.decode()


def test_the_office_sees_the_lock_and_opens_it(client, as_office, cast, locked):
    assert "现在解除锁定" in as_office.get("/people/accounts/head/").content.decode()
    assert as_office.post("/people/accounts/head/unlock/").headers["Location"] == "/people/accounts/head/"
    assert "现在解除锁定" not in as_office.get("/people/accounts/head/").content.decode()
    assert try_in(client, PASSWORD).status_code == 302
    assert lines_of("yunling", "head").filter(event="account.unlocked").count() == 1


def test_nobody_else_opens_it(client, as_stranger, as_outsider, as_supervisor, cast, locked):
    address = "/people/accounts/head/unlock/"
    assert [c.post(address).status_code for c in (as_stranger, as_outsider, as_supervisor)] == [403, 404, 403]
    assert unlock_account(cast.head, by=viewer_of(cast.outsider), at=NOW).kind == "who"
    assert try_in(client, PASSWORD).status_code == 429

"""A password: changed by its owner, or set anew by the office."""

import re

from django.test import Client

from bihuan.people.actions import set_password
from bihuan.people.models import Account
from bihuan.people.viewer import viewer_of
from bihuan.trail.queries import lines_of
from tests.cast import NOW, PASSWORD, signed_in

NEW = "a-calm-river-7"


def change(client, old=PASSWORD, new=NEW, again=None):
    return client.post("/me/password/", {"old": old, "new": new, "again": again or new})


def test_the_owner_changes_it_stays_signed_in_and_other_sessions_end(as_head, cast):
    other = signed_in(cast.head)
    assert change(as_head).headers["Location"] == "/me/"
    assert as_head.get("/me/").status_code == 200
    assert other.get("/me/").status_code == 302
    assert Account.objects.get(pk=cast.head.pk).check_password(NEW)
    line = lines_of("yunling", "head").first()
    assert (line.event, line.actor, line.before, line.after) == ("account.password_changed", "head", {}, {})


def test_each_mistake_is_named_and_changes_nothing(as_head, cast):
    mistakes = {
        "原密码不对": change(as_head, old="wrong"),
        "两次输入的新密码不一样": change(as_head, again="another-one-1"),
        "新密码与原密码相同": change(as_head, new=PASSWORD),
        "密码不合要求": change(as_head, new="short"),
    }
    assert {reason: answer.status_code for reason, answer in mistakes.items()} == dict.fromkeys(mistakes, 422)
    assert [reason for reason, answer in mistakes.items() if reason not in answer.content.decode()] == []
    assert Account.objects.get(pk=cast.head.pk).check_password(PASSWORD)


def test_typed_passwords_are_never_shown_again(as_head, cast):
    page = change(as_head, old="typed-old-word", again="typed-again-word").content.decode()
    assert [word for word in ("typed-old-word", NEW, "typed-again-word") if word in page] == []


def test_the_office_sets_a_new_first_password_which_is_shown_once(as_office, as_head, cast):
    answer = as_office.post("/people/accounts/head/password/")
    first = re.search(r"<code>(\w{4}-\w{4}-\w{4})</code>", answer.content.decode()).group(1)
    assert as_head.get("/me/").status_code == 302
    account = Account.objects.get(pk=cast.head.pk)
    assert (account.check_password(first), account.must_change_password) == (True, True)
    assert lines_of("yunling", "head").filter(event="account.password_set").count() == 1
    assert first not in as_office.get("/people/accounts/head/").content.decode()


def test_until_it_is_changed_every_page_leads_to_the_change(cast):
    set_password(cast.head, NEW, by=viewer_of(cast.office), at=NOW)
    head = Client()
    head.post("/sign-in/", {"username": "head", "password": NEW})
    assert head.get("/people/").headers["Location"] == "/me/password/?next=%2Fpeople%2F"
    assert "初始密码" in head.get("/me/password/").content.decode()
    assert head.post("/sign-out/").status_code == 302


def test_an_open_redirect_is_not_followed_after_the_change(as_head, cast):
    fields = {"old": PASSWORD, "new": NEW, "again": NEW, "next": "//example.com/"}
    assert as_head.post("/me/password/", fields).headers["Location"] == "/me/"


def test_nobody_but_the_office_sets_the_password_of_another(cast):
    for other in (cast.first, cast.head, cast.supervisor, cast.outsider):
        assert set_password(cast.handler, NEW, by=viewer_of(other), at=NOW).kind == "who"

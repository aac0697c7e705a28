"""A new person: one form, an account with a first post, and a first password shown once."""

import re

import pytest
from django.test import Client

from bihuan.people.actions import add_account
from bihuan.people.models import Account, Post
from bihuan.people.viewer import viewer_of
from bihuan.trail.queries import lines_of
from tests.cast import NOW, PASSWORD

ADDRESS = "/people/accounts/new/"
LIN = {
    "name": "林一",
    "username": "lin.yi",
    "phone": "138",
    "unit": 5,
    "role": "leader",
    "title": "副镇长",
    "charge": [6],
}


def password_on(page):
    return re.search(r"<code>(\w{4}-\w{4}-\w{4})</code>", page).group(1)


def test_the_person_the_post_and_the_charge_are_made_together(as_office, cast):
    answer = as_office.post(ADDRESS, LIN)
    post = Post.objects.get(account__username="lin.yi")
    assert (answer.status_code, answer.headers["Cache-Control"].split(",")[-1].strip()) == (200, "private")
    assert (post.account.name, post.account.phone, post.account.must_change_password) == ("林一", "138", True)
    assert (post.unit.name, post.role, post.title, [u.name for u in post.charge.all()]) == (
        "松河镇", "leader", "副镇长", ["青石村"],
    )  # fmt: skip
    assert [line.event for line in lines_of("yunling", "lin.yi")] == ["post.given", "account.added"]


def test_the_first_password_opens_the_door_and_must_be_changed_at_once(as_office, cast):
    first = password_on(as_office.post(ADDRESS, LIN).content.decode())
    lin = Client()
    assert lin.post("/sign-in/", {"username": "lin.yi", "password": first, "next": "/people/"}).status_code == 302
    assert lin.get("/people/").headers["Location"] == "/me/password/?next=%2Fpeople%2F"
    fields = {"old": first, "new": PASSWORD, "again": PASSWORD, "next": "/people/"}
    assert lin.post("/me/password/", fields).headers["Location"] == "/people/"
    assert lin.get("/people/").status_code == 200


def test_the_first_password_is_kept_nowhere_in_the_open(as_office, cast):
    first = password_on(as_office.post(ADDRESS, LIN).content.decode())
    assert first not in Account.objects.get(username="lin.yi").password
    assert not [line for line in lines_of("yunling") if first in str(line.after)]


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"username": "head"}, "登录名“head”已被使用"),
        ({"username": "outsider"}, "登录名“outsider”已被使用"),
        ({"username": "林一"}, "登录名“林一”不能用"),
        ({"role": "handler"}, "只有责任领导有分管单位"),
    ],
)
def test_a_refusal_leaves_neither_account_nor_post(as_office, cast, wrong, reason):
    before = Account.objects.count(), Post.objects.count()
    answer = as_office.post(ADDRESS, LIN | wrong)
    assert (answer.status_code, reason in answer.content.decode()) == (422, True)
    assert (Account.objects.count(), Post.objects.count()) == before


@pytest.mark.parametrize("weak", ["short", "1234567890123", "password1234", "lin.yi12345"])
def test_a_weak_password_is_refused(cast, weak):
    outcome = add_account(cast.county, "lin.yi12345", "林一", password=weak, by=viewer_of(cast.office), at=NOW)
    assert (outcome.kind, str(outcome.reason).startswith("密码不合要求：")) == ("what", True)


def test_nobody_else_adds_a_person(as_head, as_supervisor, cast):
    assert [client.post(ADDRESS, LIN).status_code for client in (as_head, as_supervisor)] == [403, 403]
    outcome = add_account(cast.county, "lin", "林一", password=PASSWORD, by=viewer_of(cast.outsider), at=NOW)
    assert outcome.kind == "who"


def test_the_office_of_another_county_finds_none_of_our_units(as_outsider, cast):
    assert as_outsider.post(ADDRESS, LIN).status_code == 422

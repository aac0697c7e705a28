"""Signing in and out: who gets in, where it leads, and what the trail says."""

import pytest
from django.test import Client

from bihuan.people.actions import deactivate_account
from bihuan.people.models import Organisation
from bihuan.people.viewer import viewer_of
from bihuan.trail.queries import lines_of
from tests.cast import NOW, PASSWORD


def send(client, username="head", password=PASSWORD, **more):
    return client.post("/sign-in/", {"username": username, "password": password, **more})


def told(username="head"):
    return [(line.event, line.actor) for line in lines_of("yunling", username).filter(event__startswith="account.s")]


def test_the_right_password_leads_to_the_page_that_was_wanted(client, cast):
    answer = send(client, next="/people/?q=1")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/people/?q=1")
    assert client.get("/me/").status_code == 200
    assert told() == [("account.signed_in", "head")]


@pytest.mark.parametrize("elsewhere", ["https://example.com/", "//example.com", "javascript:alert(1)", ""])
def test_signing_in_never_leads_to_another_site(client, cast, elsewhere):
    assert send(client, next=elsewhere).headers["Location"] == "/"


def test_capitals_full_width_letters_and_spaces_do_not_matter_in_a_username(client, cast):
    assert send(client, username=" ＨEAD ").status_code == 302


def test_a_wrong_name_and_a_wrong_password_get_the_same_answer(client, cast):
    wrong = send(client, password="wrong"), send(client, username="nobody")
    assert [answer.status_code for answer in wrong] == [422, 422]
    assert all("登录名或密码不对。还可以再试 4 次。" in answer.content.decode() for answer in wrong)
    assert told() == []


def test_a_deactivated_account_gets_the_answer_of_a_wrong_password(client, cast):
    deactivate_account(cast.head, by=viewer_of(cast.office), at=NOW)
    answer = send(client)
    assert (answer.status_code, "登录名或密码不对" in answer.content.decode()) == (422, True)


def test_deactivating_ends_a_session_at_once(as_head, cast):
    assert as_head.get("/me/").status_code == 200
    deactivate_account(cast.head, by=viewer_of(cast.office), at=NOW)
    assert as_head.get("/me/").headers["Location"] == "/sign-in/?next=%2Fme%2F"


def test_somebody_not_signed_in_is_taken_to_the_door_and_back(client, cast):
    answer = client.get("/people/?q=x")
    assert answer.headers["Location"] == "/sign-in/?next=%2Fpeople%2F%3Fq%3Dx"


def test_a_fragment_takes_the_whole_page_to_the_door(client, cast):
    page = {"HX-Request": "true", "HX-Current-URL": "http://testserver/people/units/U-005/"}
    answer = client.get("/people/", headers=page)
    assert answer.headers["HX-Redirect"] == "/sign-in/?next=%2Fpeople%2Funits%2FU-005%2F"


def test_signing_out_ends_the_session_and_is_told(as_head, cast):
    assert as_head.get("/sign-out/").status_code == 405
    assert as_head.post("/sign-out/").headers["Location"] == "/sign-in/"
    assert as_head.get("/me/").status_code == 302
    assert told() == [("account.signed_out", "head")]


def test_signing_out_twice_is_no_fault(db):
    assert Client().post("/sign-out/").status_code == 302


def test_a_demonstration_says_so_and_lists_its_accounts_by_role(client, cast):
    assert "这是演示" not in client.get("/sign-in/").content.decode()
    Organisation.objects.filter(pk=cast.county.pk).update(is_demo=True)
    page = client.get("/sign-in/").content.decode()
    order = [page.index(f"<b>{name}</b>") for name in ("first", "leader", "office", "head", "handler", "stranger")]
    assert "这是演示" in page
    assert order == sorted(order)
    assert "outsider" not in page

"""Giving a post, changing its title and charge, and ending it."""

from datetime import date

import pytest

from bihuan.people.actions import deactivate_account, end_post, give_post, set_charge
from bihuan.people.models import Post
from bihuan.people.viewer import viewer_of
from bihuan.rules.people import Role
from bihuan.trail.queries import lines_of
from tests.cast import NOW

ADDRESS = "/people/accounts/handler/posts/new/"


def test_a_second_post_in_another_unit_widens_what_the_person_sees(as_office, cast):
    assert viewer_of(cast.handler).paths == ("1/5/",)
    assert as_office.post(ADDRESS, {"unit": 4, "role": "handler", "title": "借调"}).status_code == 303
    assert viewer_of(cast.handler).paths == ("1/4/", "1/5/")
    assert viewer_of(cast.handler).post_words == "松河镇 干事、县农业农村局 借调"
    line = lines_of("yunling", "handler").first()
    assert (line.event, line.unit_path, line.after) == (
        "post.given",
        "1/4/",
        {"unit": "县农业农村局", "role": "handler", "title": "借调", "charge": []},
    )


def test_the_same_post_is_not_given_twice(as_office, cast):
    answer = as_office.post(ADDRESS, {"unit": 5, "role": "handler"})
    assert (answer.status_code, "此人在这个单位已有同样的岗位。" in answer.content.decode()) == (422, True)


def test_a_post_that_was_ended_comes_back_when_it_is_given_again(as_office, cast):
    post = Post.objects.get(account=cast.handler)
    assert as_office.post("/people/accounts/handler/posts/U-005/handler/end/", {"note": "调离"}).status_code == 303
    post.refresh_from_db()
    assert post.ended_on is not None
    assert viewer_of(cast.handler).posts == ()
    assert (lines_of("yunling", "handler").first().event, lines_of("yunling", "handler").first().note) == (
        "post.ended",
        "调离",
    )
    assert as_office.post(ADDRESS, {"unit": 5, "role": "handler", "title": "干部"}).status_code == 303
    post.refresh_from_db()
    assert (post.ended_on, post.title, Post.objects.filter(account=cast.handler).count()) == (None, "干部", 1)


def test_title_and_charge_of_a_leader_change_together(as_office, cast):
    address = "/people/accounts/leader/posts/U-001/leader/"
    assert as_office.post(address, {"title": "县委常委、副县长", "charge": [4, 5]}).status_code == 303
    assert viewer_of(cast.leader).paths == ("1/4/", "1/5/")
    charged, titled = lines_of("yunling", "leader")[:2]
    assert (charged.event, charged.before, charged.after["charge"]) == (
        "post.charge_set",
        {"charge": ["松河镇"]},
        ["县农业农村局", "松河镇"],
    )
    assert (titled.event, titled.before) == ("post.title_set", {"title": "副县长"})


def test_only_a_leader_gets_units_in_charge(cast):
    post = Post.objects.get(account=cast.head)
    assert set_charge(post, [cast.village], by=viewer_of(cast.office), at=NOW).kind == "what"


def test_a_unit_of_another_county_is_neither_post_nor_charge(cast):
    office, post = viewer_of(cast.office), Post.objects.get(account=cast.leader)
    assert give_post(cast.head, cast.elsewhere_top, Role.HEAD, by=office, at=NOW).kind == "who"
    assert set_charge(post, [cast.elsewhere_top], by=office, at=NOW).kind == "who"


def test_the_last_post_of_the_office_stays(as_office, cast):
    address = "/people/accounts/office/posts/U-002/office/end/"
    answer = as_office.post(address)
    assert (answer.status_code, "这是最后一个整改办岗位" in answer.content.decode()) == (422, True)
    give_post(cast.first, cast.secretariat, Role.OFFICE, by=viewer_of(cast.office), at=NOW)
    assert as_office.post(address).status_code == 303


def test_a_deactivated_account_and_a_closed_unit_get_no_post(cast):
    office = viewer_of(cast.office)
    deactivate_account(cast.head, by=office, at=NOW)
    assert give_post(cast.head, cast.village, Role.HEAD, by=office, at=NOW).kind == "when"
    cast.village.closed_on = date(2026, 3, 2)
    cast.village.save()
    assert give_post(cast.handler, cast.village, Role.HEAD, by=office, at=NOW).kind == "what"


@pytest.mark.parametrize("who", ["first", "leader", "head", "handler", "supervisor", "stranger"])
def test_nobody_but_the_office_gives_a_post_not_even_to_oneself(cast, who, request):
    account = getattr(cast, who)
    address = f"/people/accounts/{who}/posts/new/"
    assert request.getfixturevalue(f"as_{who}").post(address, {"unit": 2, "role": "office"}).status_code == 403
    assert give_post(account, cast.secretariat, Role.OFFICE, by=viewer_of(account), at=NOW).kind == "who"


def test_the_office_of_another_county_ends_no_post_here(as_outsider, cast):
    assert as_outsider.post("/people/accounts/head/posts/U-005/head/end/").status_code == 404
    post = Post.objects.get(account=cast.head)
    assert end_post(post, by=viewer_of(cast.outsider), at=NOW).kind == "who"

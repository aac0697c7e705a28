"""Which changes to units, posts and accounts are refused, and why?"""

import pytest

from bihuan.rules import administration
from bihuan.rules.people import HELD, Role


@pytest.mark.parametrize("role", [role for role in HELD if role is not Role.OFFICE])
def test_nobody_but_the_office_looks_after_people(role):
    refusal = administration.administer({role}, same_organisation=True)
    assert (refusal.kind, str(refusal.reason)) == ("who", "单位、岗位和账户由整改办维护。")


def test_the_office_looks_after_its_own_organisation_only():
    assert administration.administer({Role.OFFICE}, same_organisation=True) is None
    assert administration.administer({Role.OFFICE}, same_organisation=False).kind == "who"


def test_a_unit_needs_a_name_of_its_own():
    assert str(administration.name_unit("", taken=False).reason) == "请填写单位名称。"
    assert "松河镇" in str(administration.name_unit("松河镇", taken=True).reason)
    assert administration.name_unit("松河镇", taken=False) is None


def test_a_unit_is_never_moved_below_itself():
    for parent in ("1/4/", "1/4/7/"):
        assert administration.place_unit("1/4/", parent, parent_open=True).kind == "what"
    assert administration.place_unit("1/4/", "1/40/", parent_open=True) is None


def test_the_top_of_the_tree_stays_where_it_is():
    assert administration.place_unit("1/", "1/4/", parent_open=True).kind == "what"
    assert administration.close_unit("1/", closed=False, open_children=0, open_posts=0).kind == "what"


def test_the_tree_has_at_most_twelve_levels_also_after_a_move():
    deep = "/".join("1" * 11) + "/"
    assert administration.place_unit("", deep, parent_open=True) is None
    assert administration.place_unit("9/9/", deep, parent_open=True, levels_below=1).kind == "what"


def test_nothing_is_put_below_a_closed_unit():
    assert administration.place_unit("", "1/4/", parent_open=False).kind == "what"
    assert administration.reopen_unit(closed=True, parent_open=False).kind == "what"
    assert administration.reopen_unit(closed=False, parent_open=True).kind == "when"


def test_a_unit_with_units_or_posts_is_not_closed():
    told = administration.close_unit("1/4/", closed=False, open_children=2, open_posts=0)
    assert str(told.reason) == "还有 2 个下级单位，请先移走或撤销它们。"
    told = administration.close_unit("1/4/", closed=False, open_children=0, open_posts=3)
    assert str(told.reason) == "还有 3 个岗位在这个单位，请先结束这些岗位。"
    assert administration.close_unit("1/4/", closed=True, open_children=0, open_posts=0).kind == "when"


@pytest.mark.parametrize("username", ["", "a", "林一", "Lin", "-lin", "lin yi", "a" * 33, "system", "new", "a/b"])
def test_a_username_is_plain_and_not_one_of_ours(username):
    assert administration.name_account(username, "林一", taken=False).kind == "what"


@pytest.mark.parametrize("username", ["lin", "lin.yi", "13800000000", "a" * 32])
def test_a_username_may_be_letters_digits_dots_and_lines(username):
    assert administration.name_account(username, "林一", taken=False) is None
    assert administration.name_account(username, "林一", taken=True).kind == "what"
    assert administration.name_account(username, "", taken=False).kind == "what"


def test_only_a_leader_has_units_in_charge():
    assert administration.set_charge(Role.LEADER, charges=2) is None
    assert administration.set_charge(Role.HEAD, charges=1).kind == "what"
    assert administration.set_charge(Role.LEADER, charges=1, ended=True).kind == "when"


def test_the_last_post_of_the_office_is_not_ended():
    assert administration.end_post(Role.OFFICE, ended=False, other_office_posts=0).kind == "what"
    assert administration.end_post(Role.OFFICE, ended=False, other_office_posts=1) is None
    assert administration.end_post(Role.HEAD, ended=False, other_office_posts=0) is None
    assert administration.end_post(Role.HEAD, ended=True, other_office_posts=0).kind == "when"


def test_nobody_deactivates_the_own_or_the_last_office_account():
    facts = {"active": True, "own": False, "holds_office": True, "other_office_posts": 1}
    assert administration.deactivate(**facts) is None
    assert administration.deactivate(**facts | {"own": True}).kind == "what"
    assert administration.deactivate(**facts | {"other_office_posts": 0}).kind == "what"
    assert administration.deactivate(**facts | {"active": False}).kind == "when"

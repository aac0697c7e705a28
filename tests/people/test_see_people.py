"""Who may look up which units and people? The directory ends where a viewer's units end."""

import pytest
from django.http import Http404

from bihuan.people.actions import add_account, add_unit, give_post
from bihuan.people.queries import (
    account_for,
    accounts_for,
    holders,
    in_order,
    leaders_in_charge,
    tree_for,
    unit_for,
    units_for,
    units_of,
)
from bihuan.people.viewer import System, viewer_of
from bihuan.rules.people import Role
from tests.cast import NOW, PASSWORD

EVERYONE = {"first", "leader", "office", "head", "handler", "supervisor", "stranger"}
SEES = {
    "first": EVERYONE, "office": EVERYONE, "supervisor": EVERYONE, "leader": {"leader", "head", "handler"},
    "head": {"head", "handler"}, "handler": {"head", "handler"}, "stranger": {"stranger"}, "outsider": {"outsider"},
}  # fmt: skip


@pytest.mark.parametrize("who", SEES)
def test_each_viewer_looks_up_the_people_of_the_own_units(cast, who):
    viewer = viewer_of(getattr(cast, who))
    assert set(accounts_for(viewer).values_list("username", flat=True)) == SEES[who]


@pytest.mark.parametrize("who", SEES)
def test_a_person_out_of_sight_does_not_exist(cast, who, request):
    client = request.getfixturevalue(f"as_{who}")
    seen = {name for name in SEES if client.get(f"/people/accounts/{name}/").status_code == 200}
    assert seen == SEES[who]


def test_units_are_seen_from_the_own_unit_down(cast):
    names = {who: sorted(units_for(viewer_of(getattr(cast, who))).values_list("name", flat=True))
             for who in ("head", "leader", "stranger", "outsider")}  # fmt: skip
    assert names == {
        "head": ["松河镇", "青石村"],
        "leader": ["松河镇", "青石村"],
        "stranger": ["县农业农村局"],
        "outsider": [cast.elsewhere.name],
    }


def test_the_same_number_in_another_county_is_another_unit(cast, as_outsider):
    assert unit_for(viewer_of(cast.outsider), "U-001").pk == cast.elsewhere_top.pk
    assert as_outsider.get("/people/units/U-005/").status_code == 404


@pytest.mark.parametrize("ref", ["U-", "U-x", "U-0", "U-99999999999", "１"])
def test_a_reference_of_nothing_is_not_found(cast, ref):
    with pytest.raises(Http404):
        unit_for(viewer_of(cast.stranger), ref)


def test_a_search_finds_only_what_the_viewer_sees(as_office, as_stranger, cast):
    pages = [client.get("/people/?q=松河").content.decode() for client in (as_office, as_stranger)]
    assert ["/people/units/U-005/" in page for page in pages] == [True, False]
    assert ["赵启" in page for page in pages] == [True, False]


def test_a_person_without_a_post_sees_nobody_else(cast):
    add_account(cast.county, "nobody", "无岗", password=PASSWORD, by=System(), at=NOW)
    viewer = viewer_of(account_for(viewer_of(cast.office), "nobody"))
    assert [account.username for account in accounts_for(viewer)] == ["nobody"]
    assert list(units_for(viewer)) == []


def test_holders_are_found_by_role_and_upwards_from_a_unit(cast):
    assert [a.username for a in holders(cast.county, Role.OFFICE)] == ["office"]
    assert [a.username for a in holders(cast.county, Role.HEAD, path=cast.village.path)] == ["head"]
    assert [a.username for a in holders(cast.county, Role.HEAD, path=cast.top.path)] == []


def test_the_leader_in_charge_of_a_unit_is_in_charge_of_those_below(cast):
    found = {u.name: [a.username for a in leaders_in_charge(u)] for u in (cast.village, cast.town, cast.farming)}
    assert found == {"青石村": ["leader"], "松河镇": ["leader"], "县农业农村局": []}


def test_the_tree_stands_by_order_and_number_and_not_by_letters(cast):
    for number in range(7, 12):
        add_unit(cast.county, f"第{number}村", parent=cast.town, order=3 if number == 7 else 2, by=System(), at=NOW)
    names = [f"{'·' * depth}{unit.name}" for depth, unit in in_order(units_of(cast.county))]
    assert names[4:] == ["·松河镇", "··青石村", "··第8村", "··第9村", "··第10村", "··第11村", "··第7村"]


@pytest.mark.parametrize("page", ["/people/", "/people/accounts/", "/people/units/U-005/", "/people/?q=村"])
def test_a_page_asks_the_same_number_of_questions_for_one_and_for_many(
    page, as_office, cast, django_assert_max_num_queries
):
    for number in range(20):
        unit = add_unit(cast.county, f"第{number}村", parent=cast.town, by=System(), at=NOW)
        account = add_account(cast.county, f"p{number}", f"村民{number}", password=PASSWORD, by=System(), at=NOW)
        give_post(account, unit, Role.HANDLER, by=System(), at=NOW)
    with django_assert_max_num_queries(12):
        assert as_office.get(page).status_code == 200


def test_somebody_with_two_posts_counts_once_in_the_tree(cast):
    give_post(cast.head, cast.village, Role.HEAD, by=System(), at=NOW)
    [top] = tree_for(viewer_of(cast.office))
    town = next(branch for branch in top.below if branch.unit.pk == cast.town.pk)
    assert (town.people, town.people_within, town.units_within, top.people_within) == (2, 2, 1, 7)

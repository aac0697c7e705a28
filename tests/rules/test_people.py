"""Which parts follow from which posts?"""

from bihuan.rules.people import Post, Role, lies_in, parts


def test_a_unit_lies_in_itself_and_in_those_above_it() -> None:
    assert lies_in("1/4/17/", "1/4/17/")
    assert lies_in("1/4/17/", "1/4/")
    assert not lies_in("1/4/", "1/4/17/")
    assert not lies_in("1/40/", "1/4/")
    assert not lies_in("", "1/")


def test_the_head_of_a_township_is_head_for_its_villages_too() -> None:
    assert parts([Post(Role.HEAD, "1/4/")], lead_path="1/4/17/") == {Role.HEAD}
    assert parts([Post(Role.HEAD, "1/4/17/")], lead_path="1/4/") == frozenset()


def test_a_unit_that_supports_plays_the_supporting_part() -> None:
    assert parts([Post(Role.HANDLER, "1/5/")], lead_path="1/4/", support_paths=("1/5/",)) == {Role.SUPPORT}


def test_a_leader_in_charge_leads_where_nobody_else_is_named() -> None:
    posts = [Post(Role.LEADER, "1/", charge=("1/4/",))]
    assert parts(posts, lead_path="1/4/17/") == {Role.LEADER}
    assert parts(posts, lead_path="1/5/") == frozenset()
    assert parts(posts, lead_path="1/4/17/", leader_named=True) == frozenset()


def test_whoever_is_named_leads_whatever_the_post() -> None:
    assert parts([Post(Role.FIRST, "1/")], lead_path="1/4/", leads_it=True, leader_named=True) == {
        Role.FIRST,
        Role.LEADER,
    }


def test_the_first_responsible_stands_in_where_no_leader_is_named() -> None:
    assert parts([Post(Role.FIRST, "1/")], lead_path="1/4/") == {Role.FIRST, Role.LEADER}
    assert parts([Post(Role.FIRST, "1/")], lead_path="1/4/", leader_named=True) == {Role.FIRST}


def test_the_office_and_supervisors_play_their_part_everywhere() -> None:
    posts = [Post(Role.OFFICE, "1/2/"), Post(Role.SUPERVISOR, "1/3/")]
    assert parts(posts, lead_path="1/9/") == {Role.OFFICE, Role.SUPERVISOR}


def test_nobody_without_a_post_plays_a_part() -> None:
    assert parts([], lead_path="1/4/") == frozenset()

"""Which levels review which finding."""

from bihuan.rules.people import Role
from bihuan.rules.review import DEFAULT, Level, levels


def test_an_ordinary_finding_is_reviewed_by_leader_and_office() -> None:
    assert levels(DEFAULT, key=False, led_by_first=False) == (Role.LEADER, Role.OFFICE)


def test_a_key_finding_goes_up_to_the_first_responsible() -> None:
    assert levels(DEFAULT, key=True, led_by_first=False) == (Role.LEADER, Role.OFFICE, Role.FIRST)


def test_where_the_first_responsible_leads_a_key_finding_the_leaders_level_falls_away() -> None:
    assert levels(DEFAULT, key=True, led_by_first=True) == (Role.OFFICE, Role.FIRST)


def test_where_the_first_responsible_leads_an_ordinary_finding_the_leaders_level_stays() -> None:
    assert levels(DEFAULT, key=False, led_by_first=True) == (Role.LEADER, Role.OFFICE)


def test_a_round_may_have_a_chain_of_its_own() -> None:
    chain = (Level(Role.OFFICE), Level(Role.SUPERVISOR, key_only=True))
    assert levels(chain, key=False, led_by_first=False) == (Role.OFFICE,)

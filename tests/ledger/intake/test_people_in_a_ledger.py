"""Leaders and persons named in a ledger: found where one account has the name, otherwise left in the original."""

from bihuan.ledger.queries.people_names import PeopleNames
from bihuan.people.actions import add_account
from bihuan.people.viewer import System
from tests.cast import NOW, PASSWORD, Cast


def test_a_name_means_the_one_account_that_has_it(cast: Cast) -> None:
    names = PeopleNames(cast.county)
    assert (names.find(" 林远 "), names.find("吴敏")) == (cast.leader, cast.handler)


def test_an_unknown_name_several_names_and_other_counties_mean_nobody(cast: Cast) -> None:
    names = PeopleNames(cast.county)
    assert [names.find(name) for name in ("", "钱多", "林远、吴敏", "郑和")] == [None] * 4


def test_a_name_that_two_people_share_is_not_guessed(cast: Cast) -> None:
    add_account(cast.county, "linyuan2", "林远", password=PASSWORD, by=System(), at=NOW)
    assert PeopleNames(cast.county).find("林远") is None

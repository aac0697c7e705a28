"""A name in a document is the unit of exactly this name, or a choice of near ones; never an invented unit."""

import pytest

from bihuan.ledger.queries.unit_names import UnitNames
from bihuan.people.actions import add_unit
from bihuan.people.viewer import System
from tests.cast import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def names(cast):
    for name, short in (("县人力资源和社会保障局", "县人社局"), ("县水利局", "水利局"), ("青山水利站", "水利局")):
        add_unit(cast.county, name, parent=cast.top, short_name=short, by=System(), at=NOW)
    return UnitNames(cast.county)


@pytest.mark.parametrize("name", ["县人力资源和社会保障局", "县人社局", " 县人社局 "])
def test_a_unit_is_found_by_its_name_or_short_name(names, name):
    assert names.find(name).name == "县人力资源和社会保障局"


@pytest.mark.parametrize("name", ["", "财政局", "人社局"])
def test_any_other_name_is_no_unit(names, name):
    assert names.find(name) is None


def test_a_short_name_that_two_units_share_has_to_be_chosen(names):
    assert names.find("水利局") is None
    assert {unit.name for unit in names.near("水利局")} == {"县水利局", "青山水利站"}


@pytest.mark.parametrize(
    ("name", "nearest"), [("农业农村局", "县农业农村局"), ("县农业局", "县农业农村局"), ("县委办", "县委办公室")]
)
def test_near_names_begin_with_the_likeliest(names, name, nearest):
    assert names.near(name)[0].name == nearest


def test_nothing_is_near_a_strange_name(names):
    assert names.near("某某公司") == []


def test_units_of_another_organisation_are_unknown(names, cast):
    assert names.find(cast.elsewhere_top.name) is None

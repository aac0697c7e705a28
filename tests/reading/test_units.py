"""Which unit leads, which support."""

import pytest

from bihuan.reading.units import units


@pytest.mark.parametrize(
    ("text", "lead", "supports"),
    [
        ("县委组织部", "县委组织部", ()),
        ("县委组织部、县人社局", "县委组织部", ("县人社局",)),
        ("县委办/县府办，县财政局,县审计局", "县委办", ("县府办", "县财政局", "县审计局")),
        ("县委办\n县府办", "县委办", ("县府办",)),
        ("县财政局、县委组织部（牵头）", "县委组织部", ("县财政局",)),
        ("县委组织部牵头，县人社局、县财政局配合", "县委组织部", ("县人社局", "县财政局")),
        ("牵头单位：县委组织部；配合单位：县人社局、县财政局", "县委组织部", ("县人社局", "县财政局")),
        ("各乡镇（街道、园区）、县直各单位", "各乡镇（街道、园区）", ("县直各单位",)),
        ("1.县委办\n2.县府办", "县委办", ("县府办",)),
        ("县委办、县委办", "县委办", ()),
        ("无", "", ()),
        ("", "", ()),
    ],
)
def test_the_first_unit_leads_unless_the_cell_says_otherwise(text: str, lead: str, supports: tuple[str, ...]) -> None:
    assert units(text) == (lead, supports)


def test_a_bracket_names_the_units_that_help() -> None:
    assert units("县机关事务中心（县政府办协助）") == ("县机关事务中心", ("县政府办",))
    assert units("县财政局（配合单位：县审计局、县税务局）") == ("县财政局", ("县审计局", "县税务局"))

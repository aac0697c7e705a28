"""Does a title find itself again, however it is asked for?"""

from hypothesis import given
from hypothesis import strategies as st

from bihuan.reading.pairs import folded, nearness, pairs, weight, years


def near(asked: str, title: str) -> float:
    return nearness(dict.fromkeys(pairs(asked), 1), years(asked), pairs(title), years(title))


def test_pairs_are_folded_and_stop_at_punctuation():
    assert list(pairs("ＡＢ、會議記錄")) == ["ab", "会议", "议记", "记录"]
    assert list(pairs("账，目")) == []


def test_years_are_found_in_digits_in_characters_and_in_ranges():
    assert years("2021—2023年收支", "二〇二五年台账") == {2021, 2022, 2023, 2025}
    assert years("2021年1月至2022年6月") == {2021, 2022}
    assert years("电话 20231234") == frozenset()


def test_a_title_is_nearest_to_itself():
    assert near("松河镇2023年财务账目", "松河镇2023年财务账目") == 1.0


def test_words_around_it_cost_little_and_another_year_much():
    asked = "请提供松河镇二〇二三年的财务账目"
    assert near(asked, "松河镇2023年财务账目") > near(asked, "松河镇2022年财务账目") + 0.2
    assert near(asked, "松河镇2022年财务账目") > near(asked, "青石村党员花名册")


def test_a_rare_pair_says_more_than_a_common_one_and_an_unknown_one_nothing():
    assert weight(1) > weight(1000) > 0 == weight(0)
    assert nearness({"不明": 0}, frozenset(), pairs("不明"), frozenset()) == 0.0


@given(st.text(max_size=40), st.text(max_size=40))
def test_nearness_lies_between_nought_and_one(asked, title):
    assert 0.0 <= near(asked, title) <= 1.0 + 1e-9
    assert all(len(pair) == 2 for pair in pairs(asked))
    assert folded(folded(asked)) == folded(asked)

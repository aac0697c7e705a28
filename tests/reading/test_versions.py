"""A new version beside the old: what stayed, what was reworded, what came and what went."""

from bihuan.reading.versions import Partner, compare

OLD = ["中心组学习以读代学", "防汛物资储备不足，台账不全", "公务接待超标准"]


def test_punctuation_and_place_do_not_matter() -> None:
    new = ["公务接待超标准。", "中心组学习，以读代学", "防汛物资储备不足，台账不全"]

    assert compare(OLD, new) == {0: Partner(2, 1.0), 1: Partner(0, 1.0), 2: Partner(1, 1.0)}


def test_a_reworded_sentence_finds_its_former_self() -> None:
    partner = compare(OLD, ["防汛物资储备严重不足，台账不全"])[0]

    assert (partner.place, 0.7 < partner.alike < 1) == (1, True)


def test_what_is_new_has_no_partner() -> None:
    assert compare(OLD, ["村级财务公开不及时"]) == {}


def test_each_wording_is_taken_once() -> None:
    assert compare(["票据不全"], ["票据不全", "票据不全"]) == {0: Partner(0, 1.0)}
    assert compare(["票据不全", "票据不全"], ["票据不全", "票据不全"]) == {0: Partner(0, 1.0), 1: Partner(1, 1.0)}


def test_a_change_of_order_inside_is_no_sameness() -> None:
    assert compare(["甲甲乙甲甲乙"], ["甲乙甲甲乙甲"])[0].alike < 1


def test_empty_texts_are_no_partners() -> None:
    assert compare(["", "。"], ["", "，"]) == {}

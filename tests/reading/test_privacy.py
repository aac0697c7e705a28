"""Are personal numbers, names and amounts found in a text before it becomes public, and nothing that only looks so?"""

import pytest

from bihuan.reading.privacy import Finds, Hit, hits, is_bank_card, is_identity


def found(text: str, *names: str) -> list[tuple[str, str]]:
    return [(hit.kind.value, hit.text) for hit in hits(text, names)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("身份证号11010519491231002X。", [("identity", "11010519491231002X")]),
        ("身份证号110105194912310021。", []),
        ("流水号123456789012345678", []),
        ("拨打13812345678或+86 138 1234 5678", [("phone", "13812345678"), ("phone", "+86 138 1234 5678")]),
        ("值班电话0571-88886666", [("phone", "0571-88886666")]),
        ("2025年13800亩", []),
        ("退至4111 1111 1111 1111", [("bank", "4111 1111 1111 1111")]),
        ("编号4111111111111112", []),
        (
            "退缴资金1.74万元、￥300，另有3,200余元和20余万元",
            [("amount", "1.74万元"), ("amount", "￥300"), ("amount", "3,200余元"), ("amount", "20余万元")],
        ),
        ("146万亩、1.5倍、3个项目", []),
        ("松河镇党委书记赵启同志", [("name", "赵启")]),
        ("镇党委书记主持召开会议", []),
    ],
)
def test_each_kind_is_told_by_its_own_sign(text, wanted):
    assert found(text) == wanted


def test_people_whom_the_record_knows_are_found_without_a_title():
    assert found("由陈明明和陈明牵头", "陈明", "陈明明") == [("name", "陈明明"), ("name", "陈明")]


def test_a_find_says_where_it_stands():
    assert hits("共8万元") == (Hit(1, 4, Finds.AMOUNT, "8万元"),)


def test_full_width_figures_are_found_as_they_stand():
    assert found("电话１３８１２３４５６７８") == [("phone", "１３８１２３４５６７８")]


def test_a_number_of_the_same_figure_is_no_card():
    assert not is_bank_card("0000000000000000")
    assert is_bank_card("6212262201023557228") is (sum_by_luhn("6212262201023557228") % 10 == 0)


def sum_by_luhn(number: str) -> int:
    """The sum as the standard writes it, from the right, every second doubled."""
    total = 0
    for place, digit in enumerate(map(int, reversed(number))):
        total += digit if place % 2 == 0 else (2 * digit if digit < 5 else 2 * digit - 9)
    return total


def test_the_check_character_takes_both_letters():
    assert is_identity("11010519491231002x")
    assert is_identity("11010519491231002X")

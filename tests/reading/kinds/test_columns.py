"""Headers that no list of synonyms holds are known by their telling word; an unclosed bracket costs no time."""

import time

import pytest

from bihuan.reading.kinds.columns import Column, column_of, squeeze


@pytest.mark.parametrize(
    ("label", "column"),
    [
        ("牵头股室", "lead_unit"),
        ("责任处室", "lead_unit"),
        ("配合股室", "support_units"),
        ("目标时间", "deadline"),
        ("计划完成日期", "deadline"),
        ("实际完成时间", "known"),
        ("完成标记", "status"),
        ("完成节点", "deadline"),
        ("分管负责人", "division_leader"),
        ("責任單位", "lead_unit"),
        ("存在問題", "finding"),
    ],
)
def test_a_header_is_known_by_its_telling_word(label: str, column: Column) -> None:
    assert column_of(label) == column


def test_an_unclosed_bracket_is_passed_in_linear_time() -> None:
    began = time.process_time()
    assert squeeze("（" * 20_000)
    assert time.process_time() - began < 0.2

"""Numbers at the head of lines, and series inside paragraphs."""

import pytest

from bihuan.reading.blocks import Passage, Span
from bihuan.reading.numbering import number_of, series


@pytest.mark.parametrize(
    ("text", "mark", "value"),
    [
        ("一、总体", "一、", 1),
        ("十二、总体", "十二、", 12),
        ("（一）总体", "（一）", 1),
        ("(二)总体", "(二)", 2),
        ("㈢总体", "㈢", 3),
        ("1.总体", "1.", 1),
        ("２．总体", "２．", 2),
        ("3、总体", "3、", 3),
        ("（1）总体", "（1）", 1),
        ("2）总体", "2）", 2),
        ("⑴总体", "⑴", 1),
        ("①总体", "①", 1),
        ("　　一是总体", "一是", 1),
        ("三要总体", "三要", 3),
        ("第一，总体", "第一", 1),
        ("第二部分 总体", "第二部分", 2),
    ],
)
def test_a_line_begins_with_its_number(text: str, mark: str, value: int) -> None:
    number = number_of(text)
    assert number is not None
    assert (number.mark, number.value, text[number.end :]) == (mark, value, "总体")


@pytest.mark.parametrize("text", ["3.2亿元", "2025年以来", "一些干部", "一、", "1.", "理论学习", "", "12345热线"])
def test_a_figure_is_no_number_of_a_line(text: str) -> None:
    assert number_of(text) is None


def members(text: str) -> tuple[str, list[str]]:
    lead, items = series(Passage(text, Span(0, 0, len(text))))
    return lead.text, [item.wording.text for item in items]


def test_a_series_has_a_lead_and_members() -> None:
    assert members("会风不实。一是会议多；二是文件长；三是表格繁。") == (
        "会风不实。",
        ["会议多；", "文件长；", "表格繁。"],
    )


def test_a_skipped_number_does_not_end_a_series() -> None:
    assert members("①账目不清②票据不全④库存不符") == ("", ["账目不清", "票据不全", "库存不符"])


def test_one_member_is_no_series() -> None:
    assert members("一是会议多。") == ("一是会议多。", [])


def test_a_series_inside_quotes_is_a_quotation() -> None:
    assert members("要求“一是快；二是准。”没有落实")[1] == []

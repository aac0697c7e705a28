"""Figures of an edited text are held against what the record counts, each for what it says most exactly."""

import pytest

from bihuan.rules.figures import Disagreement, disagreements, told

COUNTS = {
    "方面": ["6"],
    "问题": ["36", "29"],
    "已销号": ["12"],
    "立行立改": ["7"],
    "基本完成": ["5"],
    "措施": ["81"],
    "完成率": ["33.33"],
}


@pytest.mark.parametrize(
    ("clause", "what"),
    [
        ("共反馈 36 个问题", [("问题", "36")]),
        ("反馈4个方面35个问题", [("方面", "4"), ("问题", "35")]),
        ("制定整改措施81项", [("措施", "81")]),
        ("制定 81 项整改措施", [("措施", "81")]),
        ("7个立行立改问题", [("立行立改", "7")]),
        ("立行立改问题 7 个", [("立行立改", "7")]),
        ("已销号 12 个", [("已销号", "12")]),
        ("12个问题已销号", [("已销号", "12")]),
        ("81项措施已全部完成", [("已完成措施", "81")]),
        ("基本完成5个", [("基本完成", "5")]),
        ("第36个问题", []),
        ("移交 3 个问题线索", []),
        ("完成率 33.33%", [("完成率", "33.33")]),
        ("问题整改 36 项", []),
        ("2026年3月", []),
    ],
)
def test_what_a_clause_counts(clause: str, what: list[tuple[str, str]]) -> None:
    assert told(clause) == what


def test_each_figure_that_differs_is_listed_with_its_sentence() -> None:
    text = "省委第三巡视组共反馈 6 个方面、35 个问题。已销号 12 个，基本完成 6 个。"
    assert disagreements([text], COUNTS) == [
        Disagreement("省委第三巡视组共反馈 6 个方面、35 个问题。", "问题", "35", "36、29"),
        Disagreement("已销号 12 个，基本完成 6 个。", "基本完成", "6", "5"),
    ]


def test_what_speaks_of_a_part_or_of_a_change_is_no_total() -> None:
    assert (
        disagreements(["本月 3 个问题已销号。", "反馈 36 个问题，其中基层 20 个问题，作风 16 个问题。"], COUNTS) == []
    )


def test_what_the_record_does_not_count_is_left_alone_and_the_same_is_said_once() -> None:
    assert disagreements(["长期坚持 3 个。", "35 个问题。", "35 个问题。"], COUNTS) == [
        Disagreement("35 个问题。", "问题", "35", "36、29")
    ]


def test_what_the_paper_said_itself_agrees_and_a_word_more_is_looked_at_again() -> None:
    made = ["县教育局牵头 3 个问题，已销号 1 个。"]
    assert disagreements(made, COUNTS, made=made) == []
    assert disagreements(["县教育局牵头 4 个问题，已销号 1 个。"], COUNTS, made=made) == [
        Disagreement("县教育局牵头 4 个问题，已销号 1 个。", "问题", "4", "36、29")
    ]

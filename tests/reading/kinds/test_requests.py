"""Pasted lists of requests: odd breaks, numbers, bullets, sheets; whatever goes in, every character comes out once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bihuan.reading.kinds.requests import Part, kind_of, parts_of, period_of


def items(text: str) -> list[str]:
    return [part.text for part in parts_of(text) if part.is_item]


def around(text: str) -> list[str]:
    return [part.text for part in parts_of(text) if not part.is_item]


def test_a_broken_line_is_one_item_again() -> None:
    text = "请提供以下资料：\n1. 2023年以来县委常委会会议记\n录\n\n2、花名册\n（3）会议纪要\n\n请于3月6日下班前提供。"
    assert items(text) == ["2023年以来县委常委会会议记录", "花名册", "会议纪要"]
    assert around(text) == ["请提供以下资料：", "请于3月6日下班前提供。"]


def test_what_an_item_consists_of_stays_in_it() -> None:
    assert items("1. 三重一大事项清单，包括：\n① 人事\n② 项目\n2. 花名册") == [
        "三重一大事项清单，包括：①人事②项目",
        "花名册",
    ]


def test_an_item_knows_the_heading_above_it() -> None:
    assert parts_of("一、会议类\n1.2021—2024年县委常委会会议记录\n二、财务类\n1.三公经费明细") == (
        Part("会议类", "一、", is_item=False),
        Part("2021—2024年县委常委会会议记录", "1.", under="会议类"),
        Part("财务类", "二、", is_item=False),
        Part("三公经费明细", "1.", under="财务类"),
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("序号\t内容\t年度\n1\t项目台账\t2023年\n2\t花名册\t\n", ["项目台账 2023年", "花名册"]),
        ("- 会议室一间\n• 打印机两台\n●  花名册", ["会议室一间", "打印机两台", "花名册"]),
        ("请提供：①会议记录；②花名册", ["会议记录；", "花名册"]),
        ("项目资金台账、\n招投标资料\n\n县农业农村局花名册", ["项目资金台账、招投标资料", "县农业农村局花名册"]),
        ("松河镇2023年以来一事一议财政奖补项目申报和验收材\n料\n花名册",
         ["松河镇2023年以来一事一议财政奖补项目申报和验收材料", "花名册"]),
        ("列席3月5日县委常委会", ["列席3月5日县委常委会"]),
        ("3.2亿元专项债券使用情况说明", ["3.2亿元专项债券使用情况说明"]),
        ("1.", ["1."]),
        (" \n\t\n", []),
    ],
)  # fmt: skip
def test_lists_of_many_shapes(text: str, found: list[str]) -> None:
    assert items(text) == found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2023年以来县委常委会会议记录", "material"),
        ("关于青石村道路项目的情况说明", "explanation"),
        ("列席3月5日县委常委会", "attendance"),
        ("关于饮水工程的立行立改通知书", "fix"),
        ("信访件转办（第12号）", "petition"),
        ("派车一辆到松河镇", "logistics"),
        ("请县长到驻地", "other"),
    ],
)
def test_the_kind_is_guessed_from_the_wording(text: str, kind: str) -> None:
    assert kind_of(text) == kind


@pytest.mark.parametrize(
    ("text", "period"),
    [("2023年以来花名册", "2023年以来"), ("2021—2024年纪要", "2021—2024年"), ("近三年台账", "近三年"), ("花名册", "")],
)
def test_the_years_are_read(text: str, period: str) -> None:
    assert period_of(text) == period


PIECES = st.sampled_from(
    ("1.", "1、", "（一）", "一、", "①", "②", "- ", "• ", "\t", "\n", "\n\n", " ", "请提供：", "会议记录", "，", "；",
     "。", "2023年", "序号", "花名册", "1\t", "（", "）", "一是", "二是", "3.2")
) | st.text(max_size=5)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join))
def test_no_character_is_lost_doubled_or_moved(text: str) -> None:
    given = "".join(text.split())
    kept = "".join(f"{part.mark}{part.text}" for part in parts_of(text))
    assert "".join(kept.split()) == given


def test_a_thousand_lines_take_a_moment() -> None:
    text = "\n".join(f"{n}. 第{n}项资料，" + "台账" * 20 for n in range(1, 1000))
    assert len(items(text)) == 999

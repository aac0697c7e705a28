"""Who speaks, where a list of demands opens, and when a speaker takes leave."""

import pytest

from bihuan.reading.kinds.openings import aside, is_farewell, lists, opening, ordinal_of, resolves


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("会议要求，各单位抓好落实", "各单位抓好落实"),
        ("会议强调：要压实责任", "要压实责任"),
        ("会议原则同意设立专班", "原则同意设立专班"),
        ("县委书记强调，要压实责任", "要压实责任"),
        ("魏长河指出，整改还有差距", "整改还有差距"),
        ("各单位要对照省委要求，逐项检视", "各单位要对照省委要求，逐项检视"),
        ("习近平总书记强调，要抓好整改", "习近平总书记强调，要抓好整改"),
        ("会议确定的任务如下：", "会议确定的任务如下："),
    ],
)
def test_who_speaks_is_no_part_of_the_demand(text: str, rest: str) -> None:
    assert text[opening(text) :] == rest


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("下面，我讲三点意见。", True),
        ("会议议定以下事项：", True),
        ("下一步，我们将从以下三个方面抓好落实：", True),
        ("具体做到三个“到位”：", True),
        ("主要存在三个方面的问题：", False),
        ("今天的会议很重要。", False),
    ],
)
def test_a_list_of_demands_is_announced(text: str, opens: bool) -> None:
    assert lists(text) is opens


@pytest.mark.parametrize(
    ("text", "leaves"),
    [
        ("最后，祝各位领导身体健康！", True),
        ("同志们，让我们振奋精神！", True),
        ("恳请各位领导多提宝贵意见。", True),
        ("最后，要严肃工作纪律。", False),
        ("希望各乡镇抓好落实。", False),
    ],
)
def test_thanks_and_wishes_take_leave(text: str, leaves: bool) -> None:
    assert is_farewell(text) is leaves


def test_words_that_count_are_numbers() -> None:
    numbers = [
        ordinal_of(text) for text in ("首先，要端正态度", "其次，要明确分工", "第三个，标准不能降", "首先考虑民生")
    ]
    assert [number and (number.value, number.mark) for number in numbers] == [
        (1, "首先"),
        (2, "其次"),
        (3, "第三个"),
        None,
    ]


def test_an_aside_is_no_part_of_the_demand() -> None:
    text = "最后强调一点，安全稳定不能放松"
    assert text[aside(text) :] == "安全稳定不能放松"


def test_a_meeting_that_decides_is_told_from_one_that_hears() -> None:
    assert [resolves(text) for text in ("会议决定，成立专班", "与会同志作了发言")] == [True, False]

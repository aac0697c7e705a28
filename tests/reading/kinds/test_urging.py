"""Which wordings demand something, and which only tell how things are."""

import pytest

from bihuan.reading.kinds.urging import demands_something, is_imperative, is_slogan, is_whole


@pytest.mark.parametrize(
    "text",
    [
        "要切实加强统筹协调",
        "决不允许推诿扯皮",
        "县委常委会将带头认领问题",
        "30日内清退到位",
        "一个月内完成复核",
        "年内完成主体工程",
        "财政所9月底前把欠账理清",
        "党政办负责汇总台账",
        "不能再往后拖",
        "要紧盯时间节点",
        "要求真务实",
        "请县委办公室于3月12日前提供资料",
    ],
)
def test_a_demand_is_known_by_its_own_words(text: str) -> None:
    assert demands_something(text, before=False)


@pytest.mark.parametrize(
    "text",
    [
        "具有重要意义",
        "我们要清醒看到存在的差距",
        "这些问题必须引起高度警醒",
        "就是要统一思想",
        "有的单位认为整改要不了几个月",
        "整改进入倒计时,容不得半点懈怠",
        "这些问题不能等闲视之",
        "开展巡察，是县委的关心和爱护",
        "省委对本轮巡视进行了全面部署",
        "会议提出了明确要求",
    ],
)
def test_an_account_is_no_demand(text: str) -> None:
    assert not demands_something(text, before=True)


@pytest.mark.parametrize(
    "text", ["自觉接受群众监督", "把整改纳入年度考核", "班子成员每人认领两个问题", "对整改不力的，严肃问责"]
)
def test_under_a_point_a_verb_is_enough(text: str) -> None:
    assert (demands_something(text, before=True), demands_something(text, before=False)) == (True, False)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("同意安排专项资金320万元", True),
        ("各单位要逐项认领", True),
        ("县住建局要拿出方案", True),
        ("8月底前完成对账", True),
        ("压实整改责任", False),
        ("思想认识要再提高", False),
    ],
)
def test_who_when_or_what_was_agreed_makes_a_point_a_task_of_its_own(text: str, whole: bool) -> None:
    assert is_whole(text) is whole


@pytest.mark.parametrize(
    ("title", "mark", "demands"),
    [
        ("严守纪律规矩", "二要", True),
        ("加强组织领导", "三、", True),
        ("充分认识巡察的重要意义", "一、", False),
        ("抓好整改是重大政治任务", "（一）", False),
        ("为什么要改", "一、", False),
    ],
)
def test_a_heading_that_only_gives_reasons_demands_nothing(title: str, mark: str, demands: bool) -> None:
    assert is_imperative(title, mark) is demands


def test_slogans_are_known() -> None:
    assert (is_slogan("奋力谱写发展新篇章"), is_slogan("奖惩要分明")) == (True, False)

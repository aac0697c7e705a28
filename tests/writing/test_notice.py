"""Does the finished notice, read again, give the same findings and states, in Word and as plain text?"""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bihuan.reading.document import read
from bihuan.rules.notice import WORDINGS, Public
from bihuan.say import say
from bihuan.writing.notice import Contact, Notice, Point, numeral, quotable, write_notice, write_notice_text
from bihuan.writing.tables import Heading

PARTY, TREASURE = "落实党的理论和路线方针政策、党中央重大决策部署", "乡村振兴衔接资金使用管理不严"
WORDS = WORDINGS["stages"]
POINTS = (
    Point("F-001", "松河镇2025年安排的146万元产业发展资金闲置", WORDS[Public.DONE], PARTY, TREASURE, ("开工3个项目",)),
    Point("F-002", "对产业帮扶“一发了之”，成活率不足五成", WORDS[Public.PARTLY], PARTY, TREASURE, ("改种", "验收")),
    Point("F-003", "19户名下仍有补贴发放。", WORDS[Public.OPEN], PARTY, "惠民补贴把关不严"),
    Point("F-004", "村干部坐收承包费", WORDS[Public.OPEN], "落实全面从严治党战略部署", "", ("一是清退。二是问责。",)),
    Point("F-005", "档案管理混乱", WORDS[Public.DONE], "落实全面从严治党战略部署", "", withheld=True),
    Point("F-006", "窗口午间无人值守", WORDS[Public.DONE]),
)
PAPER = Notice(
    heading=Heading("", "云岭县", "R2 省委巡视", datetime(2026, 7, 1, 9, 30, tzinfo=UTC), "a" * 64),
    inside=False,
    group="省委第三巡视组",
    visited=("2025年9月1日", "2025年11月1日"),
    feedback="2025年12月1日",
    organising="县委扛牢整改主体责任，召开专题会议研究部署。",
    figures=(say("反馈问题 6 个，已完成 3 个。"),),
    points=POINTS,
    next_steps="县委将持续巩固整改成果。",
    contact=Contact("0000-1234567", "云岭县委整改办", "zhenggai@example.com", "2026年7月1日", "2026年7月15日"),
    signed="中共云岭县委员会",
)


def read_back(data: bytes, name: str):
    return [(row.text, row.issue, row.aspect, row.status) for row in read(data, name).findings]


def told(paper: Notice):
    state = {str(words): public.value for public, words in WORDS.items()}
    return [
        (quotable(point.text), point.issue, point.aspect or "其他", state[str(point.state)]) for point in paper.points
    ]


@pytest.mark.parametrize(("write", "name"), [(write_notice, "notice.docx"), (write_notice_text, "notice.txt")])
def test_a_notice_reads_back_as_it_was_written(write, name):
    assert read_back(write(PAPER), name) == told(PAPER)


def test_what_was_done_is_read_back_as_measures():
    first, second, third, *_ = read(write_notice_text(PAPER), "notice.txt").findings
    assert (first.measures, second.measures) == (("开工3个项目",), ("改种", "验收"))
    assert third.progress == "正在按计划推进。"


@pytest.mark.parametrize("wording", WORDINGS)
@pytest.mark.parametrize("public", Public)
def test_each_set_of_words_reads_back_to_the_same_state(wording, public):
    paper = replace(PAPER, points=(replace(POINTS[0], state=WORDINGS[wording][public]),))
    (row,) = read(write_notice_text(paper), "notice.txt").findings
    assert row.status == public.value


def test_the_text_is_whole_and_numbered():
    assert write_notice_text(replace(PAPER, points=POINTS[2:4])).decode() == (
        "云岭县关于巡视整改进展情况的通报\n"
        "根据巡视工作统一部署，2025年9月1日至2025年11月1日，省委第三巡视组对云岭县进行了巡视。2025年12月1日，省委第三巡视组"
        "反馈了巡视意见。按照党务公开原则和巡视工作有关要求，现将巡视整改进展情况予以公布。\n"
        "一、组织整改落实情况\n县委扛牢整改主体责任，召开专题会议研究部署。\n反馈问题 6 个，已完成 3 个。\n"
        "二、巡视反馈问题整改进展情况\n"
        "（一）在“落实党的理论和路线方针政策、党中央重大决策部署”方面\n1.惠民补贴把关不严\n"
        "（1）关于“19户名下仍有补贴发放”问题的整改\n整改状态：正在整改\n整改情况：正在按计划推进。\n"
        "（二）在“落实全面从严治党战略部署”方面\n1.关于“村干部坐收承包费”问题的整改\n整改状态：正在整改\n"
        "整改情况：一是清退。二是问责。\n"
        "三、下一步工作\n县委将持续巩固整改成果。\n"
        "欢迎广大干部群众对巡视整改落实情况进行监督。如有意见建议，请及时向我们反映。\n"
        "联系方式：电话0000-1234567；邮政信箱云岭县委整改办；电子邮箱zhenggai@example.com。"
        "公布期：2026年7月1日至2026年7月15日。\n"
        "中共云岭县委员会\n2026年7月1日\n"
    )


def test_the_same_values_give_the_same_bytes():
    assert write_notice(PAPER) == write_notice(PAPER)


def test_a_notice_without_findings_or_words_says_so():
    empty = replace(PAPER, points=(), organising="", next_steps="", contact=Contact())
    text = write_notice_text(empty).decode()
    assert "二、巡视反馈问题整改进展情况\n无。\n三、下一步工作\n（由起草人填写）\n" in text


def test_numbers_are_written_in_the_office_way():
    assert [numeral(n) for n in (1, 10, 11, 20, 35)] == ["一", "十", "十一", "二十", "三十五"]

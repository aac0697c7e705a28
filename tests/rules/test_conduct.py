"""Which texts ask for what the rules of conduct forbid, and which only look like it?"""

import pytest

from bihuan.rules.conduct import BARS, LAVISH, breach, lavish, remark_breach
from bihuan.say import say

ASKED = {
    "§1.3, 1": [
        "请了解谈话对象都说了什么",
        "收集个别谈话情况，下班前报联络组",
        "谈话内容整理一份",
        "谈话结束后到县委办汇报",
        "问清楚巡视组同志问了哪些事",
        "谈 话 内 容",
        "谈话的同志反映了哪些情况",
    ],
    "§1.3, 2": [
        "查一下是谁写信举报的",
        "哪些人打的电话",
        "摸清举报人情况",
        "列出来访群众名单",
        "追查写信人",
        "安排人员在驻地附近截访",
        "劝返到驻地的上访人员",
    ],
    "§1.3, 3": [
        "谈话前各单位统一口径",
        "教他们如何回答",
        "这份台账先不给巡视组",
        "敏感材料抽掉",
        "挑选一下再给",
        "拖几天再交",
    ],
}
INNOCENT = [
    "提供 2023 年以来任前谈话记录和谈心谈话记录",
    "提供近三年信访举报件办理台账",
    "不得打听谈话内容，不得追查举报人",
    "自查：是否存在打听谈话内容的情况",
    "严禁截访",
    "转办群众反映松河镇低保问题的信访件，请 15 个工作日内报办理情况",
    "按统一口径填报财务数据",
    "说明统计口径",
    "个别谈话需要一间谈话室，请安排引导人员",
    "公务接待烟酒礼品采购台账",
    "问题线索处置情况说明",
    "提供巡视组办公用电脑两台",
    "不作为、慢作为问题台账，请挑选有代表性的十份",
    "",
]


@pytest.mark.parametrize(("source", "text"), [(source, text) for source, texts in ASKED.items() for text in texts])
def test_what_is_forbidden_is_refused_with_its_reason(source, text):
    found = breach(text)

    assert found is not None, text
    assert found.text in {bar.reason.text for bar in BARS if bar.source == source}
    assert found.values["words"] in text.replace(" ", "")


@pytest.mark.parametrize("text", INNOCENT)
def test_ordinary_requests_pass(text):
    assert breach(text) is None


def test_reception_beyond_the_standard_is_refused_for_errands_alone():
    assert lavish("买两条名烟和土特产") == say(LAVISH.reason.text, words="名烟")
    assert lavish("工作餐 6 人，按标准收取伙食费") is None
    assert breach("买两条名烟和土特产") is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("反映低保问题", say("备注只写行程安排，不得涉及谈话内容，请删去“{words}”。", words="反映")),
        ("提到扶贫款", say("备注只写行程安排，不得涉及谈话内容，请删去“{words}”。", words="提到")),
        ("韩 立秋不方便", say("备注里不写谈话对象的姓名，请删去姓名。")),
        ("一" * 31, say("备注最多 {limit} 个字，只写行程安排。", limit=30)),
    ],
)
def test_a_remark_on_an_interview_tells_of_the_way_there_and_nothing_else(text, reason):
    assert remark_breach(text, ["韩立秋"]) == reason


@pytest.mark.parametrize("text", ["行动不便，请安排一楼", "上午有会，10 点后方便", "由镇里派车送到", "一" * 30, ""])
def test_a_remark_of_the_way_there_is_kept(text):
    assert remark_breach(text, ["韩立秋", "某"]) is None

"""Does the evaluation sheet put the facts beside the indicators and leave every point to people?"""

from bihuan.say import say
from bihuan.writing.evaluation import EvaluationPaper, Indicator, write_evaluation
from tests.writing.frames import HEADING, tables, texts

PAPER = EvaluationPaper(
    HEADING,
    (Indicator(say("任务落实"), (say("反馈问题 30 个。"), say("整改措施 72 条。"))), Indicator(say("满意度测评"))),
    say("完成率"),
)


def test_facts_stand_beside_the_indicators_and_the_points_are_open():
    (sheet,) = tables(write_evaluation(PAPER))

    assert sheet == [
        ["指标", "系统记录的事实", "扣分事项", "扣分"],
        ["任务落实", "反馈问题 30 个。\n整改措施 72 条。", "", ""],
        ["满意度测评", "系统未登记，由评估人员填写。", "", ""],
    ]


def test_the_base_and_the_four_grades_stand_below():
    said = texts(write_evaluation(PAPER))

    assert "基准分：100 分　　扣分合计：　　　　分" in said
    assert "等次：□ 好　　□ 较好　　□ 一般　　□ 差" in said

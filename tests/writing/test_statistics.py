"""Does the statistics sheet have its thirteen columns, and leave open what the record does not keep?"""

from bihuan.say import say
from bihuan.writing.figures import Figure
from bihuan.writing.statistics import Standing, StatisticsPaper, write_statistics
from tests.writing.frames import HEADING, sheets

WHOLE = Standing(
    "省委巡视", "云岭县", Figure("", 697, 688, 4, 0, "98.71%"), Figure("", 0, 0), say("请填写空白栏。")
)  # fmt: skip


def test_the_sheet_has_the_columns_of_the_trade():
    found = sheets(write_statistics(StatisticsPaper(HEADING, WHOLE, (), say("完成率"))))

    assert found == {
        "整改统计表": [
            [
                "轮次",
                "被巡视党组织",
                "反馈问题应整改数",
                "反馈问题已整改数",
                "反馈问题完成率",
                "立行立改应整改数",
                "立行立改已整改数",
                "立行立改完成率",
                "相关职能部门应落实意见数",
                "相关职能部门已落实数",
                "相关职能部门完成率",
                "整改不力问责党组织数",
                "问责人员数",
                "备注",
            ],
            ["省委巡视", "云岭县", "697", "688", "98.71%", "0", "0", "—", "", "", "", "", "", "请填写空白栏。"],
        ],
        "分单位统计": [["轮次", "牵头单位", *next(iter(found.values()))[0][2:]]],
    }

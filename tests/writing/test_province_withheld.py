"""Does the table of what is not to be made public stand twice, with the reason beside what is withheld?"""

from bihuan.writing.province_withheld import Publicity, WithheldPaper, write_withheld
from tests.writing.frames import HEADING, sheets

TOLD = Publicity(1, "资金监管不严", "修订办法")
RESULT = Publicity(2, "公示栏破损", "已更换", "", "已更换", "在办案件")
WHOLE = Publicity(1, "资金监管不严", "修订办法", "资金监管不严", "修订办法", "国家秘密")


def test_each_audience_has_its_sheet():
    found = sheets(write_withheld(WithheldPaper(HEADING, (TOLD, RESULT), (WHOLE,))))

    head = ["序号", "具体问题(原文)", "具体问题(拟不公开)", "拟不公开理由", "具体问题整改落实情况(原文)",
            "整改落实情况(拟不公开)", "不公开理由"]  # fmt: skip
    assert found == {
        "党内通报": [
            head,
            ["1", "资金监管不严", "", "", "修订办法", "", ""],
            ["2", "公示栏破损", "", "", "已更换", "已更换", "在办案件"],
        ],
        "社会公开": [head, ["1", "资金监管不严", "资金监管不严", "国家秘密", "修订办法", "修订办法", "国家秘密"]],
    }

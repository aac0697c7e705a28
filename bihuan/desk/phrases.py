"""How does each event of the desk read in the timeline?"""

from bihuan.say import Say, say

PHRASES: dict[str, Say] = {
    # materials and hand-overs
    "material.registered": say("登记了材料"),
    "material.renewed": say("登记了材料的新版本"),
    "handover.made": say("移交了材料"),
    "handover.signed": say("登记了巡视组的签收"),
    "handover.returned": say("清点了归还的材料"),
    "handover.exported": say("导出了调阅登记表"),
    "prepared.listed": say("列入预先准备清单"),
    "prepared.given": say("交单位预先准备"),
    "prepared.filled": say("备好了材料"),
    "prepared.nothing": say("说明没有这类材料"),
    "prepared.reopened": say("重新打开了预先准备项"),
    "prepared.dropped": say("从预先准备清单中去掉"),
}
FIELDS: dict[str, Say] = {
    # materials and hand-overs
    "period": say("年度或范围"),
    "carrier": say("载体"),
    "form": say("形式"),
    "made_on": say("制作日期"),
    "copies": say("份数"),
    "pages": say("页数"),
    "may_copy": say("可以复印"),
    "work_secret": say("工作秘密"),
    "registered_number": say("密件编号"),
    "follows": say("上一版本"),
    "materials": say("材料"),
    "requests": say("事项"),
    "received_by": say("接收人"),
    "returned_copies": say("归还份数"),
    "due_on": say("备齐时限"),
    "nothing": say("没有的原因"),
}
"""What the fields of a line are called."""

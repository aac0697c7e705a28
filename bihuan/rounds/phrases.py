"""How does the trail name what happened to rounds?"""

from bihuan.rules.ruleset import NUMBERS, SETTINGS, TERMS
from bihuan.say import Say, say

PHRASES: dict[str, Say] = {
    "round.opened": say("新建轮次"),
    "round.described": say("修改轮次信息"),
    "round.dates_changed": say("修改轮次日期"),
    "round.rule_changed": say("修改本轮规则"),
    "round.rule_reset": say("恢复本轮规则"),
    "round.finished": say("结束轮次"),
    "round.resumed": say("恢复轮次"),
    "days.added": say("登记节假日"),
    "days.removed": say("移除节假日"),
    "date.moved": say("时限随节假日移动"),
}

FIELDS: dict[str, Say] = {
    **TERMS,
    **{name: each.title for name, each in (*SETTINGS.items(), *NUMBERS.items())},
    "title": say("名称"),
    "kind": say("类型"),
    "level": say("层级"),
    "group": say("巡视组"),
    "ruleset": say("规则集"),
    "notice_on": say("通知日期"),
    "entry_on": say("进驻日期"),
    "leaving_on": say("撤离日期"),
    "feedback_on": say("反馈日期"),
    "finished_on": say("结束日期"),
    "name": say("规则"),
    "value": say("值"),
    "source": say("依据"),
    "settle_by": say("异议处理"),
}
"""What the fields of a line are called."""

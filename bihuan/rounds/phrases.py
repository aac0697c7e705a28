"""How does the trail name what happened to rounds?"""

from bihuan.say import Say, say

PHRASES: dict[str, Say] = {
    "round.opened": say("新建轮次"),
    "round.described": say("修改轮次信息"),
    "round.dates_changed": say("修改轮次日期"),
    "round.rule_changed": say("修改本轮规则"),
    "round.rule_reset": say("恢复本轮规则"),
    "round.finished": say("结束轮次"),
    "round.resumed": say("恢复轮次"),
}

"""Which columns have the three lists: what is wrong (问题), what is to be done (任务), who answers for it (责任)?

Source: trade.md §2.3, V10. The lists are joined by 序号, so each of them can be printed and handed out alone.
"""

from bihuan.say import say
from bihuan.writing.rows import INTENSIVE, LedgerRow, MeasureRow
from bihuan.writing.tables import Column, Table

FINDINGS: Table[LedgerRow, MeasureRow] = Table(
    say("问题清单"),
    (
        Column(say("序号"), 15, lambda f, m: f.ref, centred=True),
        Column(say("问题类别"), 38, lambda f, m: f.aspect_or_dash),
        Column(say("反馈问题"), 40, lambda f, m: f.heading),
        Column(say("具体表现"), 64, lambda f, m: f.detail),
        Column(say("问题性质"), 12, lambda f, m: say("共性") if f.common else say("个性"), centred=True),
        Column(say("是否重点关注"), 12, lambda f, m: say("是") if f.key else say("否"), centred=True),
        Column(say("认领领导"), 20.5, lambda f, m: f.leader),
        Column(say("认领单位"), 23.5, lambda f, m: f.lead_unit),
    ),
)

TASKS: Table[LedgerRow, MeasureRow] = Table(
    say("任务清单"),
    (
        Column(say("序号"), 15, lambda f, m: f.ref, centred=True),
        Column(say("反馈问题"), 40, lambda f, m: f.text),
        Column(say("整改目标"), 26, lambda f, m: f.goal),
        Column(say("整改措施"), 45, lambda f, m: m.wording, each=True),
        Column(say("措施类型"), 20.5, lambda f, m: m.kinds, each=True),
        Column(say("完成标志"), 21, lambda f, m: m.proof, each=True),
        Column(say("整改时限"), 25, lambda f, m: m.due or f.deadline, each=True, centred=True),
        Column(say("类型"), 12, lambda f, m: f.pace or INTENSIVE, centred=True),
        Column(say("完成情况"), 20.5, lambda f, m: m.done, each=True, centred=True),
    ),
)

DUTIES: Table[LedgerRow, MeasureRow] = Table(
    say("责任清单"),
    (
        Column(say("序号"), 15, lambda f, m: f.ref, centred=True),
        Column(say("反馈问题"), 44, lambda f, m: f.text),
        Column(say("整改措施"), 46, lambda f, m: m.wording, each=True),
        Column(say("责任领导"), 20.5, lambda f, m: f.leader),
        Column(say("牵头单位"), 24, lambda f, m: f.lead_unit),
        Column(say("配合单位"), 28, lambda f, m: f.supporters),
        Column(say("责任人"), 21, lambda f, m: m.who or f.person, each=True),
        Column(say("联系电话"), 26.5, lambda f, m: f.phone),
    ),
)

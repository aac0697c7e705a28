"""How does each event of the ledger read in the timeline?"""

from bihuan.rules.finding import NAMES as STATUSES
from bihuan.rules.measure import KINDS
from bihuan.rules.people import NAMES as ROLES
from bihuan.say import Say, say

PHRASES: dict[str, Say] = {
    "finding.raised": say("录入台账"),
    "finding.reworded": say("新版文件改写了表述，台账未改"),
    "finding.assigned": say("分派调整"),
    "finding.assignment_undone": say("撤销分派"),
    "finding.claimed": say("认领"),
    "finding.disputed": say("提出异议"),
    "finding.settled": say("处理异议"),
    "finding.settled_finally": say("裁定责任单位"),
    "finding.partly_reported": say("报基本完成"),
    "finding.partly_confirmed": say("确认基本完成"),
    "finding.partly_declined": say("不认可基本完成"),
    "finding.reopened": say("重新整改"),
    "finding.transferred": say("改派牵头单位"),
    "finding.closed": say("审核同意，销号"),
    "plan.drafted": say("填写原因和目标"),
    "plan.submitted": say("提交方案"),
    "plan.withdrawn": say("撤回方案"),
    "plan.approved": say("同意方案"),
    "plan.returned": say("退回方案"),
    "measure.added": say("增加措施"),
    "measure.changed": say("修改措施"),
    "measure.dropped": say("删除措施"),
    "measure.counted": say("填写数量"),
    "measure.finished": say("措施标记完成"),
    "measure.resumed": say("措施恢复为未完成"),
    "progress.added": say("登记进展"),
    "evidence.attached": say("附佐证材料"),
    "evidence.changed": say("修改佐证说明"),
    "evidence.detached": say("取下佐证材料"),
    "closeout.applied": say("申请销号"),
    "closeout.approved": say("审核同意，转下一级"),
    "closeout.returned": say("退回整改"),
    "intake.received": say("收到大文件，排队读取"),
    "intake.cancelled": say("取消读取"),
    "intake.failed": say("文件没有读成"),
    "intake.opened": say("读入文件"),
    "intake.confirmed": say("确认录入"),
    "intake.discarded": say("放弃读入"),
    "intake.resumed": say("恢复读入的草稿"),
    "column.explained": say("说明台账列的含义"),
}

FIELDS: dict[str, Say] = {
    "which": say("对象"),
    "round": say("轮次"),
    "text": say("内容"),
    "source": say("来源"),
    "status": say("状态"),
    "holder": say("持有方"),
    "partly": say("基本完成"),
    "unit": say("单位"),
    "signed_name": say("签署"),
    "lead_unit": say("牵头单位"),
    "supports": say("配合单位"),
    "leader": say("责任领导"),
    "handler": say("责任人"),
    "deadline": say("整改时限"),
    "key": say("重点关注"),
    "immediate": say("立行立改"),
    "standing": say("长期坚持"),
    "common": say("共性问题"),
    "in_intensive": say("集中整改期内完成"),
    "cause": say("原因剖析"),
    "goal": say("整改目标"),
    "who": say("谁来做"),
    "due": say("何时完成"),
    "proof_expected": say("应留佐证"),
    "kinds": say("措施类型"),
    "paper": say("材料"),
    "title": say("名称"),
    "document_date": say("材料日期"),
    "explanation": say("日期说明"),
    "is_rule": say("制度文件"),
    "meeting": say("研究会议"),
    "approval": say("审批"),
    "issue_number": say("文号"),
    "intake": say("导入"),
    "rows": say("行数"),
    "kind": say("种类"),
    **{kind.value: name for kind, name in KINDS.items()},
}
"""What the fields of a line are called."""

KIND_NAMES: dict[str, Say] = {
    "feedback": say("反馈意见"),
    "disclosure": say("整改情况公开稿"),
    "ledger": say("整改台账"),
    "speech": say("讲话或会议纪要"),
}
"""What the kinds of documents are called."""

COLUMN_NAMES: dict[str, Say] = {
    "number": say("序号"),
    "aspect": say("方面"),
    "category": say("上级标题"),
    "finding": say("问题内容"),
    "manifestation": say("具体表现"),
    "cause": say("原因剖析"),
    "goal": say("整改目标"),
    "measure": say("整改措施"),
    "leader": say("责任领导"),
    "lead_unit": say("牵头单位"),
    "support_units": say("配合单位"),
    "person": say("责任人"),
    "deadline": say("整改时限"),
    "status": say("完成情况"),
    "progress": say("进展"),
    "remark": say("备注"),
    "key": say("重点关注"),
    "standing": say("长期坚持"),
    "immediate": say("立行立改"),
    "known": say("不用这一列"),
}
"""What a column of a ledger may be said to mean."""

PARTLY: dict[str, Say] = {"no": say("否"), "reported": say("已报"), "confirmed": say("已确认")}
VALUES: dict[str, Say] = {
    **COLUMN_NAMES,
    **{status.value: name for status, name in STATUSES.items()},
    **{role.value: name for role, name in ROLES.items()},
    **{kind.value: name for kind, name in KINDS.items()},
    **PARTLY,
    **KIND_NAMES,
}
"""What stored codes are called."""

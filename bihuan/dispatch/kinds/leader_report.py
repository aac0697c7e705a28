"""主要负责人组织落实情况报告."""

from bihuan.dispatch.kinds.kind import Kind, Stage
from bihuan.dispatch.queries.leader_report import leader_values
from bihuan.rules.people import Role
from bihuan.say import say
from bihuan.writing.leader_report import write_leader_report

LEADER_REPORT = Kind(
    name="leader_report",
    title=say("主要负责人组织落实情况报告"),
    stage=Stage.AFTER,
    source=say("与整改进展情况报告同时报送"),
    values=leader_values,
    write={"docx": write_leader_report},
    approver=Role.FIRST,
)

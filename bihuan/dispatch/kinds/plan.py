"""整改方案 with its three lists."""

from bihuan.dispatch.kinds.kind import Kind, Stage
from bihuan.dispatch.queries.plan import plan_values
from bihuan.rules.people import Role
from bihuan.say import say
from bihuan.writing.plan import write_plan

PLAN = Kind(
    name="plan",
    title=say("整改方案"),
    stage=Stage.RECTIFYING,
    source=say("反馈后报送的整改方案，附问题清单、任务清单、责任清单"),
    values=plan_values,
    write={"docx": write_plan},
    approver=Role.FIRST,
)

"""整改进展情况报告."""

from bihuan.dispatch.kinds.kind import Kind, Stage
from bihuan.dispatch.queries.progress import progress_values
from bihuan.rules.people import Role
from bihuan.say import say
from bihuan.writing.progress import write_progress

PROGRESS = Kind(
    name="progress",
    title=say("整改进展情况报告"),
    stage=Stage.AFTER,
    source=say("集中整改期结束后报送的整改情况报告"),
    values=progress_values,
    write={"docx": write_progress},
    approver=Role.FIRST,
)

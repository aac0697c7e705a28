"""整改周报: what changed since the last one."""

from bihuan.dispatch.kinds.kind import Kind, Stage
from bihuan.dispatch.queries.periodic import weekly_values
from bihuan.say import say
from bihuan.writing.periodic import write_periodic

WEEKLY = Kind(
    name="weekly",
    title=say("整改周报"),
    stage=Stage.RECTIFYING,
    source=say("整改调度的定期报告，只写上期以来的变化"),
    values=weekly_values,
    write={"docx": write_periodic},
)

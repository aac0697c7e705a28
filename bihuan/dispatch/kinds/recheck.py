"""整改“回头看”记录: what is looked at again, with room for what is seen."""

from bihuan.dispatch.kinds.kind import Kind, Stage
from bihuan.dispatch.queries.recheck import recheck_values
from bihuan.say import say
from bihuan.writing.recheck import write_recheck

RECHECK = Kind(
    name="recheck",
    title=say("整改“回头看”记录"),
    stage=Stage.AFTER,
    source=say("整改后三至六个月的“回头看”"),
    values=recheck_values,
    write={"docx": write_recheck},
)

"""销号申请审批表: one form a finding, one or all of them."""

from bihuan.dispatch.kinds.kind import Ask, Kind, Stage
from bihuan.dispatch.queries.closeout import applied_for, closeout_values
from bihuan.say import say
from bihuan.writing.closeout import write_closeout

CLOSEOUT = Kind(
    name="closeout",
    title=say("销号申请审批表"),
    stage=Stage.RECTIFYING,
    source=say("逐级审核的销号（归零）审批表"),
    values=closeout_values,
    write={"docx": write_closeout},
    asks=(Ask("finding", say("问题"), applied_for),),
)

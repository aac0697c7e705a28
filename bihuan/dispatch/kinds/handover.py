"""The list of one hand-over to the group, for both signatures."""

from bihuan.dispatch.kinds.kind import Ask, Kind, Stage
from bihuan.dispatch.queries.handover import handover_values, lists
from bihuan.say import say
from bihuan.writing.handover import write_handover

HANDOVER = Kind(
    name="handover",
    title=say("资料交接清单"),
    stage=Stage.ON_SITE,
    source=say("资料交接清单的通行栏目"),
    values=handover_values,
    write={"docx": write_handover},
    asks=(Ask("ref", say("哪张清单"), lists),),
)

"""专题民主生活会材料: the frame with what the record knows."""

from bihuan.dispatch.kinds.kind import Kind, Stage
from bihuan.dispatch.queries.life_meeting import life_meeting_values
from bihuan.rules.people import Role
from bihuan.say import say
from bihuan.writing.life_meeting import write_life_meeting

LIFE_MEETING = Kind(
    name="life_meeting",
    title=say("专题民主生活会材料"),
    stage=Stage.RECTIFYING,
    source=say("集中整改期内召开的巡视整改专题民主生活会"),
    values=life_meeting_values,
    write={"docx": write_life_meeting},
    approver=Role.FIRST,
)

"""整改责任书: one page a unit, one or all of them."""

from bihuan.dispatch.kinds.kind import Ask, Kind, Stage
from bihuan.dispatch.queries.commitment import commitment_values, leading
from bihuan.say import say
from bihuan.writing.commitment import write_commitment

COMMITMENT = Kind(
    name="commitment",
    title=say("整改责任书"),
    stage=Stage.RECTIFYING,
    source=say("随整改方案签订，单位负责人和责任领导双签"),
    values=commitment_values,
    write={"docx": write_commitment},
    asks=(Ask("unit", say("牵头单位"), leading),),
)

"""整改方案分项（上报格式）: for upload into the province's own tool."""

from bihuan.dispatch.kinds.kind import Kind, Stage
from bihuan.dispatch.queries.province import province_values
from bihuan.say import say
from bihuan.writing.province import write_plan_items

PROVINCE_PLAN = Kind(
    name="province_plan",
    title=say("整改方案分项（上报格式）"),
    stage=Stage.RECTIFYING,
    source=say("省级整改填报工具的整改方案分项填报"),
    values=province_values,
    write={"xlsx": write_plan_items},
)

"""拟不公开事项表（上报格式）: for upload into the province's own tool."""

from bihuan.dispatch.kinds.kind import Kind, Stage
from bihuan.dispatch.queries.province_withheld import withheld_values
from bihuan.rules.people import Role
from bihuan.say import say
from bihuan.writing.province_withheld import write_withheld

PROVINCE_WITHHELD = Kind(
    name="province_withheld",
    title=say("拟不公开事项表（上报格式）"),
    stage=Stage.AFTER,
    source=say("省级整改填报工具的公开整改情况和拟不公开事项表"),
    values=withheld_values,
    write={"xlsx": write_withheld},
    approver=Role.FIRST,
)

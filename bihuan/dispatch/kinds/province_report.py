"""整改情况报告分项（上报格式）: for upload into the province's own tool."""

from bihuan.dispatch.kinds.kind import Kind, Stage
from bihuan.dispatch.queries.province import province_values
from bihuan.say import say
from bihuan.writing.province import write_report_items

PROVINCE_REPORT = Kind(
    name="province_report",
    title=say("整改情况报告分项（上报格式）"),
    stage=Stage.AFTER,
    source=say("省级整改填报工具的整改情况报告分项填报"),
    values=province_values,
    write={"xlsx": write_report_items},
)

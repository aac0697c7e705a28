"""反馈问题清单（上报格式）: for upload into the province's own tool."""

from bihuan.dispatch.kinds.kind import Kind, Stage
from bihuan.dispatch.queries.province import province_values
from bihuan.say import say
from bihuan.writing.province import write_findings

PROVINCE_FINDINGS = Kind(
    name="province_findings",
    title=say("反馈问题清单（上报格式）"),
    stage=Stage.RECTIFYING,
    source=say("省级整改填报工具的反馈问题清单"),
    values=province_values,
    write={"xlsx": write_findings},
)

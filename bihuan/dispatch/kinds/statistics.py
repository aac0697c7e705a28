"""整改统计表: the round and each unit in figures."""

from bihuan.dispatch.kinds.kind import Kind, Stage
from bihuan.dispatch.queries.statistics import statistics_values
from bihuan.say import say
from bihuan.writing.statistics import write_statistics

STATISTICS = Kind(
    name="statistics",
    title=say("整改统计表"),
    stage=Stage.AFTER,
    source=say("整改情况统计的通行栏目"),
    values=statistics_values,
    write={"xlsx": write_statistics},
)

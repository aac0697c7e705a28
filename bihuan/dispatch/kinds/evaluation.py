"""整改评估表: facts of the record beside five indicators."""

from bihuan.dispatch.kinds.kind import Kind, Stage
from bihuan.dispatch.queries.evaluation import evaluation_values
from bihuan.say import say
from bihuan.writing.evaluation import write_evaluation

EVALUATION = Kind(
    name="evaluation",
    title=say("整改评估表"),
    stage=Stage.AFTER,
    source=say("集中整改期后的整改评估，百分制扣分，分好、较好、一般、差四等"),
    values=evaluation_values,
    write={"docx": write_evaluation},
)

"""Where does the group go beyond the county's seat, and when?"""

from bihuan.dispatch.kinds.kind import Kind, Stage
from bihuan.dispatch.queries.visit_plan import visit_plan
from bihuan.say import say
from bihuan.writing.visit_plan import write_visit_plan

VISIT_PLAN = Kind(
    name="visit_plan",
    title=say("延伸巡视安排"),
    stage=Stage.ON_SITE,
    source=say("配合巡视工作惯用的登记表"),
    values=visit_plan,
    write={"docx": write_visit_plan},
)

"""How does the office mean to serve the group while it is here?"""

from bihuan.dispatch.kinds.kind import Kind, Stage
from bihuan.dispatch.queries.liaison import liaison
from bihuan.say import say
from bihuan.writing.liaison import write_liaison

LIAISON = Kind(
    name="liaison",
    title=say("联络工作方案"),
    stage=Stage.BEFORE,
    source=say("县级规范：进驻前成立联络组、明确联络员"),
    values=liaison,
    write={"docx": write_liaison},
)

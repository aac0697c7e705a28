"""What did the group want put right at once, and what became of it?"""

from bihuan.dispatch.kinds.kind import Kind, Stage
from bihuan.dispatch.queries.fixes import fixes
from bihuan.say import say
from bihuan.writing.fixes import write_fixes, write_fixes_sheet

FIXES = Kind(
    name="fixes",
    title=say("立行立改台账"),
    stage=Stage.ON_SITE,
    source=say("配合巡视工作惯用的台账；立行立改事项在驻点期间办结"),
    values=fixes,
    write={"docx": write_fixes, "xlsx": write_fixes_sheet},
)

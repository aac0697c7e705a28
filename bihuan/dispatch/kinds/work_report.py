"""What frame does the report to the group have, and is enough of it about problems?"""

from bihuan.dispatch.kinds.kind import Ask, Kind, Stage
from bihuan.dispatch.queries.work_report import drafts, work_report
from bihuan.say import say
from bihuan.writing.work_report import write_work_report

WORK_REPORT = Kind(
    name="work_report",
    title=say("工作汇报"),
    stage=Stage.BEFORE,
    source=say("县级规范：进驻后 3 天内报送工作汇报，问题部分不少于 40%"),
    values=work_report,
    write={"docx": write_work_report},
    asks=(Ask("text", say("核对占比的文稿"), drafts),),
)

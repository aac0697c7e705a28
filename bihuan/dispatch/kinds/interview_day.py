"""Which interviews are there on one day, for the two who arrange them?"""

from bihuan.dispatch.kinds.kind import Ask, Kind, Stage
from bihuan.dispatch.queries.interview_day import days, interview_day
from bihuan.say import say
from bihuan.writing.interview_day import write_interview_day

INTERVIEW_DAY = Kind(
    name="interview_day",
    title=say("个别谈话安排表"),
    stage=Stage.ON_SITE,
    source=say("配合巡视工作惯用的登记表，只登记时间、地点等行程"),
    values=interview_day,
    write={"docx": write_interview_day},
    asks=(Ask("on", say("日期"), days),),
    kept=False,
)

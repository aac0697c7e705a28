"""The brief of one day on site, for the leaders."""

from bihuan.dispatch.kinds.kind import Ask, Kind, Stage
from bihuan.dispatch.queries.brief import brief_values, days
from bihuan.say import say
from bihuan.writing.brief import write_brief

BRIEF = Kind(
    name="brief",
    title=say("联络日报"),
    stage=Stage.ON_SITE,
    source=say("驻点期间每日一报的通行内容"),
    values=brief_values,
    write={"docx": write_brief},
    asks=(Ask("day", say("哪一天"), days),),
)

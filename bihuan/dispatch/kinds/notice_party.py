"""What is made public of the rectification, inside the Party?"""

from functools import partial

from bihuan.dispatch.kinds.kind import Kind, Stage
from bihuan.dispatch.queries.notice import notice
from bihuan.rules.notice import Audience
from bihuan.rules.people import Role
from bihuan.say import say
from bihuan.writing.notice import write_notice, write_notice_text

NOTICE_PARTY = Kind(
    name="notice_party",
    title=say("整改进展情况通报（党内通报稿）"),
    stage=Stage.AFTER,
    source=say("整改情况双公开的惯例：党内通报、社会公开，五种情形经研究可以不公开"),
    values=partial(notice, audience=Audience.PARTY),
    write={"docx": write_notice, "txt": write_notice_text},
    approver=Role.FIRST,
)

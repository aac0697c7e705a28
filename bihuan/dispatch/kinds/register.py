"""The running register of what the group asked to read and was given."""

from io import BytesIO

from bihuan.dispatch.kinds.kind import Kind, Stage
from bihuan.dispatch.queries.lists import Listed, register_list
from bihuan.say import say
from bihuan.writing.register import RegisterRow, write_register
from bihuan.writing.tables import Speak


def _xlsx(listed: Listed[RegisterRow], *, speak: Speak = str) -> bytes:
    out = BytesIO()
    write_register(out, listed.rows, heading=listed.heading, speak=speak)
    return out.getvalue()


REGISTER = Kind(
    name="register",
    title=say("资料调阅登记表"),
    stage=Stage.ON_SITE,
    source=say("资料调阅登记表的通行栏目"),
    values=register_list,
    write={"xlsx": _xlsx},
)

"""The rectification ledger with its three lists: what is wrong, what is to be done, who answers for it."""

from io import BytesIO

from bihuan.dispatch.kinds.kind import Kind, Stage
from bihuan.dispatch.queries.lists import Listed, ledger_list
from bihuan.say import say
from bihuan.writing.ledger import write_ledger
from bihuan.writing.rows import LedgerRow
from bihuan.writing.tables import Speak


def _xlsx(listed: Listed[LedgerRow], *, speak: Speak = str) -> bytes:
    out = BytesIO()
    write_ledger(out, listed.rows, heading=listed.heading, speak=speak)
    return out.getvalue()


LEDGER = Kind(
    name="ledger",
    title=say("整改台账和三张清单"),
    stage=Stage.RECTIFYING,
    source=say("整改台账、问题清单、任务清单、责任清单的通行栏目"),
    values=ledger_list,
    write={"xlsx": _xlsx},
)

"""The rectification ledger with its three lists: what is wrong, what is to be done, who answers for it."""

from datetime import datetime
from io import BytesIO
from typing import IO, TYPE_CHECKING

from bihuan.dispatch.kinds.kind import Kind, Stage
from bihuan.dispatch.queries.lists import Listed, ledger_list, ledger_rows
from bihuan.ledger.queries.papers import heading
from bihuan.say import say
from bihuan.writing.ledger import write_ledger
from bihuan.writing.rows import LedgerRow
from bihuan.writing.tables import Speak

if TYPE_CHECKING:
    from bihuan.people.viewer import Viewer
    from bihuan.rounds.models import Round


def _xlsx(listed: Listed[LedgerRow], *, speak: Speak = str) -> bytes:
    out = BytesIO()
    write_ledger(out, listed.rows, heading=listed.heading, speak=speak)
    return out.getvalue()


def _stream(out: IO[bytes], viewer: "Viewer", round: "Round", at: datetime, *, speak: Speak = str) -> None:
    write_ledger(out, ledger_rows(viewer, round, at), heading=heading(viewer, round, at=at), speak=speak)


LEDGER = Kind(
    name="ledger",
    title=say("整改台账和三张清单"),
    stage=Stage.RECTIFYING,
    source=say("整改台账、问题清单、任务清单、责任清单的通行栏目"),
    values=ledger_list,
    write={"xlsx": _xlsx},
    stream={"xlsx": _stream},
)

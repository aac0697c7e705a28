"""What stands in the papers that are one long list: the ledger with its three lists, and the running register?"""

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from django.utils import timezone

from bihuan.desk.queries import register
from bihuan.ledger.queries import papers
from bihuan.ledger.queries.table import Wanted, table_for
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.writing.register import RegisterRow
from bihuan.writing.rows import LedgerRow
from bihuan.writing.tables import Heading

Row = TypeVar("Row")


@dataclass(frozen=True)
class Listed(Generic[Row]):
    """What stands above and below a list, and its rows."""

    heading: Heading
    rows: tuple[Row, ...]


def ledger_list(viewer: Viewer, round: Round, at: datetime) -> Listed[LedgerRow]:
    findings = table_for(viewer, Wanted(round=round.ref), today=timezone.localdate(at))
    return Listed(papers.heading(viewer, round, at=at), tuple(papers.ledger_rows(findings)))


def register_list(viewer: Viewer, round: Round, at: datetime) -> Listed[RegisterRow]:
    return Listed(register.heading(viewer, round, at=at), tuple(register.everything(viewer, round)))

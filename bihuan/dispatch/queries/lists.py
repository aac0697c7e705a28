"""What stands in the papers that are one long list: the ledger with its three lists, and the running register?"""

from collections.abc import Iterator
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
    return Listed(papers.heading(viewer, round, at=at), tuple(ledger_rows(viewer, round, at)))


def ledger_rows(viewer: Viewer, round: Round, at: datetime) -> Iterator[LedgerRow]:
    """Read as they are asked for, and forgotten."""
    return papers.ledger_rows(table_for(viewer, Wanted(round=round.ref), today=timezone.localdate(at)))


def register_list(viewer: Viewer, round: Round, at: datetime) -> Listed[RegisterRow]:
    return Listed(register.heading(viewer, round, at=at), tuple(register.everything(viewer, round)))

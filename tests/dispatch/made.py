"""How do the tests of documents make one? By its kind, as a person, at a moment."""

from datetime import datetime

from django.db import connection
from django.test.utils import CaptureQueriesContext

from bihuan.dispatch.kinds import kinds
from bihuan.ledger.models import Finding
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from tests.cast import NOW


def made(name: str, viewer: Viewer, round: Round, *, ending: str = "docx", at: datetime = NOW, **asked: str) -> bytes:
    """The file of one kind."""
    kind = kinds()[name]
    return kind.write[ending](kind.values(viewer, round, at, **asked))


def cost(name: str, viewer: Viewer, round: Round) -> int:
    """How many queries its values take."""
    with CaptureQueriesContext(connection) as queries:
        kinds()[name].values(viewer, round, NOW)
    return len(queries)


def copied(finding: Finding, times: int) -> None:
    """The same finding again and again with its measure, straight into the tables: only rows are wanted."""
    measure = finding.measures.get()
    for number in range(100, 100 + times):
        finding.pk, finding.number = None, number
        finding.save()
        measure.pk, measure.finding = None, finding
        measure.save()

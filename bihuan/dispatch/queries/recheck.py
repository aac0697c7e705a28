"""What does the record give for a recheck (回头看)? The closed findings that are looked at, and what is still open."""

from datetime import datetime

from bihuan.dispatch.queries.evaluation import reopened_of
from bihuan.dispatch.queries.progress import closed_on
from bihuan.dispatch.queries.record import Known, record_of
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.say import Say, say
from bihuan.writing.recheck import Closed, RecheckPaper

EVERY = 5
"""One of so many of the ordinary ones: a fifth. By their order, so that the same record gives the same sample."""


def recheck_values(viewer: Viewer, round: Round, at: datetime) -> RecheckPaper:
    record = record_of(viewer, round, at)
    again = reopened_of(viewer, record)
    closed = [each for each in record.known if each.closed]
    return RecheckPaper(
        heading=record.heading,
        closed=len(closed),
        looked_at=tuple(
            Closed(each.row, closed_on(each), again.get(each.row.ref, 0), why) for each, why in _sample(closed)
        ),
        open=tuple(each.row for each in record.known if not each.closed),
    )


def _sample(closed: list[Known]) -> list[tuple[Known, Say]]:
    """In the order of the letter: all key findings, all immediate fixes, and the first of every five others."""
    found, others = [], 0
    for each in closed:
        if each.finding.key:
            found.append((each, say("重点关注")))
        elif each.finding.immediate:
            found.append((each, say("立行立改")))
        else:
            if others % EVERY == 0:
                found.append((each, say("抽查")))
            others += 1
    return found

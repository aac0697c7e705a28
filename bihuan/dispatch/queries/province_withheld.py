"""What does the record give for the province's table of what is not to be made public (V8)?"""

from datetime import datetime

from bihuan.dispatch.queries.notice import NoticeRow, rows_of
from bihuan.dispatch.queries.record import record_of
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.notice import GROUNDS, NAMES, Audience, Ground, Part, Status
from bihuan.say import Say, say
from bihuan.writing.province_withheld import Publicity, WithheldPaper


def withheld_values(viewer: Viewer, round: Round, at: datetime) -> WithheldPaper:
    """Every finding that a notice tells of, for both audiences; what was refused or withdrawn is not withheld."""
    record = record_of(viewer, round, at)
    party, society = (
        tuple(_publicity(place, row) for place, row in enumerate(rows_of(record, round, audience), start=1))
        for audience in (Audience.PARTY, Audience.SOCIETY)
    )
    return WithheldPaper(record.heading, party, society)


def _publicity(place: int, row: NoticeRow) -> Publicity:
    withheld, text, result = row.withholding, row.known.row.text, "；".join(row.results)
    if withheld is None:
        return Publicity(place, text, result)
    whole = withheld.part == Part.WHOLE
    return Publicity(place, text, result, text if whole else "", result, _ground(row))


def _ground(row: NoticeRow) -> Say | str:
    withheld = row.withholding
    if withheld is None:
        return ""
    return say(
        "{ground}：{reason}（{state}）",
        ground=GROUNDS[Ground(withheld.ground)],
        reason=withheld.reason,
        state=NAMES[Status(withheld.status)],
    )

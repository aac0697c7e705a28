"""What does the record give for the close-out forms (销号申请审批表)? The last application of each finding."""

from datetime import date, datetime

from django.utils import timezone

from bihuan.dispatch.queries.record import Known, record_of, seen
from bihuan.ledger.models import CloseOut
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.measure import Kind
from bihuan.rules.people import NAMES, Role
from bihuan.say import Say, say
from bihuan.trail.answers import words
from bihuan.writing.closeout import CloseOutPaper, Form, Opinion

ALL = say("全部已申请销号的问题")


def closeout_values(viewer: Viewer, round: Round, at: datetime, *, finding: str = "") -> CloseOutPaper:
    """The form of one finding by its reference, or of every finding for which a close-out was applied for."""
    record = record_of(viewer, round, at)
    asked = (each for each in record.known if not finding or each.row.ref == finding)
    found = ((each, application) for each in asked if (application := _last(each)))
    return CloseOutPaper(record.heading, tuple(_form(each, application) for each, application in found))


def applied_for(viewer: Viewer, round: Round) -> list[tuple[str, str]]:
    """What may be chosen: all of them, or one finding."""
    rows = seen(viewer, round).filter(closeouts__isnull=False).distinct()
    return [("", words(ALL)), *((row.ref, f"{row.ref} {row.text[:40]}") for row in rows)]


def _last(known: Known) -> CloseOut | None:
    return max(known.finding.closeouts.all(), key=lambda row: row.number, default=None)


def _form(known: Known, application: CloseOut) -> Form:
    finding = known.finding
    return Form(
        number=f"{finding.ref}-{application.number}",
        returns=finding.returns_count,
        row=known.row,
        extended=tuple(
            f"{measure.number}. {measure.text}"
            for measure in finding.measures.all()
            if any(kind.kind == Kind.EXTEND for kind in measure.kinds.all())
        ),
        applied_by=application.signed_name,
        applied_on=_day(application.applied_at),
        note=application.note,
        opinions=tuple(_opinions(application)),
    )


def _opinions(application: CloseOut) -> list[Opinion]:
    """One for each level of the chain as it stood, given or not."""
    given = {opinion.level: opinion for opinion in application.approvals.all()}
    found = []
    for level, role in enumerate(application.chain):
        opinion, name = given.get(level), _name(role)
        if opinion is None:
            found.append(Opinion(name))
        else:
            found.append(Opinion(name, opinion.by.name, opinion.agreed, opinion.note, _day(opinion.at)))
    return found


def _name(role: str) -> Say:
    return NAMES[Role(role)]


def _day(at: datetime) -> str:
    day: date = timezone.localdate(at)
    return day.isoformat()

"""Which self-checks may this viewer see, how far is each unit and each point, and what was found?"""

import re
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import Http404

from bihuan.desk.models import CheckAnswer, CheckPoint, CheckSheet, SelfCheck
from bihuan.desk.queries.acting import places
from bihuan.people.models import Unit
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rules.sheet import Status

YES, PARTLY, NO = (each.value for each in CheckAnswer.Answer)
FOUND = (PARTLY, NO)


@dataclass(frozen=True)
class Progress:
    """How many units have the list, and how many of them have signed."""

    units: int
    signed: int
    found: int


@dataclass(frozen=True)
class PointCount:
    """One point: how the units have answered so far."""

    point: CheckPoint
    yes: int
    partly: int
    no: int
    units: int

    @property
    def open(self) -> int:
        return self.units - self.yes - self.partly - self.no


def selfchecks_for(viewer: Viewer) -> QuerySet[SelfCheck]:
    """All for those who see the organisation, else those that were given to an own unit."""
    rows = SelfCheck.objects.filter(organisation=viewer.organisation)
    rows = rows.select_related("organisation", "round", "given_by")
    if viewer.sees_all:
        return rows
    return rows.filter(Exists(CheckSheet.objects.filter(viewer.within("unit__path"), selfcheck=OuterRef("pk"))))


def selfcheck_for(viewer: Viewer, ref: str) -> SelfCheck:
    """`S-001`, or 404."""
    match = re.fullmatch(r"S-([0-9]{1,9})", ref)
    row = selfchecks_for(viewer).filter(number=int(match[1])).first() if match else None
    if row is None:
        raise Http404(ref)
    return row


def sheets_for(viewer: Viewer) -> QuerySet[CheckSheet]:
    """The sheets of the viewer's units."""
    rows = CheckSheet.objects.filter(selfcheck__organisation=viewer.organisation)
    rows = rows if viewer.sees_all else rows.filter(viewer.within("unit__path"))
    return rows.select_related("selfcheck__organisation", "selfcheck__round", "unit", "signed_by")


def listed(viewer: Viewer, round: Round) -> list[tuple[SelfCheck, Progress]]:
    """The lists of a round with their progress among the units that the viewer sees. Two queries."""
    rows = list(selfchecks_for(viewer).filter(round=round))
    sheets = sheets_for(viewer).filter(selfcheck__in=[row.pk for row in rows]).select_related(None).order_by()
    told = sheets.values("selfcheck").annotate(
        units=Count("pk", distinct=True),
        signed=Count("pk", filter=Q(status=Status.SIGNED.value), distinct=True),
        found=Count("answers", filter=Q(status=Status.SIGNED.value, answers__answer__in=FOUND)),
    )
    found = {row.pop("selfcheck"): Progress(**row) for row in told}
    return [(row, found.get(row.pk, Progress(0, 0, 0))) for row in rows]


def progress_by_unit(viewer: Viewer, selfcheck: SelfCheck) -> list[CheckSheet]:
    """The sheets with `answered`, `partly` and `no`. One query."""
    rows = list(
        sheets_for(viewer)
        .filter(selfcheck=selfcheck)
        .annotate(
            answered=Count("answers"),
            partly=Count("answers", filter=Q(answers__answer=PARTLY)),
            no=Count("answers", filter=Q(answers__answer=NO)),
        )
    )
    place = places(row.unit for row in rows)
    return sorted(rows, key=lambda row: place[row.unit_id])


def progress_by_point(viewer: Viewer, selfcheck: SelfCheck, units: int) -> list[PointCount]:
    """One query."""
    seen = Q() if viewer.sees_all else Q(answers__sheet__in=sheets_for(viewer).values("pk"))
    points = selfcheck.points.annotate(
        **{each: Count("answers", filter=seen & Q(answers__answer=each)) for each in (YES, PARTLY, NO)}
    ).order_by("number")
    return [PointCount(point, point.yes, point.partly, point.no, units) for point in points]


def found_of(viewer: Viewer, selfcheck: SelfCheck) -> QuerySet[CheckAnswer]:
    """What signed sheets answer with no or partly. An unsigned answer is still the unit's own draft."""
    signed = sheets_for(viewer).filter(selfcheck=selfcheck, status=Status.SIGNED.value)
    rows = CheckAnswer.objects.filter(sheet__in=signed.values("pk"), answer__in=FOUND)
    rows = rows.select_related("sheet__selfcheck", "sheet__unit", "point", "proof")
    return rows.order_by("point__number", "sheet__unit__path")


def found_answer_for(viewer: Viewer, ref: str, unit: str, number: int) -> CheckAnswer:
    """What one unit's signed sheet has found at one point, for whoever raises a finding from it; or 404."""
    rows = found_of(viewer, selfcheck_for(viewer, ref)).filter(point__number=number)
    match = re.fullmatch(r"U-([0-9]{1,9})", unit)
    row = rows.filter(sheet__unit__number=int(match[1])).first() if match else None
    if row is None:
        raise Http404(f"{ref}/{unit}/{number}")
    return row


def late(sheet: CheckSheet, today: date) -> bool:
    return sheet.status != Status.SIGNED.value and sheet.selfcheck.due_on < today


def not_yet_given(selfcheck: SelfCheck) -> QuerySet[Unit]:
    """The open units below the top that have no sheet."""
    units = Unit.objects.filter(organisation=selfcheck.organisation_id, closed_on__isnull=True, parent__isnull=False)
    return units.exclude(pk__in=CheckSheet.objects.filter(selfcheck=selfcheck).values("unit"))

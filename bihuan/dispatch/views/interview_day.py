"""The day's sheet of interviews with the names, for an arranger who takes it away: a look that is written down."""

from io import BytesIO

from django.http import FileResponse, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from bihuan.desk.actions.looking import Page
from bihuan.desk.queries.interviews import interviews_on
from bihuan.desk.views.arranging import arranger_only, shown
from bihuan.desk.views.interviews import day_of
from bihuan.dispatch.queries.interview_day import sheet_of
from bihuan.rounds.models import Round
from bihuan.rules.interview import Status
from bihuan.trail.answers import words
from bihuan.writing.interview_day import write_interview_day


@arranger_only
@require_GET
def interview_day_sheet(request: HttpRequest, round: Round, day: str) -> FileResponse:
    on = day_of(day)
    rows = [row for row in interviews_on(round, on) if row.status != Status.CANCELLED.value]
    seen = shown(request, round, rows, Page.LIST)
    values = sheet_of(request.viewer, round, on.isoformat(), seen, timezone.now())
    name = _("个别谈话安排表%(day)s.docx") % {"day": on.isoformat()}
    return FileResponse(BytesIO(write_interview_day(values, speak=words)), as_attachment=True, filename=name)

"""The running register of what the group asked to read and was given (资料调阅登记), and the same as a workbook."""

import tempfile

from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from bihuan.desk.queries import register as queries
from bihuan.desk.views.handovers import round_of
from bihuan.people.gate import signed_in
from bihuan.trail.answers import words
from bihuan.writing.register import REGISTER, write_register

PER_PAGE = 50
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@signed_in
@require_GET
def register(request: HttpRequest) -> HttpResponse:
    viewer = request.viewer
    round = round_of(viewer, request)
    context = {"round": round, "query": request.GET, "columns": REGISTER.columns, "text": text}
    if round:
        page = Paginator(queries.asked(viewer, round), PER_PAGE).get_page(request.GET.get("page"))
        rows = queries.rows_for(viewer, page.object_list, page.start_index() or 1)
        if not page.has_next():
            rows += queries.rows_again(queries.again(viewer, round), page.paginator.count + 1)
        context |= {"page": page, "rows": rows}
    return render(request, "desk/register.html", context)


@signed_in
@require_GET
def export(request: HttpRequest) -> FileResponse:
    """Every row of the register, as this viewer sees it."""
    viewer, now = request.viewer, timezone.now()
    round = round_of(viewer, request)
    if round is None:
        raise Http404
    out = tempfile.TemporaryFile()  # noqa: SIM115  (the response closes it)
    write_register(out, queries.everything(viewer, round), heading=queries.heading(viewer, round, at=now), speak=words)
    out.seek(0)
    name = _("资料调阅登记表-%(day)s.xlsx") % {"day": timezone.localdate().isoformat()}
    return FileResponse(out, as_attachment=True, filename=name, content_type=XLSX)


def text(value: object) -> str:
    """What a cell says, in the language of the page; several words stand beside each other."""
    if isinstance(value, tuple):
        return " ".join(filter(None, map(text, value)))
    return value if isinstance(value, str) else words(value)

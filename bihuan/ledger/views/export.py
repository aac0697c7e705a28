"""The ledger as a workbook: every finding that the filters show, without a limit, streamed from a temporary file."""

import tempfile

from django.http import FileResponse, Http404, HttpRequest
from django.utils import timezone
from django.views.decorators.http import require_GET

from bihuan.ledger.forms import table as asked
from bihuan.ledger.queries.papers import heading, ledger_rows
from bihuan.ledger.queries.table import table_for
from bihuan.people.gate import signed_in
from bihuan.rounds.queries import current_round, round_for
from bihuan.trail.answers import words
from bihuan.writing.ledger import write_ledger

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@signed_in
@require_GET
def export(request: HttpRequest) -> FileResponse:
    """The file holds the same rows as the page shows with the same address."""
    viewer, now = request.viewer, timezone.now()
    wanted = asked.wanted(request.GET)
    round = round_for(viewer, wanted.round) if wanted.round else current_round(viewer)
    if round is None:
        raise Http404
    out = tempfile.TemporaryFile()  # noqa: SIM115  (the response closes it)
    rows = ledger_rows(table_for(viewer, wanted, today=timezone.localdate()))
    write_ledger(out, rows, heading=heading(viewer, round, at=now), speak=words)
    out.seek(0)
    name = f"{viewer.organisation.name}整改台账-{timezone.localdate().isoformat()}.xlsx"
    return FileResponse(out, as_attachment=True, filename=name, content_type=XLSX)

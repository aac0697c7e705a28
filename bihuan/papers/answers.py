"""How does a paper leave? As a download that no browser opens inside our pages. The ledger answers with it as well."""

import logging

from django.http import FileResponse, Http404

from bihuan.papers.models import Paper
from bihuan.papers.queries import open_file

log = logging.getLogger(__name__)


def attachment(paper: Paper) -> FileResponse:
    """The content as a stream, under the name it came with; 404 and a line in the log where the folder has lost it."""
    try:
        content = open_file(paper)
    except FileNotFoundError:
        log.error("The content of %s (%s) is not in the data folder.", paper.ref, paper.hash)
        raise Http404(paper.ref) from None
    response = FileResponse(content, as_attachment=True, filename=paper.name, content_type=paper.media_type)
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response

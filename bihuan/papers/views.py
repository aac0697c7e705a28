"""What does the browser get of a paper? Its facts, or its content as a download."""

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.defaultfilters import filesizeformat
from django.views.decorators.http import require_GET

from bihuan.papers import queries
from bihuan.papers.answers import attachment
from bihuan.people.gate import signed_in


@signed_in
@require_GET
def paper(request: HttpRequest, ref: str) -> HttpResponse:
    row = queries.paper_for(request.viewer, ref)
    return render(request, "papers/paper.html", {"paper": row, "size": filesizeformat(row.size)})


@signed_in
@require_GET
def download(request: HttpRequest, ref: str) -> FileResponse:
    return attachment(queries.paper_for(request.viewer, ref))

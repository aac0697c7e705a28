"""The day's brief (联络日报): today's figures as they stand, sent to the leaders once, and the briefs of other days."""

from datetime import date
from io import BytesIO
from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from bihuan.desk.actions.brief import send_brief
from bihuan.desk.forms.brief import BriefForm
from bihuan.desk.queries import brief as queries
from bihuan.desk.queries.brief_paper import paper_of, paper_of_brief
from bihuan.desk.views.plans import chosen_round
from bihuan.people.gate import signed_in
from bihuan.rounds.models import Round
from bihuan.rounds.queries import round_for
from bihuan.rules.life import Refusal
from bihuan.trail.answers import STATUS, words
from bihuan.writing.brief import BriefPaper, summary, write_brief

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@signed_in
@require_http_methods(["GET", "POST"])
def brief(request: HttpRequest) -> HttpResponse:
    """The office sees today's figures and sends them; whoever receives briefs sees the list of them."""
    viewer, round = readers_only(request), chosen_round(request)
    form = BriefForm(request.POST or None)
    if request.method == "GET" or round is None or not form.is_valid():
        return show(request, round, form, status=200 if request.method == "GET" else 422)
    now = timezone.now()
    outcome = send_brief(round, timezone.localdate(now), form.cleaned_data["note"], by=viewer, at=now)
    if isinstance(outcome, Refusal):
        return show(request, round, form, problem=words(outcome.reason), status=STATUS[outcome.kind])
    messages.success(request, _("今天的日报已发给领导，可以打印或下载。"))
    return redirect("brief_day", round=round.ref, day=outcome.on.isoformat())


@signed_in
@require_GET
def brief_day(request: HttpRequest, round: str, day: str) -> HttpResponse:
    """The brief of one day as it was sent."""
    viewer = readers_only(request)
    row = queries.brief_for(viewer, round_for(viewer, round), day_of(day))
    context = {"row": row, "round": row.round, "paper": paper_of_brief(row), **WORDS}
    return render(request, "desk/brief_day.html", context)


@signed_in
@require_GET
def brief_word(request: HttpRequest, round: str, day: str) -> FileResponse:
    """The same as a Word file; of today also before it was sent, for the office."""
    viewer, on = readers_only(request), day_of(day)
    here = round_for(viewer, round)
    sent = queries.briefs_for(viewer).filter(round=here, on=on).first()
    if sent is None and not (viewer.is_office and on == timezone.localdate()):
        raise Http404(day)
    paper = paper_of_brief(sent) if sent else draft(request, here)
    name = _("联络日报 %(day)s.docx") % {"day": on.isoformat()}
    content = BytesIO(write_brief(paper, speak=words))
    return FileResponse(content, as_attachment=True, filename=name, content_type=DOCX)


def show(
    request: HttpRequest, round: Round | None, form: BriefForm, *, problem: str = "", status: int = 200
) -> HttpResponse:
    viewer, today = request.viewer, timezone.localdate()
    sent = list(queries.briefs_for(viewer).filter(round=round)[:60]) if round else []
    writes = round is not None and viewer.is_office and not round.finished_on
    is_sent = any(row.on == today for row in sent)
    context = {
        "round": round,
        "form": form,
        "paper": draft(request, round) if round and writes and not is_sent else None,
        "sent": [(row, summary(paper_of_brief(row), speak=words)) for row in sent],
        "is_sent": is_sent,
        "problem": problem,
        **WORDS,
    }
    return render(request, "desk/brief.html", context, status=status)


def draft(request: HttpRequest, round: Round) -> BriefPaper:
    """Today as it stands now."""
    now = timezone.now()
    today = timezone.localdate(now)
    told = queries.figures(request.viewer, round, today, now=now)
    return paper_of(round, today, told, sender=request.viewer.name)


def readers_only(request: HttpRequest) -> Any:
    """The viewer; for those to whom no brief is sent there is no such page."""
    if not queries.may_read(request.viewer):
        raise Http404
    return request.viewer


def day_of(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Http404(text) from None


WORDS = {"summary": lambda paper: summary(paper, speak=words)}

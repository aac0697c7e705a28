"""The announcements of a round: what they say, where they hang, how they print, and the closing of the lines."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bihuan.desk.actions import announcements as actions
from bihuan.desk.forms.announcements import AnnouncementForm, PostingForm
from bihuan.desk.models import Announcement
from bihuan.desk.names import ANNOUNCEMENTS
from bihuan.desk.queries import announcements as queries
from bihuan.desk.queries.acting import own_paths
from bihuan.desk.views.plans import chosen_round
from bihuan.papers.answers import attachment
from bihuan.people.gate import office_only, signed_in
from bihuan.rounds.models import Round
from bihuan.rounds.queries import round_for
from bihuan.rules.life import Refusal
from bihuan.trail.answers import STATUS, words


@signed_in
@require_GET
def announcements(request: HttpRequest) -> HttpResponse:
    return _show(request, chosen_round(request))


@office_only
@require_http_methods(["GET", "POST"])
def announcement_edit(request: HttpRequest, round: str, kind: str) -> HttpResponse:
    viewer, row, chosen = request.viewer, round_for(request.viewer, round), _kind(kind)
    there = queries.announcements_for(viewer).filter(round=row, kind=kind).first()
    initial = AnnouncementForm.typed(there) if there else queries.prefilled(row, kind)
    form = AnnouncementForm(kind, request.POST or None, request.FILES or None, initial=initial)
    context = {"form": form, "round": row, "kind": kind, "name": words(ANNOUNCEMENTS[kind]), "problem": ""}
    if not form.is_valid():
        return render(request, "desk/announcement_edit.html", context, status=422 if form.is_bound else 200)
    now, code = timezone.now(), form.cleaned_data.get("code")
    outcome = actions.write_announcement(row, chosen, form.said, by=viewer, at=now, code=code)
    if isinstance(outcome, Refusal):
        context["problem"] = words(outcome.reason)
        return render(request, "desk/announcement_edit.html", context, status=STATUS[outcome.kind])
    messages.success(request, _("已保存%(name)s。") % {"name": context["name"]})
    return _back(row)


@signed_in
@require_GET
def announcement_print(request: HttpRequest, round: str, kind: str) -> HttpResponse:
    """The announcement in official form, on a page of its own to print."""
    row = queries.announcement_for(request.viewer, round_for(request.viewer, round), _kind(kind).value)
    return render(request, "desk/announcement_print.html", {"row": row, "round": row.round})


@signed_in
@require_POST
def announcement_post(request: HttpRequest, round: str, kind: str) -> HttpResponse:
    viewer, row = request.viewer, round_for(request.viewer, round)
    announcement = queries.announcement_for(viewer, row, _kind(kind).value)
    form = PostingForm(viewer, request.POST, request.FILES, auto_id=f"{kind}_%s")
    if not form.is_valid():
        return _show(request, row, forms={kind: form}, status=422)
    said = form.cleaned_data
    outcome = actions.post(
        announcement, said["unit"], said["place"], said["posted_at"], by=viewer, at=timezone.now(), photo=said["photo"]
    )
    if isinstance(outcome, Refusal):
        return _show(request, row, forms={kind: form}, problem=words(outcome.reason), status=STATUS[outcome.kind])
    messages.success(request, _("已登记在“%(place)s”张贴。") % {"place": outcome.place})
    return _back(row, f"#{kind}")


@signed_in
@require_GET
def posting_photo(request: HttpRequest, round: str, kind: str, number: int) -> FileResponse:
    row = queries.posting_for(request.viewer, round_for(request.viewer, round), _kind(kind).value, number)
    if row.photo is None:
        raise Http404(number)
    return attachment(row.photo)


@signed_in
@require_GET
def announcement_code(request: HttpRequest, round: str, kind: str) -> FileResponse:
    """The picture of the QR code."""
    row = queries.announcement_for(request.viewer, round_for(request.viewer, round), _kind(kind).value)
    if row.code is None:
        raise Http404(kind)
    return attachment(row.code)


@office_only
@require_POST
def lines_close(request: HttpRequest, round: str, kind: str) -> HttpResponse:
    row = round_for(request.viewer, round)
    announcement = queries.announcement_for(request.viewer, row, _kind(kind).value)
    outcome = actions.close_lines(announcement, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        return _show(request, row, problem=words(outcome.reason), status=STATUS[outcome.kind])
    undo = reverse("lines_open", kwargs={"round": round, "kind": kind})
    messages.success(request, _("已确认意见箱、电话和邮箱关闭。"), extra_tags=undo)
    return _back(row)


@office_only
@require_POST
def lines_open(request: HttpRequest, round: str, kind: str) -> HttpResponse:
    row = round_for(request.viewer, round)
    announcement = queries.announcement_for(request.viewer, row, _kind(kind).value)
    outcome = actions.open_lines_again(announcement, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        return _show(request, row, problem=words(outcome.reason), status=STATUS[outcome.kind])
    messages.success(request, _("已恢复为未关闭。"))
    return _back(row)


def _kind(kind: str) -> Announcement.Kind:
    if kind not in Announcement.Kind.values:
        raise Http404(kind)
    return Announcement.Kind(kind)


def _back(round: Round, anchor: str = "") -> HttpResponse:
    return redirect(f"{reverse('announcements')}?round={round.ref}{anchor}")


def _show(request: HttpRequest, round: Round | None, *, status: int = 200, **more: Any) -> HttpResponse:
    viewer, today = request.viewer, timezone.localdate()
    rows = {row.kind: row for row in queries.announcements_for(viewer).filter(round=round)} if round else {}
    may_post = viewer.is_office or bool(own_paths(viewer))
    given = more.get("forms", {})
    parts = [
        {
            "kind": kind,
            "name": words(name),
            "row": rows.get(kind),
            "postings": queries.numbered(viewer, rows[kind]) if kind in rows else [],
            "form": given.get(kind)
            or (PostingForm(viewer, auto_id=f"{kind}_%s") if kind in rows and may_post else None),
            "opened": kind in given,
        }
        for kind, name in ANNOUNCEMENTS.items()
    ]
    due = [row for row in rows.values() if viewer.is_office and queries.lines_are_due(row, today)]
    context = {"round": round, "parts": parts, "due": due, "problem": more.get("problem", "")}
    return render(request, "desk/announcements.html", context, status=status)

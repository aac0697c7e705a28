"""The public notice: the rows of one audience, one row, what keeps it out, its frame, and where it was published."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from bihuan.dispatch.actions import notice as actions
from bihuan.dispatch.forms.notice import DecisionForm, FrameForm, PublishForm, WithholdForm, WordingForm
from bihuan.dispatch.phrases import PHRASES, VALUES
from bihuan.dispatch.queries import notice as queries
from bihuan.dispatch.queries.record import record_of
from bihuan.people.gate import signed_in
from bihuan.people.viewer import Viewer
from bihuan.reading.privacy import WORDS as FINDS
from bihuan.rounds.models import Round
from bihuan.rounds.queries import round_for
from bihuan.rules.life import Refusal
from bihuan.rules.notice import (
    AUDIENCES,
    GROUNDS,
    NAMES,
    PARTS,
    VERBS,
    WORDINGS,
    Audience,
    Facts,
    Ground,
    Move,
    Part,
    Status,
    offers,
)
from bihuan.trail.answers import STATUS, words
from bihuan.trail.changes import changes
from bihuan.trail.queries import lines_of
from bihuan.trail.telling import fields_of, phrase_of

SHOWN = {
    "audiences": AUDIENCES,
    "part_word": lambda row: words(PARTS[Part(row.part)]),
    "ground_word": lambda row: words(GROUNDS[Ground(row.ground)]),
    "decision_word": lambda row: words(NAMES[Status(row.status)]),
    "find_word": lambda hit: words(FINDS[hit.kind]),
}
LINES = 40


def place_of(request: HttpRequest, round: str, audience: str) -> tuple[Round, Audience]:
    """The round and the audience of an address; 404 for whoever does not oversee the whole."""
    if not request.viewer.sees_all or audience not in list(Audience):
        raise Http404(audience)
    return round_for(request.viewer, round), Audience(audience)


def rows_for(viewer: Viewer, round: Round, audience: Audience) -> list[queries.NoticeRow]:
    return queries.rows_of(record_of(viewer, round, timezone.now()), round, audience)


@signed_in
@require_GET
def notice(request: HttpRequest, round: str, audience: str) -> HttpResponse:
    return _show(request, *place_of(request, round, audience))


@signed_in
@require_POST
def frame(request: HttpRequest, round: str, audience: str) -> HttpResponse:
    where = place_of(request, round, audience)
    form = FrameForm(request.POST)
    if not form.is_valid():
        return _show(request, *where, frame_form=form, status=422)
    outcome = actions.save_frame(*where, form.cleaned_data, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        return _show(request, *where, frame_form=form, problem=outcome, status=STATUS[outcome.kind])
    messages.success(request, _("已保存公开稿的前后文字。"))
    return redirect("notice", round=round, audience=audience)


@signed_in
@require_POST
def publish(request: HttpRequest, round: str, audience: str) -> HttpResponse:
    where = place_of(request, round, audience)
    form = PublishForm(queries.papers_to_publish(request.viewer, *where), request.POST)
    if not form.is_valid():
        return _show(request, *where, publish_form=form, status=422)
    said = {name: value for name, value in form.cleaned_data.items() if name != "paper"}
    outcome = actions.publish(*where, form.chosen, **said, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        return _show(request, *where, publish_form=form, problem=outcome, status=STATUS[outcome.kind])
    messages.success(request, _("已登记第 %(number)s 版的公开情况。") % {"number": outcome.number})
    return redirect("notice", round=round, audience=audience)


@signed_in
@require_GET
def row(request: HttpRequest, round: str, audience: str, ref: str) -> HttpResponse:
    return _show_row(request, *place_of(request, round, audience), ref)


@signed_in
@require_POST
def wording(request: HttpRequest, round: str, audience: str, ref: str) -> HttpResponse:
    where = place_of(request, round, audience)
    found, form = queries.row_of(rows_for(request.viewer, *where), ref), WordingForm(request.POST)
    if not form.is_valid():
        return _show_row(request, *where, ref, wording_form=form, status=422)
    outcome = actions.word(found.known.finding, where[1], **form.cleaned_data, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        return _show_row(request, *where, ref, wording_form=form, problem=outcome, status=STATUS[outcome.kind])
    messages.success(request, _("已保存 %(ref)s 的公开表述。") % {"ref": ref})
    return redirect("notice_row", round=round, audience=audience, ref=ref)


@signed_in
@require_POST
def withhold(request: HttpRequest, round: str, audience: str, ref: str) -> HttpResponse:
    where = place_of(request, round, audience)
    found, form = queries.row_of(rows_for(request.viewer, *where), ref), WithholdForm(request.POST)
    if not form.is_valid():
        return _show_row(request, *where, ref, withhold_form=form, status=422)
    said = form.cleaned_data | {"part": Part(form.cleaned_data["part"])}
    outcome = actions.withhold(found.known.finding, where[1], **said, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        return _show_row(request, *where, ref, withhold_form=form, problem=outcome, status=STATUS[outcome.kind])
    messages.success(request, _("已提出 %(ref)s 不公开，等候审批。") % {"ref": ref})
    return redirect("notice_row", round=round, audience=audience, ref=ref)


@signed_in
@require_POST
def decide(request: HttpRequest, round: str, audience: str, ref: str, which: str) -> HttpResponse:
    where = place_of(request, round, audience)
    found = queries.row_of(rows_for(request.viewer, *where), ref)
    form = DecisionForm(request.POST)
    if which not in list(Move) or found.withholding is None:
        raise Http404(which)
    if not form.is_valid():
        return _show_row(request, *where, ref, opened=which, decision_form=form, status=422)
    said = {"by": request.viewer, "at": timezone.now(), "note": form.cleaned_data["note"]}
    outcome = actions.move_withholding(found.withholding, Move(which), **said)
    if isinstance(outcome, Refusal):
        shown = {"opened": which, "decision_form": form, "problem": outcome}
        return _show_row(request, *where, ref, **shown, status=STATUS[outcome.kind])
    messages.success(request, f"{ref}：{words(PHRASES[actions.EVENTS[Move(which)]])}")
    return redirect("notice_row", round=round, audience=audience, ref=ref)


def _show(request: HttpRequest, round: Round, audience: Audience, *, status: int = 200, **more: Any) -> HttpResponse:
    """The whole notice: what stands in it, row by row, and what hinders its release."""
    rows, written = rows_for(request.viewer, round, audience), queries.frame_of(round, audience)
    papers = queries.papers_to_publish(request.viewer, round, audience)
    newest = queries.issued(papers[0]) if papers else None
    typed = {name: getattr(written, name) for name in actions.FRAME}
    context: dict[str, Any] = {
        "round": round,
        "audience": audience,
        "rows": rows,
        "states": {row.ref: words(WORDINGS[written.wording][row.state]) for row in rows},
        "release": queries.release_facts(rows, newest, request.viewer),
        "newest": newest,
        "publications": queries.publications(round, audience),
        "kind": queries.KINDS[audience],
        "frame_form": FrameForm(initial=typed),
        "publish_form": PublishForm(papers, initial={"since": written.since, "until": written.until}),
        "problem": None,
        **SHOWN,
    }
    return render(request, "dispatch/notice.html", context | more, status=status)


def _show_row(
    request: HttpRequest, round: Round, audience: Audience, ref: str, *, status: int = 200, **more: Any
) -> HttpResponse:
    """One finding as one audience reads it, with what is found in it, and whether it is kept out."""
    rows = rows_for(request.viewer, round, audience)
    found = queries.row_of(rows, ref)
    worded, kept = found.worded, found.withholding
    own = kept is not None and kept.asked_by == request.viewer.account
    facts = Facts(Status(kept.status), request.viewer.roles, asked=own) if kept else None
    lines = lines_of(request.viewer.organisation.code, kept.ref)[:LINES] if kept else []
    context: dict[str, Any] = {
        "round": round,
        "audience": audience,
        "row": found,
        "state": words(WORDINGS[queries.frame_of(round, audience).wording][found.state]),
        "offers": offers(facts) if facts else (),
        "verbs": VERBS,
        "opened": "",
        "timeline": [_line(line) for line in lines],
        "wording_form": WordingForm(initial={"text": found.text, "result": worded.result if worded else ""}),
        "withhold_form": WithholdForm(initial={"part": Part.WHOLE.value}),
        "decision_form": DecisionForm(),
        "problem": None,
        **_beside(rows, ref),
        **SHOWN,
    }
    return render(request, "dispatch/notice_row.html", context | more, status=status)


def _beside(rows: list[queries.NoticeRow], ref: str) -> dict[str, str]:
    """The rows before and after, to go through them one by one."""
    refs = [row.ref for row in rows]
    place = refs.index(ref)
    return {"before": refs[place - 1] if place else "", "after": refs[place + 1] if place + 1 < len(refs) else ""}


def _line(line: Any) -> dict[str, Any]:
    return {
        "phrase": phrase_of(line),
        "who": line.actor_name,
        "post": line.post,
        "at": line.at,
        "note": line.note,
        "changes": changes(line, fields_of(line), VALUES),
    }

"""One paper: what it says, its versions and what changed between them, its moves, and to whom it goes."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from bihuan.dispatch.actions import giving
from bihuan.dispatch.actions.moves import EVENTS, move
from bihuan.dispatch.compare import changes
from bihuan.dispatch.content import shown
from bihuan.dispatch.forms.papers import AddressForm, EditedForm, NoteForm
from bihuan.dispatch.models import Outgoing, Version
from bihuan.dispatch.phrases import PHRASES, VALUES
from bihuan.dispatch.queries import outgoing as queries
from bihuan.dispatch.views.wording import SHOWN
from bihuan.people.gate import office_only, signed_in
from bihuan.people.viewer import Viewer
from bihuan.rules.dispatch import VERBS, Move, Status, offers
from bihuan.rules.life import Refusal
from bihuan.trail.answers import STATUS, words
from bihuan.trail.changes import changes as changed
from bihuan.trail.queries import lines_of
from bihuan.trail.telling import fields_of, phrase_of

LINES, SHORT = 40, 12
"""Lines of the trail, and of a paper before it is unfolded."""
MOST = 400
"""Lines and changes that a page shows; all of them are in the files."""


@signed_in
@require_GET
def outgoing(request: HttpRequest, ref: str) -> HttpResponse:
    return show(request, ref)


@signed_in
@require_POST
def step(request: HttpRequest, ref: str, which: str) -> HttpResponse:
    row = queries.outgoing_of(request.viewer, ref)
    if which not in EVENTS:
        raise Http404(which)
    form = NoteForm(request.POST)
    if not form.is_valid():
        return show(request, ref, opened=which, note_form=form, status=422)
    outcome = move(row, Move(which), by=request.viewer, at=timezone.now(), note=form.cleaned_data["note"])
    if isinstance(outcome, Refusal):
        return show(request, ref, problem=outcome, opened=which, note_form=form, status=STATUS[outcome.kind])
    messages.success(request, _("%(ref)s：%(what)s") % {"ref": ref, "what": words(PHRASES[EVENTS[Move(which)]])})
    return redirect("outgoing", ref=ref)


@office_only
@require_POST
def address(request: HttpRequest, ref: str) -> HttpResponse:
    row, form = queries.outgoing_of(request.viewer, ref), AddressForm(request.viewer, request.POST)
    if not form.is_valid():
        return show(request, ref, address_form=form, status=422)
    units = form.cleaned_data["units"]
    outcome = giving.address(row, units=list(units), people=form.people, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        return show(request, ref, problem=outcome, address_form=form, status=STATUS[outcome.kind])
    messages.success(request, _("已列入分发 %(count)s 个。") % {"count": len(outcome)})
    return redirect("outgoing", ref=ref)


@signed_in
@require_POST
def sign(request: HttpRequest, ref: str) -> HttpResponse:
    """Sign for the copy of one's unit, or for one's own: `receiver` is its place on the list as the viewer sees it."""
    copies = queries.copies_of(request.viewer, queries.outgoing_of(request.viewer, ref))
    place = request.POST.get("receiver", "")
    if not place.isdecimal() or int(place) >= len(copies):
        raise Http404(place)
    outcome = giving.sign(copies[int(place)], by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        return show(request, ref, problem=outcome, status=STATUS[outcome.kind])
    messages.success(request, _("%(name)s已签收。") % {"name": outcome.label})
    return redirect("outgoing", ref=ref)


@signed_in
@require_GET
def compare(request: HttpRequest, ref: str) -> HttpResponse:
    """`?old=W-003.V1&new=W-003.V2`: row by row what came, went and differs."""
    row = queries.outgoing_of(request.viewer, ref)
    there = {_key(version): version for version in queries.comparable(request.viewer, row)}
    keys = list(there)
    old, new = request.GET.get("old") or _next(keys), request.GET.get("new") or next(iter(keys), "")
    found = None
    if old in there and new in there:
        found = changes(there[old].content, there[new].content)
    context = {
        "outgoing": row,
        "versions": there,
        "old": old,
        "new": new,
        "changes": found[:MOST] if found is not None else None,
        "count": len(found or []),
        **SHOWN,
    }
    return render(request, "dispatch/compare.html", context)


def _key(version: Version) -> str:
    return f"{version.outgoing.ref}.{version.label}"


def _next(keys: list[str]) -> str:
    """The version before the newest."""
    return keys[1] if len(keys) > 1 else ""


def show(request: HttpRequest, ref: str, *, status: int = 200, **more: Any) -> HttpResponse:
    """The page of one paper, with what was refused and what was typed."""
    viewer = request.viewer
    row = queries.outgoing_of(viewer, ref)
    versions = queries.versions_of(viewer, row)
    asked = request.GET.get("version", "")
    seen = next((each for each in versions if str(each.number) == asked), None) or _shown(versions)
    copies = queries.copies_of(viewer, row)
    context = {
        "outgoing": row,
        "versions": versions,
        "seen": seen,
        "first": shown(seen.content[:SHORT]) if seen else [],
        "rest": shown(seen.content[SHORT:MOST]) if seen else [],
        "figures": queries.figures_of(seen) if seen and queries.oversees(viewer) else [],
        "at_work": [each for each in versions if each.status in queries.AT_WORK],
        "offers": offers(queries.facts(row, viewer)),
        "verbs": VERBS,
        "copies": [(place, copy, _may_sign(row, copy, viewer)) for place, copy in enumerate(copies)],
        "timeline": _timeline(viewer, row),
        "may_draft": viewer.is_office and row.status == Status.DRAFT,
        "may_address": viewer.is_office and row.status not in giving.CLOSED,
        "oversees": queries.oversees(viewer),
        "note_form": more.get("note_form") or NoteForm(),
        "edited_form": more.get("edited_form") or EditedForm(),
        "address_form": more.get("address_form") or (AddressForm(viewer) if viewer.is_office else None),
        "opened": more.get("opened", ""),
        "problem": more.get("problem"),
        **SHOWN,
    }
    return render(request, "dispatch/outgoing.html", context, status=status)


def _shown(versions: list[Version]) -> Version | None:
    """The newest whole version, else the newest."""
    whole = (each for each in versions if each.status == Version.Status.READY)
    return next(whole, None) or next(iter(versions), None)


def _may_sign(row: Outgoing, copy: Any, viewer: Viewer) -> bool:
    return row.status == Status.ISSUED and copy.signed_at is None and giving.receives(copy, viewer)


def _timeline(viewer: Viewer, row: Outgoing) -> list[dict[str, Any]]:
    """The newest lines; who only receives it sees its own signature and nothing of the drafting."""
    lines = lines_of(viewer.organisation.code, row.ref)
    if not queries.oversees(viewer):
        lines = lines.filter(viewer.within("unit_path"))
    return [
        {
            "at": line.at,
            "who": line.actor_name,
            "post": line.post,
            "phrase": phrase_of(line),
            "note": line.note,
            "changes": changed(line, fields_of(line), VALUES, leave_out=frozenset({"hashes", "hash", "title"})),
            "tone": "idle",
        }
        for line in lines[:LINES]
    ]

"""The duty roster: a month of shifts, who is on duty today, and the notes that are handed over."""

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from bihuan.desk.actions import duties as actions
from bihuan.desk.forms.duties import HandoverNoteForm, RosterForm
from bihuan.desk.models import Duty
from bihuan.desk.names import SHIFTS
from bihuan.desk.queries import duties as queries
from bihuan.desk.views.plans import chosen_round
from bihuan.people.gate import office_only, signed_in
from bihuan.people.viewer import Viewer
from bihuan.rounds.models import Round
from bihuan.rounds.queries import round_for
from bihuan.rules.life import Refusal
from bihuan.trail.answers import STATUS, words


@signed_in
@require_GET
def duties(request: HttpRequest) -> HttpResponse:
    return _show(request, chosen_round(request), queries.month_of(request.GET.get("month", ""), timezone.localdate()))


@office_only
@require_POST
def duties_put(request: HttpRequest, round: str) -> HttpResponse:
    """Put people on the shifts of some days."""
    row = round_for(request.viewer, round)
    form = RosterForm(request.viewer, request.POST)
    first = queries.month_of(request.POST.get("first", "")[:7], timezone.localdate())
    if not form.is_valid():
        return _show(request, row, first, form=form, status=422)
    said = form.cleaned_data
    outcome = actions.put_on_duty(
        row, list(said["people"]), said["shifts"], said["first"], said["last"], by=request.viewer, at=timezone.now()
    )
    if isinstance(outcome, Refusal):
        return _show(request, row, first, form=form, problem=words(outcome.reason), status=STATUS[outcome.kind])
    text = ngettext("已排 %(num)s 个班次，已有的不重复。", "已排 %(num)s 个班次，已有的不重复。", outcome)
    messages.success(request, text % {"num": outcome})
    return _back(row, first)


@office_only
@require_POST
def duty_drop(request: HttpRequest, round: str, on: str, shift: str, username: str) -> HttpResponse:
    duty = _duty(request, round, on, shift, username)
    outcome = actions.take_off_duty(duty, by=request.viewer, at=timezone.now())
    first = duty.on.replace(day=1)
    if isinstance(outcome, Refusal):
        return _show(request, duty.round, first, problem=words(outcome.reason), status=STATUS[outcome.kind])
    text = _("已取消 %(name)s %(day)s 的%(shift)s。")
    messages.success(request, text % {"name": duty.account.name, "day": on, "shift": words(SHIFTS[shift])})
    return _back(outcome, first)


@signed_in
@require_POST
def duty_note(request: HttpRequest, round: str, on: str, shift: str, username: str) -> HttpResponse:
    duty = _duty(request, round, on, shift, username)
    form, first = HandoverNoteForm(request.POST), duty.on.replace(day=1)
    if not form.is_valid():
        return _show(request, duty.round, first, noting=(duty, form), status=422)
    outcome = actions.write_note(duty, form.cleaned_data["note"], by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        reason = words(outcome.reason)
        return _show(request, duty.round, first, noting=(duty, form), problem=reason, status=STATUS[outcome.kind])
    messages.success(request, _("已保存 %(day)s 的交接记录。") % {"day": on})
    return _back(duty.round, first)


def _duty(request: HttpRequest, round: str, on: str, shift: str, username: str) -> Duty:
    row = round_for(request.viewer, round)
    try:
        day = date.fromisoformat(on)
    except ValueError:
        raise Http404(on) from None
    return queries.duty_for(request.viewer, row, day, shift, username)


def _may_note(viewer: Viewer, duty: Duty, today: date) -> bool:
    """Whether the form is shown: for one's own shifts; for those of others, to the office, today and the day after."""
    own = duty.account_id == viewer.account.pk
    return duty.on <= today and (own or (viewer.is_office and duty.on >= today - timedelta(days=1)))


def _back(round: Round, first: date) -> HttpResponse:
    return redirect(f"{reverse('duties')}?round={round.ref}&month={first:%Y-%m}")


def _show(request: HttpRequest, round: Round | None, first: date, *, status: int = 200, **more: Any) -> HttpResponse:
    viewer, today = request.viewer, timezone.localdate()
    before, after = queries.months_around(first)
    noting, form = more.get("noting", (None, None))
    span = {"first": max(first, today) if first.month == today.month else first, "last": after - timedelta(days=1)}
    days = queries.month(viewer, round, first) if round else []
    context = {
        "round": round,
        "first": first,
        "before": before,
        "after": after,
        "days": days,
        "any": any(day.day or day.night for day in days),
        "now": queries.on_duty(viewer, round, today) if round else [],
        "last_note": queries.last_note(viewer, round) if round else None,
        "shift_word": lambda duty: words(SHIFTS[duty.shift]),
        "may_note": lambda duty: _may_note(viewer, duty, today),
        "note_for": lambda duty: form if noting and duty.pk == noting.pk else HandoverNoteForm(
            initial={"note": duty.note}, auto_id=f"{duty.on}_{duty.shift}_{duty.account.username}_%s"
        ),
        "noting": noting,
        "form": more.get("form") or (RosterForm(viewer, initial=span) if viewer.is_office else None),
        "form_opened": "form" in more,
        "problem": more.get("problem", ""),
    }  # fmt: skip
    return render(request, "desk/duties.html", context, status=status)

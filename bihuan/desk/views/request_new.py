"""Taking down: one line and the next empty form; or a pasted list, looked through line by line and confirmed once."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from bihuan.desk.actions.answer import attach
from bihuan.desk.actions.request import LONGEST, take_down, take_down_all
from bihuan.desk.forms.requests import MOST_LINES, ListForm, TakeDownForm, line_of, proposed_due
from bihuan.desk.models import Request
from bihuan.desk.queries.materials import material_for
from bihuan.desk.queries.request_units import UnitsInText
from bihuan.desk.queries.requests import requests_for
from bihuan.desk.views.plans import chosen_round
from bihuan.desk.views.request_words import request_words
from bihuan.people.gate import office_only
from bihuan.reading.kinds.requests import parts_of
from bihuan.rounds.models import Round
from bihuan.rounds.queries import calendar_of
from bihuan.rules.life import Refusal
from bihuan.rules.request import DUE_WORKDAYS, KINDS, Kind
from bihuan.rules.workdays import Calendar
from bihuan.trail.answers import STATUS, words

SHOWN = 8
"""How many of what was just taken down are listed below the form."""
KEPT = ("kind", "asked_by", "round")
"""What the next form begins with."""


@office_only
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """One line is taken down at once; several lead to the preview."""
    round = chosen_round(request)
    initial = {name: request.GET[name] for name in ("kind", "asked_by") if request.GET.get(name)}
    form = TakeDownForm(request.viewer, request.POST or None, initial=initial)
    if round is None or request.method == "GET":
        return _page(request, round, form)
    if not form.is_valid():
        return _page(request, round, form, status=422)
    text = form.cleaned_data["text"]
    if len(text.strip().splitlines()) > 1 or len(parts_of(text)) > 1:
        return _preview(request, round, form)
    return _take(request, round, form)


@office_only
@require_POST
def lines(request: HttpRequest) -> HttpResponse:
    """The preview, confirmed: all lines that are ticked, or none."""
    round = chosen_round(request)
    form = ListForm(request.viewer, request.POST)
    if round is None:
        return redirect("desk")
    if not form.is_valid():
        return _list_page(request, round, form, status=422)
    asked = form.asked(timezone.now())
    if not asked:
        return _list_page(request, round, form, problem=_("没有勾选任何一行。"), status=422)
    outcome = take_down_all(round, asked, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        return _list_page(request, round, form, problem=words(outcome.reason), status=STATUS[outcome.kind])
    first, last = outcome[0].ref, outcome[-1].ref
    said = ngettext(
        "已登记 %(num)s 件：%(first)s 至 %(last)s。", "已登记 %(num)s 件：%(first)s 至 %(last)s。", len(outcome)
    )
    messages.success(request, said % {"num": len(outcome), "first": first, "last": last})
    return redirect("desk")


def _take(request: HttpRequest, round: Round, form: TakeDownForm) -> HttpResponse:
    """Taken down, and on to the next empty form; with a material chosen, on to where it answers without any unit."""
    at, chosen = timezone.now(), request.POST.get("material", "")
    found = [material_for(request.viewer, chosen)] if chosen else []
    asked = replace(form.asked(at), unit=None) if found else form.asked(at)
    outcome = take_down(round, asked, by=request.viewer, at=at)
    if isinstance(outcome, Refusal):
        return _page(request, round, form, problem=words(outcome.reason), status=STATUS[outcome.kind])
    text = _("已登记 %(ref)s：%(text)s") % {"ref": outcome.ref, "text": outcome.text[:40]}
    messages.success(request, text, extra_tags=reverse("request_undo", args=[outcome.ref]))
    if found:
        attach(outcome, found, by=request.viewer, at=at)
        return redirect("request", ref=outcome.ref)
    onward = {name: value for name in KEPT if (value := request.POST.get(name) or request.GET.get(name))}
    return redirect(f"{reverse('request_new')}?{urlencode(onward)}")


def _preview(request: HttpRequest, round: Round, form: TakeDownForm) -> HttpResponse:
    """The pasted list, line by line, with what each is taken for."""
    parts = parts_of(form.cleaned_data["text"])
    if len(parts) > MOST_LINES:
        form.add_error("text", _("一次最多登记 %(most)s 行，这里有 %(count)s 行；请分几次粘贴。")
                       % {"most": MOST_LINES, "count": len(parts)})  # fmt: skip
        return _page(request, round, form, status=422)
    units, given = UnitsInText(request.viewer.organisation), form.cleaned_data
    found = [line_of(part, given["unit"] or units.find(f"{part.under} {part.text}"), _kind(request)) for part in parts]
    common = {name: given[name] for name in ("asked_by", "due_at", "urgent")}
    return _list_page(request, round, ListForm(request.viewer, lines=found, common=common))


def _kind(request: HttpRequest) -> str:
    """The kind for every line where another than the usual one was chosen; else each line is guessed."""
    kind = request.POST.get("kind", "")
    return kind if kind != Kind.MATERIAL else ""


def _list_page(
    request: HttpRequest, round: Round, form: ListForm, *, problem: str = "", status: int = 200
) -> HttpResponse:
    context = {"round": round, "form": form, "problem": problem, "longest": LONGEST}
    return render(request, "desk/request_lines.html", context, status=status)


def _page(
    request: HttpRequest, round: Round | None, form: TakeDownForm, *, problem: str = "", status: int = 200
) -> HttpResponse:
    now, calendar = timezone.now(), calendar_of(request.viewer.organisation)
    context = {
        "round": round,
        "form": form,
        "problem": problem,
        "kinds": [_kind_choice(number, kind, now, calendar) for number, kind in enumerate(Kind, start=1)],
        "chosen": form["kind"].value(),
        "just_taken": _just_taken(request, round) if round else [],
        **request_words(),
    }
    return render(request, "desk/request_new.html", context, status=status)


def _kind_choice(number: int, kind: Kind, now: datetime, calendar: Calendar) -> dict[str, Any]:
    """A kind with its quick key, and by when it would be due."""
    due = proposed_due(kind, now, calendar)
    return {"key": number, "value": kind.value, "label": words(KINDS[kind]), "due": due, "days": DUE_WORKDAYS[kind]}


def _just_taken(request: HttpRequest, round: Round) -> list[Request]:
    mine = requests_for(request.viewer).filter(round=round, taken_by=request.viewer.account)
    return list(mine.select_related("lead_unit").order_by("-number")[:SHOWN])

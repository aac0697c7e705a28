"""The office's calendar: a year with its days off, and every change shown as a preview before it is made."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from bihuan.people.gate import office_only
from bihuan.rounds import actions, queries
from bihuan.rounds.forms.days import DaysForm, NoticeForm, YearForm
from bihuan.rules.life import Refusal
from bihuan.rules.reasons import named
from bihuan.trail.answers import STATUS, words

Act = Callable[..., queries.Preview | Refusal]


@office_only
@require_safe
def days(request: HttpRequest) -> HttpResponse:
    return _page(request)


@office_only
@require_POST
def days_add(request: HttpRequest) -> HttpResponse:
    """A stretch of days: first its preview, then, agreed to, the days."""
    form = DaysForm(request.POST)
    if not form.is_valid():
        return _page(request, typed=form, status=422)
    return _adding(request, form, typed=form)


@office_only
@require_POST
def days_paste(request: HttpRequest) -> HttpResponse:
    """The yearly notice: first what is read in it, then, agreed to, its days."""
    form = NoticeForm(request.POST)
    if not form.is_valid():
        return _page(request, pasted=form, status=422)
    return _adding(request, form, pasted=form, notice=form.notice)


@office_only
@require_POST
def days_remove(request: HttpRequest, day: str) -> HttpResponse:
    """Days that were added, from the first of them on: first the preview, then, agreed to, they are gone."""
    span = queries.span_for(request.viewer, day)
    found = queries.preview_removing(request.viewer.organisation, span.days)
    if isinstance(found, Refusal):
        return _page(request, status=STATUS[found.kind], reasons=[words(found.reason)])
    told = ngettext("已移除 %(num)s 天。", "已移除 %(num)s 天。", len(span.days)) % {"num": len(span.days)}
    return _agreed(request, actions.remove_days, list(span.days), found, told, removing=True)


def _adding(request: HttpRequest, form: Any, **shown: Any) -> HttpResponse:
    found = queries.preview_adding(request.viewer.organisation, form.days)
    if isinstance(found, Refusal):
        return _page(request, status=STATUS[found.kind], reasons=[words(found.reason)], **shown)
    count = len(found.days)
    told = ngettext("已登记 %(num)s 天。", "已登记 %(num)s 天。", count) % {"num": count}
    return _agreed(request, actions.add_days, form.days, found, told, form=form, notice=shown.get("notice"))


def _agreed(
    request: HttpRequest, act: Act, asked: list[Any], found: queries.Preview, told: str, **shown: Any
) -> HttpResponse:
    """The preview, until what it showed is agreed to; where things have moved on, the new one and the reason."""
    context = {"preview": found, "named": named, "form": None, "notice": None, "removing": False, **shown}
    if "agreed" not in request.POST:
        return render(request, "rounds/days_preview.html", context)
    agreed, viewer = request.POST["agreed"], request.viewer
    done = act(viewer.organisation, asked, agreed=agreed, by=viewer, at=timezone.now())
    if isinstance(done, Refusal):
        context["reasons"] = [words(done.reason)]
        return render(request, "rounds/days_preview.html", context, status=STATUS[done.kind])
    messages.success(request, told)
    return redirect(f"{reverse('days')}?year={found.days[0].day.year}")


def _page(request: HttpRequest, *, status: int = 200, **shown: Any) -> HttpResponse:
    asked = YearForm(request.GET)
    year = asked.cleaned_data["year"] if asked.is_valid() else timezone.localdate().year
    context = {
        "year": queries.year_of(request.viewer.organisation, year),
        "typed": DaysForm(),
        "pasted": NoticeForm(initial={"year": year}),
        "reasons": [],
        **shown,
    }
    return render(request, "rounds/days.html", context, status=status)

"""The calendar: its pages, and the private address under which a phone subscribes to it."""

from datetime import date
from functools import partial

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST, require_safe

from bihuan.desk.actions.subscription import subscribe, unsubscribe
from bihuan.desk.forms.calendar import asked
from bihuan.desk.queries import calendar as queries
from bihuan.desk.queries.calendar import KINDS, Entry, Kind
from bihuan.desk.queries.subscription import events, subscriber, subscription_of
from bihuan.people.gate import signed_in
from bihuan.rounds.queries import calendar_of
from bihuan.rules.life import Refusal
from bihuan.rules.periods import View
from bihuan.rules.workdays import Calendar, is_workday
from bihuan.say import Say, say
from bihuan.trail.answers import words
from bihuan.writing.feed import feed

VIEWS: dict[View, Say] = {View.MONTH: say("月"), View.WEEK: say("周"), View.DAY: say("日"), View.LIST: say("列表")}
PAGES = {Kind.DUE: "request", Kind.VISIT: "visit"}
"""Kinds whose entries have a page of their own."""
LISTS = {Kind.MEETING: "meetings", Kind.ERRAND: "errands", Kind.DUTY: "duties"}
"""Kinds whose entries lead to the page that lists them."""


@signed_in
@require_GET
def calendar(request: HttpRequest) -> HttpResponse:
    now = timezone.localtime()
    shown = asked(request.GET, now.date())
    found = queries.entries(request.viewer, shown.first, shown.last)
    schedule = calendar_of(request.viewer.organisation)
    context = {
        "shown": shown,
        "days": queries.by_day(found, shown.days, together=shown.view is View.MONTH),
        "is_empty": not found,
        "views": VIEWS,
        "now": now,
        "kind_words": lambda entry: words(KINDS[entry.kind]),
        "title_words": title_words,
        "entry_url": entry_url,
        "mark": partial(mark, schedule=schedule),
        "known": schedule.knows(shown.on.year),
    }
    return render(request, "desk/calendar.html", context)


@signed_in
@require_http_methods(["GET", "POST"])
def calendar_address(request: HttpRequest) -> HttpResponse:
    """The private address: whether there is one; a new one is shown in this answer and never again."""
    address = ""
    if request.method == "POST":
        token = subscribe(by=request.viewer, at=timezone.now())
        address = request.build_absolute_uri(reverse("calendar_feed", kwargs={"token": token}))
    context = {"subscription": subscription_of(request.viewer), "address": address}
    answer = render(request, "desk/calendar_address.html", context)
    answer.headers["Cache-Control"] = "no-store"
    return answer


@signed_in
@require_POST
def calendar_address_revoke(request: HttpRequest) -> HttpResponse:
    done = unsubscribe(by=request.viewer, at=timezone.now())
    if isinstance(done, Refusal):
        messages.warning(request, words(done.reason))
    else:
        messages.success(request, _("已停用日历订阅，原地址不能再打开。"))
    return redirect("calendar_address")


@require_safe
def calendar_feed(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar of whoever made this address. Nobody signs in here: the address itself is the key."""
    viewer, now = subscriber(token), timezone.now()
    with translation.override(viewer.account.language or settings.LANGUAGE_CODE):
        title = _("%(name)s 联络日程") % {"name": viewer.organisation.name}
        content = feed(title, events(viewer, timezone.localdate(now)), at=now)
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def title_words(entry: Entry) -> str:
    return words(entry.title) if isinstance(entry.title, Say) else entry.title


def entry_url(entry: Entry) -> str:
    """Where an entry leads: its own page, or the one that lists it."""
    if entry.kind in PAGES:
        return reverse(PAGES[entry.kind], kwargs={"ref": entry.ref})
    if entry.kind is Kind.INTERVIEW:
        return f"{reverse('interviews')}?day={entry.start.date()}"
    return reverse(LISTS[entry.kind])


def mark(day: date, schedule: Calendar) -> str:
    """休 for a weekday off, 班 for a day at the weekend that makes up for one."""
    works = is_workday(day, schedule)
    if works == (day.weekday() < 5):
        return ""
    return _("班") if works else _("休")

"""Handing on what a person has in hand: the list of what is open, and the form that both sign."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bihuan.people import queries
from bihuan.people.actions import hand_on
from bihuan.people.belongings import belongings
from bihuan.people.forms import SuccessionForm
from bihuan.people.gate import office_only
from bihuan.people.views.account import address
from bihuan.people.views.form_page import done, sent
from bihuan.rules.life import Refusal
from bihuan.trail.answers import STATUS, words


@office_only
def succession(request: HttpRequest, username: str) -> HttpResponse:
    found = queries.account_for(request.viewer, username)
    things = belongings(found)
    people = queries.people_listed(request.viewer).exclude(pk=found.pk)
    form = SuccessionForm(sent(request), people=people)
    context = {"account": found, "things": things, "form": form, "reason": ""}
    if not form.is_valid():
        return render(request, "people/succession.html", context, status=422 if form.is_bound else 200)
    outcome = hand_on(found, **form.cleaned_data, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        context["reason"] = words(outcome.reason)
        return render(request, "people/succession.html", context, status=STATUS[outcome.kind])
    told = ngettext("已把 %(num)s 件交给%(name)s。", "已把 %(num)s 件交给%(name)s。", len(things))
    given = {"num": len(things), "name": form.cleaned_data["successor"].name}
    return done(request, _("责任交接：") + told % given, address(found))

"""What does the browser get of rounds? The list, the rules of one, and a form for each change."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bihuan.people.gate import office_only, signed_in
from bihuan.rounds import actions, queries
from bihuan.rounds.forms.round import DatesForm, DescriptionForm, FinishForm, ResumeForm, RoundForm, form_for
from bihuan.rounds.models import Round
from bihuan.rules.life import Refusal
from bihuan.trail.answers import STATUS, words

shows_and_acts = require_http_methods(["GET", "HEAD", "POST"])


@signed_in
@require_safe
def rounds(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    rows = [(row, queries.stage_of(row, today)) for row in queries.rounds_for(request.viewer)]
    return render(request, "rounds/rounds.html", {"rounds": rows})


@office_only
@shows_and_acts
def round_new(request: HttpRequest) -> HttpResponse:
    form = RoundForm(_sent(request))
    if not form.is_valid():
        return _show(request, "rounds/new.html", form)
    done = actions.open_round(
        request.viewer.organisation, **form.description, dates=form.dates, by=request.viewer, at=timezone.now()
    )
    if isinstance(done, Refusal):
        return _refused(request, "rounds/new.html", form, done)
    return _told(request, done, _("已新建轮次 %(ref)s %(title)s。"))


@office_only
@shows_and_acts
def round_edit(request: HttpRequest, ref: str) -> HttpResponse:
    row = queries.round_for(request.viewer, ref)
    now = {name: getattr(row, name) for name in DescriptionForm.base_fields}
    form = DescriptionForm(_sent(request), initial=now)
    if not form.is_valid():
        return _show(request, "rounds/edit.html", form, round=row)
    done = actions.describe_round(row, **form.cleaned_data, by=request.viewer, at=timezone.now())
    if isinstance(done, Refusal):
        return _refused(request, "rounds/edit.html", form, done, round=row)
    return _told(request, done, _("已保存 %(ref)s 的基本信息。"))


@office_only
@shows_and_acts
def round_dates(request: HttpRequest, ref: str) -> HttpResponse:
    row = queries.round_for(request.viewer, ref)
    form = DatesForm(_sent(request), initial=vars(queries.dates_of(row)))
    if not form.is_valid():
        return _show(request, "rounds/dates.html", form, round=row)
    done = actions.change_dates(row, dates=form.dates, by=request.viewer, at=timezone.now())
    if isinstance(done, Refusal):
        return _refused(request, "rounds/dates.html", form, done, round=row)
    return _told(request, done, _("已保存 %(ref)s 的日期，各项时限随之排定。"))


@signed_in
@require_safe
def round_rules(request: HttpRequest, ref: str) -> HttpResponse:
    row = queries.round_for(request.viewer, ref)
    facts = {"round": row, "ruleset": queries.ruleset_of(row), "lines": queries.rule_lines(row)}
    return render(request, "rounds/rules.html", facts)


@office_only
@shows_and_acts
def round_rule(request: HttpRequest, ref: str, name: str) -> HttpResponse:
    row = queries.round_for(request.viewer, ref)
    line, kind = queries.rule_line(row, name), form_for(name)
    form = kind(_sent(request), initial=kind.typed(queries.ruleset_of(row), name))
    if not form.is_valid():
        return _show(request, "rounds/rule.html", form, round=row, line=line)
    value, ground = form.value(name), form.cleaned_data["source"]
    done = actions.change_rule(row, name=name, value=value, source=ground, by=request.viewer, at=timezone.now())
    if isinstance(done, Refusal):
        return _refused(request, "rounds/rule.html", form, done, round=row, line=line)
    return _told(request, done, _("已修改“%(rule)s”。"), "round_rules", rule=words(line.title))


@office_only
@require_POST
def round_rule_reset(request: HttpRequest, ref: str, name: str) -> HttpResponse:
    row = queries.round_for(request.viewer, ref)
    line = queries.rule_line(row, name)
    done = actions.reset_rule(row, name=name, by=request.viewer, at=timezone.now())
    if isinstance(done, Refusal):
        return _refused(request, "rounds/rule.html", form_for(name)(), done, round=row, line=line)
    return _told(request, done, _("已恢复“%(rule)s”的原定规则。"), "round_rules", rule=words(line.title))


@office_only
@shows_and_acts
def round_finish(request: HttpRequest, ref: str) -> HttpResponse:
    row = queries.round_for(request.viewer, ref)
    form = FinishForm(_sent(request))
    if not form.is_valid():
        return _show(request, "rounds/finish.html", form, round=row)
    done = actions.finish_round(row, **form.cleaned_data, by=request.viewer, at=timezone.now())
    if isinstance(done, Refusal):
        return _refused(request, "rounds/finish.html", form, done, round=row)
    return _told(request, done, _("%(ref)s 已结束。"))


@office_only
@shows_and_acts
def round_resume(request: HttpRequest, ref: str) -> HttpResponse:
    row = queries.round_for(request.viewer, ref)
    form = ResumeForm(_sent(request))
    if not form.is_valid():
        return _show(request, "rounds/resume.html", form, round=row)
    done = actions.resume_round(row, note=form.cleaned_data["note"], by=request.viewer, at=timezone.now())
    if isinstance(done, Refusal):
        return _refused(request, "rounds/resume.html", form, done, round=row)
    return _told(request, done, _("%(ref)s 已恢复。"))


def _sent(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _show(request: HttpRequest, template: str, form: forms.Form, **facts: Any) -> HttpResponse:
    """The form: for the first time, or again with its errors."""
    return render(request, template, {"form": form, **facts}, status=422 if form.is_bound else 200)


def _refused(request: HttpRequest, template: str, form: forms.Form, refusal: Refusal, **facts: Any) -> HttpResponse:
    """The form again, with the reason and everything that is wrong."""
    reasons = [words(sentence) for sentence in (refusal.missing or (refusal.reason,))]
    return render(request, template, {"form": form, "reasons": reasons, **facts}, status=STATUS[refusal.kind])


def _told(request: HttpRequest, row: Round, text: str, page: str = "round", **values: str) -> HttpResponse:
    messages.success(request, text % {"ref": row.ref, "title": row.title, **values})
    return redirect(page, ref=row.ref)

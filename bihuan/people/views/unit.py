"""One unit: who works in it, what hangs below it, and what the office may do with it."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from bihuan.people import actions, queries
from bihuan.people.forms import NoteForm, ParentForm, RenameForm, UnitForm
from bihuan.people.gate import office_only, signed_in
from bihuan.people.models import Unit
from bihuan.people.views.form_page import FormPage, done, sent
from bihuan.rules.life import Refusal


@signed_in
def unit(request: HttpRequest, ref: str) -> HttpResponse:
    shown = queries.unit_for(request.viewer, ref)
    return render(
        request,
        "people/unit.html",
        {
            "unit": shown,
            "above": queries.line_above(shown),
            "posts": queries.posts_in(shown),
            "below": queries.branches_below(shown),
            "leaders": queries.leaders_in_charge(shown),
        },
    )


@office_only
def unit_new(request: HttpRequest) -> HttpResponse:
    """A new unit; `?parent=U-004` chooses its place beforehand."""
    viewer = request.viewer
    parent = request.GET.get("parent", "").removeprefix("U-").lstrip("0")
    form = UnitForm(sent(request), units=queries.units_of(viewer.organisation), initial={"parent": parent})
    page = FormPage(_("新增单位"), _("新增单位"), reverse("people"))
    if not form.is_valid():
        return page.show(request, form)
    outcome = actions.add_unit(viewer.organisation, **form.cleaned_data, by=viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        return page.show(request, form, outcome)
    return done(request, _("已新增单位“%(name)s”。") % {"name": outcome.name}, address(outcome))


@office_only
def unit_edit(request: HttpRequest, ref: str) -> HttpResponse:
    found = queries.unit_for(request.viewer, ref)
    known = {"name": found.name, "short_name": found.short_name, "order": found.order}
    page = FormPage(_("修改“%(name)s”") % {"name": found.name}, _("保存"), address(found))
    form = RenameForm(sent(request), initial=known)
    return page.act(request, form, partial(actions.rename_unit, found), _("已保存单位的名称和排序。"))


@office_only
def unit_move(request: HttpRequest, ref: str) -> HttpResponse:
    found = queries.unit_for(request.viewer, ref)
    units = queries.units_of(request.viewer.organisation).exclude(path__startswith=found.path)
    lead = _("它的下级单位和名下的问题一并移动；谁能看到它们，从此按新的上级计算。")
    page = FormPage(_("移动“%(name)s”") % {"name": found.name}, _("移动"), address(found), lead)
    form = ParentForm(sent(request), units=units, initial={"parent": found.parent and found.parent.number})
    told = _("已移动单位“%(name)s”和它的全部下级。") % {"name": found.name}
    return page.act(request, form, partial(actions.move_unit, found), told)


@office_only
def unit_close(request: HttpRequest, ref: str) -> HttpResponse:
    found = queries.unit_for(request.viewer, ref)
    lead = _("撤销后不能再选用这个单位；它过去的记录都保留，也可以恢复。")
    page = FormPage(_("撤销“%(name)s”") % {"name": found.name}, _("撤销单位"), address(found), lead, "danger")
    told = _("已撤销单位“%(name)s”。") % {"name": found.name}
    return page.act(request, NoteForm(sent(request)), partial(actions.close_unit, found), told)


@office_only
def unit_reopen(request: HttpRequest, ref: str) -> HttpResponse:
    found = queries.unit_for(request.viewer, ref)
    page = FormPage(_("恢复“%(name)s”") % {"name": found.name}, _("恢复单位"), address(found))
    told = _("已恢复单位“%(name)s”。") % {"name": found.name}
    return page.act(request, NoteForm(sent(request)), partial(actions.reopen_unit, found), told)


def address(found: Unit) -> str:
    return reverse("unit", kwargs={"ref": found.ref})

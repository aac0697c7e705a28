"""A person's posts: a new one, another title or charge, and the end of one."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from bihuan.people import actions, queries
from bihuan.people.forms import NoteForm, PostForm, StandingPostForm
from bihuan.people.gate import office_only
from bihuan.people.models import Post
from bihuan.people.views.account import with_left_open
from bihuan.people.views.form_page import FormPage, sent
from bihuan.rules.people import NAMES, Role
from bihuan.trail.answers import words


@office_only
def post_new(request: HttpRequest, username: str) -> HttpResponse:
    found = queries.account_for(request.viewer, username)
    page = FormPage(_("给“%(name)s”设置岗位") % {"name": found.name}, _("设置岗位"), back(found.username))
    form = PostForm(sent(request), units=queries.units_of(request.viewer.organisation))
    told = _("已给“%(name)s”设置岗位。") % {"name": found.name}
    return page.act(request, form, partial(actions.give_post, found), told)


@office_only
def post_edit(request: HttpRequest, username: str, unit: str, role: str) -> HttpResponse:
    found = queries.post_for(request.viewer, username, unit, role)
    page = FormPage(_("修改岗位"), _("保存"), back(username), name_of(found))
    charge = [unit.number for unit in found.charge.all()]
    units = queries.units_of(request.viewer.organisation)
    form = StandingPostForm(sent(request), units=units, initial={"title": found.title, "charge": charge})
    if Role(found.role) is not Role.LEADER:
        del form.fields["charge"]
    return page.act(request, form, partial(actions.change_post, found), _("已修改岗位。"))


@office_only
def post_end(request: HttpRequest, username: str, unit: str, role: str) -> HttpResponse:
    found = queries.post_for(request.viewer, username, unit, role)
    lead = _("%(post)s。结束后此人不再有这个岗位的权限，办过的事都保留。") % {"post": name_of(found)}
    lead = with_left_open(lead, found.account)
    page = FormPage(_("结束岗位"), _("结束岗位"), back(username), lead, "danger")
    return page.act(request, NoteForm(sent(request)), partial(actions.end_post, found), _("已结束岗位。"))


def name_of(post: Post) -> str:
    """`赵启：松河镇 镇党委书记（单位负责人）`"""
    place = f"{post.unit.name} {post.title}".strip()
    return _("%(name)s：%(place)s（%(role)s）") % {
        "name": post.account.name,
        "place": place,
        "role": words(NAMES[Role(post.role)]),
    }


def back(username: str) -> str:
    return reverse("account", kwargs={"username": username})

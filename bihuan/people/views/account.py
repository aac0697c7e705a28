"""One person: the account, its posts, its password and its lock, and what the office may do with them."""

from functools import partial

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from bihuan.people import actions, queries
from bihuan.people.actions import Slip
from bihuan.people.belongings import belongings
from bihuan.people.forms import AccountForm, NewAccountForm, NoteForm
from bihuan.people.gate import office_only, signed_in
from bihuan.people.models import Account
from bihuan.people.views.form_page import FormPage, sent
from bihuan.rules import succession
from bihuan.rules.life import Refusal
from bihuan.trail.answers import words


@signed_in
def account(request: HttpRequest, username: str) -> HttpResponse:
    shown = queries.account_for(request.viewer, username)
    posts = list(queries.posts_for(request.viewer, shown))
    page = {
        "things": belongings(shown) if request.viewer.is_office else [],
        "account": shown,
        "posts": [post for post in posts if not post.ended_on],
        "ended": [post for post in posts if post.ended_on],
        "locked_until": queries.locked_until(shown.username, at=timezone.now()) if request.viewer.is_office else None,
    }
    return render(request, "people/account.html", page)


@never_cache
@office_only
def account_new(request: HttpRequest) -> HttpResponse:
    """A new person with a first post, and the first password, shown this once; `?unit=U-004` chooses the unit."""
    viewer = request.viewer
    unit = request.GET.get("unit", "").removeprefix("U-").lstrip("0")
    form = NewAccountForm(sent(request), units=queries.units_of(viewer.organisation), initial={"unit": unit})
    page = FormPage(_("新增人员"), _("新增人员"), reverse("accounts"))
    if not form.is_valid():
        return page.show(request, form)
    outcome = actions.add_person(viewer.organisation, **form.cleaned_data, by=viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        return page.show(request, form, outcome)
    return slips(request, [outcome], reverse("account", kwargs={"username": outcome.username}))


@office_only
def account_edit(request: HttpRequest, username: str) -> HttpResponse:
    found = queries.account_for(request.viewer, username)
    page = FormPage(_("修改“%(name)s”") % {"name": found.name}, _("保存"), address(found))
    form = AccountForm(sent(request), initial={"name": found.name, "phone": found.phone})
    return page.act(request, form, partial(actions.change_account, found), _("已保存姓名和手机。"))


@never_cache
@office_only
def account_password(request: HttpRequest, username: str) -> HttpResponse:
    """A new first password, made here and shown this once."""
    found = queries.account_for(request.viewer, username)
    lead = _("系统会生成一个新的初始密码，只显示一次；此人下次登录后必须自己修改，现有的登录立即失效。")
    page = FormPage(_("重置“%(name)s”的密码") % {"name": found.name}, _("重置密码"), address(found), lead)
    form = Form(sent(request))
    if not form.is_valid():
        return page.show(request, form)
    outcome = actions.renew_password(found, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        return page.show(request, form, outcome)
    return slips(request, [outcome], address(found))


@office_only
def account_deactivate(request: HttpRequest, username: str) -> HttpResponse:
    found = queries.account_for(request.viewer, username)
    lead = _("停用后此人不能登录，现有的登录立即失效；此人办过的事都保留，也可以重新启用。")
    lead = with_left_open(lead, found)
    page = FormPage(_("停用“%(name)s”") % {"name": found.name}, _("停用账户"), address(found), lead, "danger")
    told = _("已停用“%(name)s”的账户。") % {"name": found.name}
    return page.act(request, NoteForm(sent(request)), partial(actions.deactivate_account, found), told)


@office_only
def account_reactivate(request: HttpRequest, username: str) -> HttpResponse:
    found = queries.account_for(request.viewer, username)
    page = FormPage(_("启用“%(name)s”") % {"name": found.name}, _("启用账户"), address(found))
    told = _("已启用“%(name)s”的账户。") % {"name": found.name}
    return page.act(request, NoteForm(sent(request)), partial(actions.reactivate_account, found), told)


@require_POST
@office_only
def account_unlock(request: HttpRequest, username: str) -> HttpResponse:
    found = queries.account_for(request.viewer, username)
    outcome = actions.unlock_account(found, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        messages.error(request, words(outcome.reason))
    else:
        messages.success(request, _("已解除“%(name)s”的锁定，现在就可以登录。") % {"name": found.name})
    return redirect(address(found))


def slips(request: HttpRequest, made: list[Slip], back: str) -> HttpResponse:
    """The first passwords, to print and cut apart. They are kept nowhere, so this answer is the only place."""
    return render(request, "people/slips.html", {"slips": made, "back": back})


def with_left_open(lead: str, found: Account) -> str:
    """The lead of a page on which somebody loses a post or the account, and what is still open in the person's name."""
    count = len(belongings(found))
    return f"{lead} {words(succession.left_open(found.name, count))}" if count else lead


def address(found: Account) -> str:
    return reverse("account", kwargs={"username": found.username})

"""A person's own account: who I am here, my telephone number and language, my password."""

from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from bihuan.people import actions, queries
from bihuan.people.forms import PasswordForm, SettingsForm
from bihuan.people.gate import signed_in
from bihuan.people.views.form_page import FormPage, done, sent
from bihuan.people.views.session import destination
from bihuan.rules.life import Refusal


@signed_in
def me(request: HttpRequest) -> HttpResponse:
    account = request.viewer.account
    form = SettingsForm(sent(request), initial={"phone": account.phone, "language": account.language})
    if form.is_valid():
        actions.change_own_settings(**form.cleaned_data, by=request.viewer, at=timezone.now())
        return done(request, _("已保存您的资料。"), reverse("me"))
    shown = {"form": form, "posts": queries.posts_for(request.viewer, account)}
    return render(request, "people/me.html", shown, status=422 if form.errors else 200)


@sensitive_post_parameters()
@signed_in
def password(request: HttpRequest) -> HttpResponse:
    form = PasswordForm(sent(request))
    must = request.viewer.account.must_change_password
    lead = _("您用的是别人给的初始密码，请先换成只有自己知道的密码。") if must else ""
    page = FormPage(_("修改密码"), _("修改密码"), destination(request, "/" if must else reverse("me")), lead)
    if not form.is_valid():
        return page.show(request, form)
    old, new = form.cleaned_data["old"], form.cleaned_data["new"]
    outcome = actions.change_own_password(old=old, new=new, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        return page.show(request, form, outcome)
    update_session_auth_hash(request, outcome)
    return done(request, _("密码已修改，其他地方的登录已失效。"), page.back)

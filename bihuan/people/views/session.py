"""The door: signing in, signing out, and the answer to somebody who is locked out."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from bihuan.people import actions, queries
from bihuan.people.forms import SignInForm
from bihuan.people.views.form_page import sent
from bihuan.rules.life import Refusal
from bihuan.trail.answers import words


@sensitive_post_parameters("password")
@never_cache
def sign_in(request: HttpRequest) -> HttpResponse:
    if request.viewer:
        return redirect(destination(request))
    form = SignInForm(sent(request))
    if not form.is_valid():
        return page(request, form, status=422 if form.errors else 200)
    outcome = actions.sign_in(request, **form.cleaned_data, at=timezone.now())
    if isinstance(outcome, Refusal):
        return page(request, form, reason=words(outcome.reason), status=422)
    return redirect(destination(request))


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    actions.sign_out(request, at=timezone.now())
    return redirect("sign_in")


def locked_out(request: HttpRequest, response: HttpResponse | None, credentials: dict | None) -> HttpResponse:
    """What django-axes answers with: the sign-in page again, saying when it opens."""
    until = queries.locked_until((credentials or {}).get("username", ""), at=timezone.now())
    clock = timezone.localtime(until).strftime("%H:%M") if until else ""
    reason = _("连续输错密码，此登录名已暂停登录，请在 %(clock)s 以后再试，或请整改办解除锁定。") % {"clock": clock}
    return page(request, SignInForm(request.POST), reason=reason, status=429)


def page(request: HttpRequest, form: SignInForm, *, reason: str = "", status: int) -> HttpResponse:
    shown = {"form": form, "reason": reason, "next": destination(request), "demonstration": queries.demonstration()}
    return render(request, "people/sign_in.html", shown, status=status)


def destination(request: HttpRequest, otherwise: str = "/") -> str:
    """The page that the person wanted, if it is one of ours."""
    wanted = request.POST.get("next") or request.GET.get("next") or otherwise
    ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if ours else otherwise

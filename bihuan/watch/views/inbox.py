"""What I was told: newest first, read one by one or all at once; and where mail should go."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bihuan.people.gate import signed_in
from bihuan.watch.actions import reading
from bihuan.watch.forms.channels import MailForm
from bihuan.watch.queries import inbox
from bihuan.watch.queries.colours import scheme_of
from bihuan.watch.queries.outbox import address_of


@signed_in
@require_GET
def reminders(request: HttpRequest) -> HttpResponse:
    viewer = request.viewer
    page = Paginator(inbox.notices_for(viewer), inbox.PER_PAGE).get_page(request.GET.get("page"))
    scheme = scheme_of(viewer.organisation)
    context: dict[str, Any] = {
        "page": page,
        "query": request.GET,
        "entries": inbox.entries(viewer, page.object_list),
        "colours": {colour.key.value: colour for colour in scheme.colours},
        "unread": any(notice.read_at is None for notice in page.object_list),
    }
    return render(request, "watch/reminders.html", context)


@signed_in
@require_POST
def reminder_read(request: HttpRequest, notice: str) -> HttpResponse:
    reading.read(inbox.notice_for(request.viewer, notice), by=request.viewer, at=timezone.now())
    return redirect("reminders")


@signed_in
@require_POST
def reminders_read(request: HttpRequest) -> HttpResponse:
    reading.read_all(by=request.viewer, at=timezone.now())
    messages.success(request, _("提醒已全部标为已读。"))
    return redirect("reminders")


@signed_in
@require_http_methods(["GET", "POST"])
def reminders_mail(request: HttpRequest) -> HttpResponse:
    form = MailForm(request.POST or None, initial={"address": address_of(request.viewer.account)})
    if not form.is_valid():
        return render(request, "watch/mail.html", {"form": form}, status=422 if form.is_bound else 200)
    reading.change_mail(form.cleaned_data["address"], by=request.viewer, at=timezone.now())
    messages.success(request, _("已保存提醒邮箱。"))
    return redirect("reminders")

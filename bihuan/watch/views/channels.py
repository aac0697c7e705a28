"""The office's page of channels: which places outside are told, and how every sending went."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from bihuan.people.gate import office_only
from bihuan.rules.life import Refusal
from bihuan.say import Say
from bihuan.trail.answers import STATUS, words
from bihuan.watch.actions import hooks
from bihuan.watch.forms.channels import FORMATS, HookForm
from bihuan.watch.models import Message
from bihuan.watch.queries import outbox

PER_PAGE = 50
TONES = {"sent": "done", "failed": "trouble", "waiting": "waiting", "sending": "working", "dropped": "idle"}


@office_only
@require_http_methods(["GET", "POST"])
def channels(request: HttpRequest) -> HttpResponse:
    form = HookForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _show(request, form, status=422 if form.is_bound else 200)
    outcome = hooks.add_hook(request.viewer.organisation, form.text, by=request.viewer, at=timezone.now())
    if isinstance(outcome, Refusal):
        form.add_error(None, words(outcome.reason))
        return _show(request, form, status=STATUS[outcome.kind])
    messages.success(request, _("已添加发送渠道“%(name)s”，可以先试发一条。") % {"name": outcome.name})
    return redirect("channels")


@office_only
@require_POST
def channel_remove(request: HttpRequest, hook: str) -> HttpResponse:
    outcome = hooks.remove_hook(outbox.hook_for(request.viewer, hook), by=request.viewer, at=timezone.now())
    return _told(request, outcome, _("已删除发送渠道。"))


@office_only
@require_POST
def channel_try(request: HttpRequest, hook: str) -> HttpResponse:
    outcome = hooks.try_hook(outbox.hook_for(request.viewer, hook), by=request.viewer, at=timezone.now())
    return _told(request, outcome, _("试发的消息几秒后发出，请稍后刷新看结果。"))


def _told(request: HttpRequest, outcome: object, text: str) -> HttpResponse:
    if isinstance(outcome, Refusal):
        messages.error(request, words(outcome.reason))
    else:
        messages.success(request, text)
    return redirect("channels")


def _show(request: HttpRequest, form: HookForm, *, status: int) -> HttpResponse:
    page = Paginator(outbox.messages_for(request.viewer), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "hooks": list(outbox.hooks_for(request.viewer)),
        "formats": FORMATS,
        "page": page,
        "query": request.GET,
        "status_word": status_word,
        "status_tone": lambda message: TONES[message.status],
        "fault": fault,
    }
    return render(request, "watch/channels.html", context, status=status)


def status_word(message: Message) -> str:
    return {
        "waiting": _("待发送"),
        "sending": _("正在发送"),
        "sent": _("已发出"),
        "failed": _("未发出"),
        "dropped": _("不需再发"),
    }[message.status]


def fault(message: Message) -> str:
    """Why the last try failed, in the reader's language."""
    return words(Say(message.fault["text"], message.fault["values"])) if message.fault else ""

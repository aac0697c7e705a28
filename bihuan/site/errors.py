"""What does a person see when a page cannot be given? One sentence, and what to do; never a code alone."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return answer(request, 400, _("看不懂这个请求"), _("地址或提交的内容不完整，请返回上一页重新操作。"))


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return answer(request, 403, _("不能这样做"), _("您的岗位没有这项权限，如有需要请联系整改办。"))


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Django's CSRF check refused: almost always a page left open over a new sign-in."""
    text = _("这个页面打开得太久，或已在别处重新登录。请返回上一页刷新后再提交。")
    return answer(request, 403, _("页面已过期"), text)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    text = _("没有这个页面，或者您不能查看它。请检查地址，或从首页重新进入。")
    return answer(request, 404, _("找不到"), text)


def fault(request: HttpRequest) -> HttpResponse:
    """Rendered without the request: the database may be what failed, and the frame would ask it again."""
    text = _("服务器出了问题，已记入日志。刚才的操作可能没有完成，请稍后再试；反复出现请告诉管理员。")
    return HttpResponse(render_to_string("site/error.html", facts(500, _("没有完成"), text)), status=500)


def answer(request: HttpRequest, status: int, title: str, text: str) -> HttpResponse:
    return render(request, "site/error.html", facts(status, title, text), status=status)


def facts(status: int, title: str, text: str) -> dict[str, Any]:
    return {"status": status, "title": title, "text": text}

"""The trail, for those who see the whole organisation; and the check of its chain."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from bihuan.overview.queries.trail import Asked, changes_of, trail_for
from bihuan.people.gate import signed_in
from bihuan.trail.queries import Verdict, head_of, verify
from bihuan.trail.telling import phrases

PER_PAGE = 100


@signed_in
@require_GET
def trail(request: HttpRequest) -> HttpResponse:
    asked = Asked(**{name: request.GET.get(name, "")[:100] for name in Asked.__dataclass_fields__})
    page = Paginator(trail_for(request.viewer, asked), PER_PAGE).get_page(request.GET.get("page"))
    length, head = head_of(request.viewer.organisation.code)
    context = {
        "page": page,
        "asked": asked,
        "phrases": phrases(),
        "length": length,
        "head": head,
        "query": request.GET,
        "changes_of": changes_of,
    }
    return render(request, "overview/trail.html", context)


@signed_in
@require_POST
def check(request: HttpRequest) -> HttpResponse:
    """Walk the whole chain and say whether it holds."""
    trail_for(request.viewer, Asked())
    verdict = [step for step in verify(request.viewer.organisation.code) if isinstance(step, Verdict)][-1]
    if verdict.broken_at is None:
        messages.success(request, _("已核对 %(count)s 条留痕，链条完整。") % {"count": verdict.lines})
    else:
        messages.error(
            request, _("留痕从第 %(number)s 条起对不上，请联系系统管理人员。") % {"number": verdict.broken_at}
        )
    return redirect("trail")

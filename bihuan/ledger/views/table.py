"""The ledger page: filters, order, columns, saved filters."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from bihuan.ledger.actions.filters import drop_filter, save_filter
from bihuan.ledger.forms import table as asked
from bihuan.ledger.queries import table as queries
from bihuan.ledger.queries.meetings import may_see
from bihuan.ledger.views.words import holder_of, status_tone, status_word
from bihuan.people.gate import signed_in
from bihuan.people.queries import units_for
from bihuan.rules.finding import Status


@signed_in
@require_GET
def ledger(request: HttpRequest) -> HttpResponse:
    viewer, today = request.viewer, timezone.localdate()
    wanted = asked.wanted(request.GET)
    rows = queries.table_for(viewer, wanted, today=today)
    page = Paginator(rows, queries.PER_PAGE).get_page(request.GET.get("page"))
    findings = list(page.object_list)
    context = {
        "page": page,
        "findings": findings,
        "measures": queries.measure_counts(findings),
        "wanted": wanted,
        "counts": queries.counts_for(viewer, wanted, today=today),
        "aspects": queries.aspects_for(viewer, wanted.round),
        "units": units_for(viewer),
        "saved": list(viewer.account.saved_filters.all()),
        "columns": asked.columns(request.GET),
        "all_columns": asked.COLUMNS,
        "query": request.GET,
        "statuses": [status.value for status in Status],
        "holder_of": holder_of,
        "status_word": status_word,
        "status_tone": status_tone,
        "sees_meetings": may_see(viewer),
    }
    return render(request, "ledger/ledger.html", context)


@signed_in
@require_POST
def keep_filter(request: HttpRequest) -> HttpResponse:
    """Keep the present filters under a name, or drop the name."""
    name, query = request.POST.get("name", "").strip(), request.POST.get("query", "").lstrip("?")
    if "drop" in request.POST:
        drop_filter(request.POST["drop"], by=request.viewer)
        messages.success(request, _("已删除筛选“%(name)s”。") % {"name": request.POST["drop"]})
    elif name:
        save_filter(name, query, by=request.viewer)
        messages.success(request, _("已保存筛选“%(name)s”。") % {"name": name})
    else:
        messages.error(request, _("请给筛选起个名字。"))
    return redirect(f"{reverse('ledger')}?{query}")

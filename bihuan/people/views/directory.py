"""Who is here? The tree of units, the list of people, and a search over both."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from bihuan.people import queries
from bihuan.people.gate import signed_in
from bihuan.rules.people import HELD, NAMES
from bihuan.trail.answers import words


@signed_in
def people(request: HttpRequest) -> HttpResponse:
    text = request.GET.get("q", "").strip()[:100]
    if text:
        found = {"units": queries.units_named(request.viewer, text)[:50]}
        found["people"] = queries.people_listed(request.viewer, text=text)[:50]
        return render(request, "people/found.html", {"text": text, **found})
    shown = {"tree": queries.tree_for(request.viewer), "closed": queries.closed_units_for(request.viewer)}
    return render(request, "people/people.html", shown)


@signed_in
def accounts(request: HttpRequest) -> HttpResponse:
    which, text = request.GET.get("which", ""), request.GET.get("q", "").strip()[:100]
    listed = queries.people_listed(request.viewer, text=text, which=which)
    page = Paginator(listed, 50).get_page(request.GET.get("page"))
    shown = {"page": page, "query": request.GET, "text": text, "chips": chips(request, which)}
    return render(request, "people/accounts.html", shown)


def chips(request: HttpRequest, which: str) -> list[dict[str, object]]:
    """The list's filters, each with its count; those that would show nobody are left out."""
    labels = {"": _("全部在岗"), **{role.value: words(NAMES[role]) for role in HELD}}
    labels |= {"none": _("没有岗位"), "off": _("已停用")}
    counts = queries.counts(request.viewer)
    return [
        {"label": label, "count": counts[name], "url": f"?which={name}", "active": name == which}
        for name, label in labels.items()
        if counts[name] or name in ("", which)
    ]
